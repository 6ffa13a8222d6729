import { z } from 'zod';
import type { ClaimId } from '../domain/brand.ts';
import type { GoodwillCalls } from './goodwill-api.ts';

/** The input schemas of the calls about goodwill. */
export const GOODWILL_SCHEMAS: { readonly [C in keyof GoodwillCalls]: z.ZodType<GoodwillCalls[C]['input']> } =
  {
    'goodwill:limits': z.null(),
    'goodwill:similar': z.strictObject({ claimId: z.uuid().transform((value) => value as ClaimId) }),
  };
