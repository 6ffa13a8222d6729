import { z } from 'zod';
import type { HealthCalls } from './health-api.ts';

/** Longest folder of a drive that can be chosen, in characters: what Linux takes. */
const PLACE_MAX = 4_096;

/** The input schemas of the calls about how the kiosk is. */
export const HEALTH_SCHEMAS: { readonly [C in keyof HealthCalls]: z.ZodType<HealthCalls[C]['input']> } = {
  'health:view': z.null(),
  'health:brief': z.null(),
  'health:second-place': z.strictObject({ placeId: z.string().min(1).max(PLACE_MAX).nullable() }),
};
