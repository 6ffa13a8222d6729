import { AMOUNT_MAX } from '../../../src-main/domain/charge.ts';
import type { GoodwillLimits } from '../../../src-main/domain/goodwill.ts';
import type { DayHours, WeekHours } from '../../../src-main/domain/opening-hours.ts';
import type { ExpectationDefault, ItemKind, SettingRange } from '../../../src-main/domain/settings.ts';

/** Returns whether a number lies outside of its range, or is none. */
export function isOutside(value: number, { min, max }: SettingRange): boolean {
  return !Number.isInteger(value) || value < min || value > max;
}

/** Returns whether a day ends before it begins. */
export function isBackwards(day: DayHours | null): boolean {
  return day !== null && day.opens >= day.closes;
}

/** Returns whether the store is open on no day at all. */
export function isNeverOpen(week: WeekHours): boolean {
  return week.every((day) => day === null);
}

/** Returns whether a limit is neither an amount of money nor no limit. */
export function isNoLimit(limit: GoodwillLimits[keyof GoodwillLimits]): boolean {
  return limit !== null && isOutside(limit, { min: 0, max: AMOUNT_MAX });
}

/** Returns whether a line lacks its words in a language. */
export function isUnfinished({ text }: ExpectationDefault): boolean {
  return Object.values(text).some((words) => words.trim() === '');
}

/** Returns whether a kind of item lacks its name, its lines, or words in them. */
export function isKindUnfinished({ words, expectations }: ItemKind): boolean {
  return words.length === 0 || expectations.length === 0 || expectations.some(isUnfinished);
}
