import { z } from 'zod';
import type { ClaimId } from '../domain/brand.ts';
import { countCharacters, isKeepable } from '../domain/intake.ts';
import { SEARCH_MAX_CHARACTERS, type SearchCalls } from './search-api.ts';

const text = z
  .string()
  .max(SEARCH_MAX_CHARACTERS * 2)
  .refine((value) => countCharacters(value) <= SEARCH_MAX_CHARACTERS, 'too long')
  .refine(isKeepable, 'half of a character');

/** The input schemas of the calls that find claims. */
export const SEARCH_SCHEMAS: { readonly [C in keyof SearchCalls]: z.ZodType<SearchCalls[C]['input']> } = {
  'search:find': z.strictObject({ text, ranked: z.boolean() }),
  'search:similar': z.strictObject({ claimId: z.uuid().transform((value) => value as ClaimId) }),
};
