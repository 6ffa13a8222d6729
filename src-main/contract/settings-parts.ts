import { z } from 'zod';
import { AMOUNT_MAX } from '../domain/charge.ts';
import { EXPECTATION_KINDS } from '../domain/expectation.ts';
import type { GoodwillLimits } from '../domain/goodwill.ts';
import { isDayOfYear, isYearly, type Holiday } from '../domain/holiday.ts';
import { LOCALES, type Locale } from '../domain/intake.ts';
import { RETENTION_DAYS_MAX, type Retention } from '../domain/retention.ts';
import type { DayHours, WeekHours } from '../domain/opening-hours.ts';
import {
  CLOSED_DATES_MAX,
  EXPECTATION_LINES_MAX,
  ITEM_KINDS_MAX,
  ITEM_WORDS_MAX,
  SETTING_LINE_MAX,
  SETTING_RANGES,
  YEARLY_HOLIDAYS_MAX,
  type ExpectationDefault,
  type ItemKind,
  type SettingRange,
  type Warnings,
} from '../domain/settings.ts';

const line = z.string().max(SETTING_LINE_MAX);
const filled = line.min(1);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');
const limit = z.int().min(0).max(AMOUNT_MAX).nullable();
const within = ({ min, max }: SettingRange): z.ZodType<number> => z.int().min(min).max(max);
const day: z.ZodType<DayHours | null> = z
  .strictObject({ opens: time, closes: time })
  .refine(({ opens, closes }) => opens < closes, 'a store opens before it closes')
  .nullable();
const expectation: z.ZodType<ExpectationDefault> = z.strictObject({
  kind: z.enum(EXPECTATION_KINDS),
  text: z.strictObject({ en: filled, ar: filled } satisfies Record<Locale, z.ZodType<string>>),
});
const lines = z.array(expectation).max(EXPECTATION_LINES_MAX);
const itemKind: z.ZodType<ItemKind> = z.strictObject({
  words: z.array(filled).min(1).max(ITEM_WORDS_MAX),
  expectations: lines.min(1),
});
const week: z.ZodType<WeekHours> = z
  .tuple([day, day, day, day, day, day, day])
  .refine((days) => days.some((each) => each !== null), 'a store is open on one day of the week at least');
const holidays: z.ZodType<readonly Holiday[]> = z
  .array(
    z.union([z.iso.date(), z.string().refine(isDayOfYear, 'a holiday is YYYY-MM-DD, or MM-DD every year')]),
  )
  .max(CLOSED_DATES_MAX)
  .refine((all) => all.filter(isYearly).length <= YEARLY_HOLIDAYS_MAX, 'too many holidays of every year');
const goodwillLimits: z.ZodType<GoodwillLimits> = z.strictObject({
  clerk: limit,
  technician: limit,
  supervisor: limit,
  admin: limit,
});
const warnings: z.ZodType<Warnings> = z.strictObject({
  beforeMinutes: within(SETTING_RANGES.warnMinutes),
  sound: z.boolean(),
});

const days = z.int().min(1).max(RETENTION_DAYS_MAX);
const retention: z.ZodType<Retention> = z.strictObject({
  contactDays: days.nullable(),
  wordsDays: days.nullable(),
  pictureDays: days,
  exportDays: days,
  setAsideDays: days,
});

/** The schemas of what a store sets for itself, in the file and from the settings' screen. */
export const SETTING_PARTS = {
  line,
  time,
  week,
  goodwillLimits,
  lines,
  warnings,
  retention,
  holidays,
  nextUpdate: z.strictObject({ workingDays: within(SETTING_RANGES.workingDays), time }),
  itemKinds: z.array(itemKind).max(ITEM_KINDS_MAX),
  languages: z
    .array(z.enum(LOCALES))
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'a language twice'),
  kioskIdle: within(SETTING_RANGES.kioskIdle),
  staffIdle: within(SETTING_RANGES.staffIdle),
} as const;
