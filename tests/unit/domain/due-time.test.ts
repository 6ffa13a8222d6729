import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { sameEveryDay, type OpeningHours } from '../../../src-main/domain/opening-hours.ts';
import { isZone, nextUpdateDue, type UpdateRule } from '../../../src-main/domain/due-time.ts';

const HELSINKI = 'Europe/Helsinki' as Zone;
const RULE: UpdateRule = { workingDays: 1, time: '17:00' };
const open = (...closedWeekdays: number[]): OpeningHours => ({
  week: sameEveryDay({ opens: '00:00', closes: '23:59' }, closedWeekdays),
  holidays: [],
});
const at = (iso: string): Instant => Date.parse(iso) as Instant;
const due = (iso: string, rule: UpdateRule = RULE, hours = open(7)): string =>
  new Date(nextUpdateDue(at(iso), { zone: HELSINKI, rule, hours })).toISOString();

describe('nextUpdateDue', () => {
  it('is the next working day at the given time in the store’s zone', () => {
    expect(due('2026-11-23T08:42:00Z')).toBe('2026-11-24T15:00:00.000Z');
  });

  it('steps over the days on which nobody works', () => {
    expect(due('2026-11-21T08:00:00Z')).toBe('2026-11-23T15:00:00.000Z');
    // Taken on a closed day, the first working day is Monday and the promise falls on Tuesday.
    expect(due('2026-11-22T08:00:00Z')).toBe('2026-11-24T15:00:00.000Z');
  });

  it('counts days in the store’s zone, not in UTC', () => {
    expect(due('2026-11-23T23:30:00Z')).toBe('2026-11-25T15:00:00.000Z');
  });

  it('keeps the local hour when the clocks change', () => {
    // Helsinki goes from UTC+2 to UTC+3 on 29 March 2026.
    expect(due('2026-03-28T10:00:00Z', RULE, open())).toBe('2026-03-29T14:00:00.000Z');
  });

  it('moves a same-day promise whose hour has passed to the next working day', () => {
    const sameDay = { ...RULE, workingDays: 0 };
    expect(due('2026-11-23T08:00:00Z', sameDay)).toBe('2026-11-23T15:00:00.000Z');
    expect(due('2026-11-23T15:00:00Z', sameDay)).toBe('2026-11-24T15:00:00.000Z');
  });

  it('is the nearest hour at which somebody is there on that day', () => {
    const [weekday] = open().week;
    const hours: OpeningHours = {
      week: [weekday, weekday, weekday, weekday, weekday, { opens: '10:00', closes: '14:00' }, null],
      holidays: ['2026-11-24'],
    };
    // From Friday to the short Saturday, and over a holiday.
    expect(due('2026-11-20T08:00:00Z', RULE, hours)).toBe('2026-11-21T12:00:00.000Z');
    expect(due('2026-11-20T08:00:00Z', { ...RULE, time: '08:00' }, hours)).toBe('2026-11-21T08:00:00.000Z');
    expect(due('2026-11-23T08:00:00Z', RULE, hours)).toBe('2026-11-25T15:00:00.000Z');
  });

  it('is always later than now, on an open day, at the given time', () => {
    const zones = fc.constantFrom(
      'Europe/Helsinki',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    );
    const rules = fc.record({
      workingDays: fc.integer({ min: 0, max: 10 }),
      time: fc.constantFrom('00:00', '09:30', '17:00', '23:59'),
    });
    const closed = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 });
    const instants = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2060-01-01') });
    fc.assert(
      fc.property(instants, zones, rules, closed, (now, zone, rule, closedWeekdays) => {
        const hours = open(...closedWeekdays);
        const instant = nextUpdateDue(now as Instant, { zone: zone as Zone, rule, hours });
        expect(instant).toBeGreaterThan(now);
        const parts = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).formatToParts(instant);
        const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
        const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
        expect(closedWeekdays).not.toContain(weekday);
        // A clock change can skip the hour itself; then it is the hour after.
        if (part('hour') === rule.time.slice(0, 2)) expect(part('minute')).toBe(rule.time.slice(3));
      }),
    );
  });

  it('refuses a shop that never opens', () => {
    expect(() => due('2026-11-23T08:00:00Z', RULE, open(1, 2, 3, 4, 5, 6, 7))).toThrow(RangeError);
  });
});

describe('isZone', () => {
  it('knows zones', () => {
    expect(isZone('Europe/Helsinki')).toBe(true);
    expect(isZone('Europe/Nowhere')).toBe(false);
  });
});
