import { z } from 'zod';
import { LINE_ANSWERS } from '../domain/drawn-line.ts';
import { claimId, instant, written } from './desk-schemas.ts';
import type { LineCalls } from './line-api.ts';

/** The input schemas of the calls about threats and what is decided then. */
export const LINE_SCHEMAS: { readonly [C in keyof LineCalls]: z.ZodType<LineCalls[C]['input']> } = {
  'claim:warn': z.strictObject({ claimId, text: written, happenedAt: instant }),
  'claim:draw-line': z.strictObject({ claimId, reason: written, reviewDue: instant, expires: instant }),
  'claim:review-line': z.strictObject({
    claimId,
    seq: z.int().min(1),
    answer: z.enum(LINE_ANSWERS),
    reason: written,
  }),
};
