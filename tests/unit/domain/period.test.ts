import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { PERIOD_UNITS, periodsUntil, placeIn } from '../../../src-main/domain/period.ts';

// Among them: clocks that change by half an hour, at midnight itself, and in the middle of Ramadan.
const ZONES = [
  'Europe/Helsinki',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
] as const;
const HOUR_MS = 3_600_000;

function local(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

const asked = fc.record({
  now: fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) }).map((ms) => ms as Instant),
  zone: fc.constantFrom(...ZONES).map((name) => name as string as Zone),
  unit: fc.constantFrom(...PERIOD_UNITS),
  count: fc.integer({ min: 1, max: 60 }),
});

describe('periods', () => {
  it('follow each other without a gap, and now is in the last', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const periods = periodsUntil(given);
        expect(periods).toHaveLength(given.count);
        periods.slice(1).forEach((period, index) => expect(period.from).toBe(periods[index]?.until));
        expect(placeIn(periods, given.now)).toBe(given.count - 1);
      }),
    );
  });

  it('begin with the first moment of their day in the store’s zone: a Monday, or the first of a month', () => {
    fc.assert(
      fc.property(asked, (given) => {
        for (const { from, date } of periodsUntil(given)) {
          const start = local(from, given.zone);
          expect(start.toPlainDate().toString()).toBe(date);
          const before = local((from - 1) as Instant, given.zone)
            .toPlainDate()
            .toString();
          expect(before < date).toBe(true);
          if (given.unit === 'week') expect(start.dayOfWeek).toBe(1);
          if (given.unit === 'month') expect(start.day).toBe(1);
        }
      }),
    );
  });

  it('have every instant in the one period whose dates it falls on', () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (given, share) => {
        const periods = periodsUntil(given);
        const [first, last] = [periods[0], periods.at(-1)];
        if (!first || !last) throw new Error('no periods');
        const instant = (first.from + Math.floor(share * (last.until - first.from))) as Instant;
        const day = local(instant, given.zone).toPlainDate().toString();
        expect(placeIn(periods, instant)).toBe(periods.findLastIndex(({ date }) => date <= day));
        expect(placeIn(periods, (first.from - 1) as Instant)).toBeNull();
        expect(placeIn(periods, last.until)).toBeNull();
      }),
    );
  });

  it('have the hour that a clock change gives or takes', () => {
    const hours = (date: string): number => {
      const now = Date.parse(`${date}T12:00:00Z`) as Instant;
      const [week] = periodsUntil({ now, zone: 'Europe/Helsinki' as Zone, unit: 'week', count: 1 });
      return week ? (week.until - week.from) / HOUR_MS : 0;
    };
    expect(hours('2026-03-29')).toBe(167);
    expect(hours('2026-10-25')).toBe(169);
    expect(hours('2026-11-22')).toBe(168);
  });
});
