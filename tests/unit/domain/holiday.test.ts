import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { nextUpdateDue } from '../../../src-main/domain/due-time.ts';
import {
  dayOfYear,
  isDayOfYear,
  isHoliday,
  isYearly,
  nextDateOf,
  withHoliday,
} from '../../../src-main/domain/holiday.ts';
import { YEARLY_HOLIDAYS_MAX } from '../../../src-main/domain/settings.ts';

const dates = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());
const daysOfYear = dates.map(dayOfYear);

test.each([
  ['01-01', true],
  ['02-29', true],
  ['02-30', false],
  ['04-31', false],
  ['00-10', false],
  ['13-01', false],
  ['12-00', false],
  ['1-1', false],
  ['2026-12-25', false],
  ['', false],
])('%s is a day of every year: %s', (text, is) => expect(isDayOfYear(text)).toBe(is));

test.each([
  ['2026-12-25', '2026-12-25', '2026-12-25'],
  ['2026-12-25', '2026-12-26', null],
  ['12-25', '2026-12-25', '2026-12-25'],
  ['12-25', '2026-12-26', '2027-12-25'],
  ['02-29', '2026-01-01', '2028-02-29'],
  ['02-29', '2028-03-01', '2032-02-29'],
  ['02-29', '2096-03-01', '2104-02-29'],
])('%s comes next after %s on %s', (holiday, today, next) => expect(nextDateOf(holiday, today)).toBe(next));

test('a day of every year is one on its date in each year that has it, and on no other', () => {
  fc.assert(
    fc.property(daysOfYear, dates, (holiday, date) => {
      expect(isHoliday(date, [holiday])).toBe(date.endsWith(`-${holiday}`));
    }),
  );
});

test('the next date of a holiday of every year is one, is not past, and none lies before it', () => {
  fc.assert(
    fc.property(daysOfYear, dates, (holiday, today) => {
      const next = nextDateOf(holiday, today);
      if (next === null) throw new Error('it never comes');
      expect(isHoliday(next, [holiday])).toBe(true);
      expect(next >= today).toBe(true);
      let day = Temporal.PlainDate.from(today);
      for (; day.toString() < next; day = day.add({ days: 1 })) {
        expect(isHoliday(day.toString(), [holiday])).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test('adding one leaves out what it says already; those of every year stand first', () => {
  expect(withHoliday(['05-01', '2026-12-25', '2027-12-25', '2027-06-19'], '12-25')).toEqual([
    ...['05-01', '12-25', '2027-06-19'],
  ]);
  expect(withHoliday(['05-01', '2026-12-25'], '2026-06-19')).toEqual(['05-01', '2026-06-19', '2026-12-25']);
  expect(['05-01', '2026-12-25'].map(isYearly)).toEqual([true, false]);
});

test('a store that is open on one weekday has a next update, with as many holidays of every year as it can have', () => {
  const HELSINKI = 'Europe/Helsinki' as Zone;
  fc.assert(
    fc.property(fc.constantFrom(2026, 2027, 2028), fc.integer({ min: 0, max: 6 }), (year, weekday) => {
      const week = Array.from({ length: 7 }, (_, day) =>
        day === weekday ? { opens: '09:00', closes: '18:00' } : null,
      ) as never;
      let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      while (day.dayOfWeek - 1 !== weekday) day = day.add({ days: 1 });
      // All of that weekday for more than a year.
      const holidays = Array.from({ length: YEARLY_HOLIDAYS_MAX }, (_, weeks) =>
        dayOfYear(day.add({ weeks }).toString()),
      );
      const now = Date.parse(`${year}-01-01T00:00:00Z`) as Instant;
      const due = nextUpdateDue(now, {
        ...{ zone: HELSINKI, hours: { week, holidays } },
        rule: { workingDays: 0, time: '12:00' },
      });
      const local = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(HELSINKI);
      expect(local.dayOfWeek - 1).toBe(weekday);
      expect(holidays).not.toContain(dayOfYear(local.toPlainDate().toString()));
      expect(local.year).toBeLessThanOrEqual(year + 2);
    }),
    { numRuns: 21 },
  );
});
