import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { nextUpdateDue } from '../../../src-main/domain/due-time.ts';
import {
  endOfDay,
  isOpenAt,
  sameEveryDay,
  type DayHours,
  type OpeningHours,
  type WeekHours,
} from '../../../src-main/domain/opening-hours.ts';

const HELSINKI = 'Europe/Helsinki' as Zone;
const FULL: DayHours = { opens: '09:00', closes: '18:00' };
const SHORT: DayHours = { opens: '10:00', closes: '14:00' };
/** A shop with a short Saturday and a free Sunday. */
const HOURS: OpeningHours = {
  week: [FULL, FULL, FULL, FULL, FULL, SHORT, null],
  holidays: ['2026-12-25', '05-01', '02-29'],
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
  ['2026-12-26T12:00:00Z', true, 'the minute a Saturday closes'],
  ['2026-12-26T13:00:00Z', false, 'an hour that is open on other days'],
  ['2026-12-26T07:30:00Z', false, 'an hour before a Saturday begins'],
  ['2026-05-01T10:00:00Z', false, 'a holiday of every year'],
  ['2031-05-01T10:00:00Z', false, 'the same, years later'],
  ['2027-12-24T10:00:00Z', true, 'a holiday of one year, nearly a year later'],
  ['2028-02-29T10:00:00Z', false, 'the leap day of every leap year'],
  ['2029-02-28T10:00:00Z', true, 'the day before none'],
  ['2029-03-01T10:00:00Z', true, 'the day after none'],
  ['2026-07-01T06:00:00Z', true, 'nine o’clock in summer'],
])('at %s it is open: %s (%s)', (iso, open) => {
  expect(isOpenAt(at(iso), HELSINKI, HOURS)).toBe(open);
});

test('a week of one pair of hours closes on the days that are named, Monday first', () => {
  expect(sameEveryDay(FULL, [1, 7])).toEqual([null, FULL, FULL, FULL, FULL, FULL, null]);
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

const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
const days = fc.option(
  fc.uniqueArray(times, { minLength: 2, maxLength: 2 }).map((both): DayHours => {
    const [opens = '', closes = ''] = both.toSorted();
    return { opens, closes };
  }),
);
const weeks = fc
  .tuple(days, days, days, days, days, days, days)
  .filter((week: WeekHours) => week.some((day) => day !== null));
/** Days off around now, as dates of the store's own calendar. */
const daysOff = fc.array(fc.record({ day: fc.integer({ min: 0, max: 20 }), yearly: fc.boolean() }), {
  maxLength: 12,
});

test('whatever the week, the next update lies ahead, inside that day’s own hours, on no holiday', () => {
  fc.assert(
    fc.property(
      instants,
      zones,
      weeks,
      daysOff,
      times,
      fc.integer({ min: 0, max: 5 }),
      (now, zone, week, off, time, workingDays) => {
        const hours = {
          week,
          holidays: off.map(({ day, yearly }) => isoDay(now + day * 86_400_000, zone).slice(yearly ? 5 : 0)),
        };
        const due = nextUpdateDue(now as Instant, { zone: zone as Zone, hours, rule: { workingDays, time } });
        expect(due).toBeGreaterThan(now);
        expect(isOpenAt(due, zone as Zone, hours)).toBe(true);
        expect(hours.holidays).not.toContain(isoDay(due, zone));
        expect(hours.holidays).not.toContain(isoDay(due, zone).slice(5));
      },
    ),
    { numRuns: 300 },
  );
});

test('the next update stays inside the hours on the days on which clocks change', () => {
  const changes = fc.constantFrom(
    ['Europe/Helsinki', '2026-03-29'],
    ['Europe/Helsinki', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['Australia/Lord_Howe', '2026-10-04'],
  );
  const nights = fc
    .uniqueArray(fc.integer({ min: 0, max: 6 * 60 }), { minLength: 2, maxLength: 2 })
    .map((both): DayHours => {
      const [first = 0, last = 0] = both.toSorted((a, b) => a - b);
      const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
      return { opens: clock(first), closes: clock(last) };
    });
  fc.assert(
    fc.property(changes, nights, times, ([zone, date], night, time) => {
      const hours: OpeningHours = { week: sameEveryDay(night, []), holidays: [] };
      const now = Date.parse(`${date}T00:00:00Z`) - 24 * 3_600_000;
      const due = nextUpdateDue(now as Instant, {
        zone: zone as Zone,
        hours,
        rule: { workingDays: 1, time },
      });
      expect(isOpenAt(due, zone as Zone, hours)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

function isoDay(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
