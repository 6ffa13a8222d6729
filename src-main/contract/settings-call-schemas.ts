import { z } from 'zod';
import { LOCALES } from '../domain/intake.ts';
import { SETTING_PARTS } from './settings-parts.ts';
import type { SettingsCalls } from './settings-api.ts';
import { STORE_SCHEMA } from './staff-schemas.ts';

const change: z.ZodType<SettingsCalls['settings:change']['input']> = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('store'), value: STORE_SCHEMA }),
  z.strictObject({ section: z.literal('hours'), value: SETTING_PARTS.week }),
  z.strictObject({ section: z.literal('holidays'), value: SETTING_PARTS.holidays }),
  z.strictObject({ section: z.literal('nextUpdate'), value: SETTING_PARTS.nextUpdate }),
  z.strictObject({ section: z.literal('warnings'), value: SETTING_PARTS.warnings }),
  z.strictObject({ section: z.literal('expectations'), value: SETTING_PARTS.lines }),
  z.strictObject({ section: z.literal('itemKinds'), value: SETTING_PARTS.itemKinds }),
  z.strictObject({ section: z.literal('goodwill'), value: SETTING_PARTS.goodwillLimits }),
  z.strictObject({
    section: z.literal('languages'),
    value: z
      .strictObject({ offered: SETTING_PARTS.languages, first: z.enum(LOCALES) })
      .refine(({ offered, first }) => offered.includes(first), 'the first language is not offered'),
  }),
  z.strictObject({ section: z.literal('retention'), value: SETTING_PARTS.retention }),
  z.strictObject({
    section: z.literal('idle'),
    value: z.strictObject({ kioskSeconds: SETTING_PARTS.kioskIdle, staffSeconds: SETTING_PARTS.staffIdle }),
  }),
]);

/** The input schemas of the calls about settings. */
export const SETTINGS_SCHEMAS: {
  readonly [C in keyof SettingsCalls]: z.ZodType<SettingsCalls[C]['input']>;
} = {
  'settings:view': z.null(),
  'settings:change': change,
  'board:warnings': z.null(),
};
