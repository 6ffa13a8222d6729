import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { isOpenAt, sameEveryDay, type OpeningHours } from '../../../src-main/domain/opening-hours.ts';
import { dueOfField, dueTimes, fieldOfDue } from '../../../src-main/domain/due-choice.ts';

const HELSINKI = 'Europe/Helsinki' as Zone;
const HOURS: OpeningHours = {
  week: sameEveryDay({ opens: '09:00', closes: '18:00' }, [7]),
  holidays: ['2026-11-24'],
};

function at(local: string): Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(HELSINKI).epochMilliseconds as Instant;
}

function offered(now: string, hours = HOURS): readonly string[] {
  return dueTimes({ now: at(now), zone: HELSINKI, hours }).map((due) => fieldOfDue(due, HELSINKI));
}

describe('dueTimes', () => {
  it('offers two hours from now, the end of today, and the next open days; no Sunday, no holiday', () => {
    expect(offered('2026-11-21T10:05')).toEqual([
      '2026-11-21T12:15',
      '2026-11-21T17:00',
      '2026-11-23T12:00',
      '2026-11-23T17:00',
      '2026-11-25T17:00',
      '2026-11-26T17:00',
      '2026-11-27T17:00',
    ]);
  });

  it('offers nothing today once it could not be kept today', () => {
    expect(offered('2026-11-23T16:10')[0]).toBe('2026-11-25T12:00');
    expect(offered('2026-11-22T10:00')[0]).toBe('2026-11-23T12:00');
  });

  it('ends each day when that day ends: a short Saturday is a short Saturday', () => {
    const [weekday] = HOURS.week;
    const short = { opens: '10:00', closes: '14:00' };
    const hours = { ...HOURS, week: [weekday, null, weekday, weekday, weekday, short, null] } as const;
    expect(offered('2026-11-20T17:30', hours).slice(0, 3)).toEqual([
      '2026-11-21T12:00',
      '2026-11-21T13:00',
      '2026-11-23T17:00',
    ]);
    // Open for less than an hour: what is due then is due when it closes.
    const brief = {
      ...hours,
      week: [null, null, null, null, null, { opens: '10:00', closes: '10:30' }, null],
    } as const;
    expect(offered('2026-11-20T17:30', brief)).toEqual(['2026-11-21T10:30', '2026-11-28T10:30']);
  });

  it('names one time once, where it is both in two hours and the end of the day', () => {
    expect(offered('2026-11-23T15:00').filter((due) => due === '2026-11-23T17:00')).toHaveLength(1);
  });

  it('offers only what main takes, at any minute of a week with a clock change', () => {
    for (
      let now = at('2026-03-26T00:00');
      now < at('2026-04-02T00:00');
      now = (now + 23 * 60_000) as Instant
    ) {
      const dues = dueTimes({ now, zone: HELSINKI, hours: HOURS });
      expect(dues.length).toBeGreaterThan(3);
      for (const due of dues) expect(due > now && isOpenAt(due, HELSINKI, HOURS)).toBe(true);
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    }
  });

  it('offers nothing where nobody is there for two weeks', () => {
    expect(
      offered('2026-11-23T10:00', {
        ...HOURS,
        week: sameEveryDay({ opens: '09:00', closes: '18:00' }, [1, 2, 3, 4, 5, 6, 7]),
      }),
    ).toEqual([]);
  });
});

describe('a date and time field', () => {
  it('is read in the store’s zone, and nothing while it is empty', () => {
    expect(dueOfField('2026-07-01T17:30', HELSINKI)).toBe(Date.UTC(2026, 6, 1, 14, 30));
    expect(dueOfField('', HELSINKI)).toBeNull();
  });
});
