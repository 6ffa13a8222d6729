import { z } from 'zod';
import { PERSON_CLAIMS_MAX } from '../domain/erasure.ts';
import { PAPERS } from '../domain/paper-size.ts';
import { claimId } from './desk-schemas.ts';
import type { PrivacyCalls } from './privacy-api.ts';

/** Longest id of a place: a folder's path. */
const PLACE_MAX = 4_096;

const claimIds = z
  .array(claimId)
  .min(1)
  .max(PERSON_CLAIMS_MAX)
  .refine((ids) => new Set(ids).size === ids.length, 'a claim twice');

/** The input schemas of the calls about what is held on a person. */
export const PRIVACY_SCHEMAS: {
  readonly [C in keyof PrivacyCalls]: z.ZodType<PrivacyCalls[C]['input']>;
} = {
  'privacy:held': z.strictObject({ claimId }),
  'privacy:export': z.strictObject({
    claimIds,
    placeId: z.string().min(1).max(PLACE_MAX),
    format: z.enum(['pdf', 'json']),
    paper: z.enum(PAPERS),
  }),
  'privacy:erase': z.strictObject({ claimIds }),
  'privacy:purged': z.null(),
};
