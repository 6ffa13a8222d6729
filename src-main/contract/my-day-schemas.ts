import { z } from 'zod';
import type { ClaimId, RequestId } from '../domain/brand.ts';
import { DISCARD_REASONS } from '../domain/my-day.ts';
import type { MyDayCalls } from './my-day-api.ts';

/** As much praise as one screen shows, and more. */
const SEEN_MAX = 200;
const requestId = z.uuid().transform((value) => value as RequestId);

/** The input schemas of the calls of one's own screen. */
export const MY_DAY_SCHEMAS: { readonly [C in keyof MyDayCalls]: z.ZodType<MyDayCalls[C]['input']> } = {
  'my-day:view': z.null(),
  'my-day:count': z.null(),
  'my-day:saw-praise': z.strictObject({ ids: z.array(z.uuid()).max(SEEN_MAX) }),
  'my-day:saw-hand-over': z.strictObject({ claimId: z.uuid().transform((value) => value as ClaimId) }),
  'unfinished:list': z.null(),
  'unfinished:open': z.strictObject({ requestId }),
  'unfinished:discard': z.strictObject({ requestId, reason: z.enum(DISCARD_REASONS) }),
};
