import { z } from 'zod';
import { FIELD_MAX_CHARACTERS } from '../domain/intake.ts';
import { claimId, field, how, instant, said } from './desk-schemas.ts';
import type { LoanerCalls } from './loaner-api.ts';

const needed = said(FIELD_MAX_CHARACTERS);

/** The input schemas of the calls about what is lent. */
export const LOANER_SCHEMAS: { readonly [C in keyof LoanerCalls]: z.ZodType<LoanerCalls[C]['input']> } = {
  'claim:lend': z.strictObject({
    claimId,
    loaner: z.strictObject({
      name: needed,
      serial: field,
      state: needed,
      due: instant,
      agreedBy: needed,
      agreedHow: how,
    }),
  }),
  'claim:take-back': z.strictObject({ claimId, seq: z.int().min(1), state: needed }),
};
