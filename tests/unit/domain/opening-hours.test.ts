import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { nextUpdateDue } from '../../../src-main/domain/due-time.ts';
import { endOfDay, isOpenAt, type OpeningHours } from '../../../src-main/domain/opening-hours.ts';

const HELSINKI = 'Europe/Helsinki' as Zone;
const HOURS: OpeningHours = {
  opens: '09:00',
  closes: '18:00',
  closedWeekdays: [7],
  holidays: ['2026-12-25'],
};
const at = (iso: string): Instant => Date.parse(iso) as Instant;

test.each([
  ['2026-11-23T07:00:00Z', true, 'the minute it opens'],
  ['2026-11-23T06:59:59Z', false, 'a second before'],
  ['2026-11-23T16:00:00Z', true, 'the minute it closes'],
  ['2026-11-23T16:00:01Z', false, 'a second after'],
  ['2026-11-22T10:00:00Z', false, 'a Sunday'],
  ['2026-12-25T10:00:00Z', false, 'a holiday'],
  ['2026-12-26T10:00:00Z', true, 'the Saturday after it'],
  ['2026-07-01T06:00:00Z', true, 'nine o’clock in summer'],
])('at %s it is open: %s (%s)', (iso, open) => {
  expect(isOpenAt(at(iso), HELSINKI, HOURS)).toBe(open);
});

const zones = fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC');
const instants = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2060-01-01') });

test('the day ends at the next midnight of the store, 23 to 25 hours long', () => {
  fc.assert(
    fc.property(instants, zones, (now, zone) => {
      const end = endOfDay(now as Instant, zone as Zone);
      expect(end).toBeGreaterThan(now);
      expect(end - now).toBeLessThanOrEqual(25 * 3_600_000);
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' });
      // A clock change at midnight begins the day at one.
      expect(['00:00:00', '01:00:00']).toContain(clock.format(end));
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
      expect(day.format(end - 1)).toBe(day.format(now));
      expect(day.format(end)).not.toBe(day.format(now));
    }),
  );
});

test('the store’s own next update always falls into its hours, on no closed day and no holiday', () => {
  const holidays = fc
    .array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })
    .map((days) => days.map((day) => (now: number) => isoDay(now + day * 86_400_000)));
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 5 }), holidays, (now, workingDays, daysOff) => {
      const hours = { ...HOURS, holidays: daysOff.map((day) => day(now)) };
      const due = nextUpdateDue(now as Instant, HELSINKI, { ...hours, workingDays, time: '17:00' });
      expect(due).toBeGreaterThan(now);
      expect(isOpenAt(due, HELSINKI, hours)).toBe(true);
    }),
  );
});

function isoDay(instant: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: HELSINKI }).format(instant);
}
