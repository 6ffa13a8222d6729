import { z } from 'zod';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { EXPECTATION_KINDS } from '../domain/expectation.ts';
import { countCharacters, FIELD_MAX_CHARACTERS, isKeepable, LOCALES } from '../domain/intake.ts';
import {
  JOIN_AT_ONCE_MAX,
  KNOWN_STATES,
  KNOWN_TITLE_MAX,
  TOLD_WAYS,
  type KnownIssueId,
} from '../domain/known-issue.ts';
import type { KnownIssueCalls } from './known-issue-api.ts';

/** Most characters of a description: it says what was seen, and not the whole history. */
const DESCRIPTION_MAX = 5_000;
/** Longest id of a place: a folder's path. */
const PLACE_MAX = 4_096;
/** The last instant that a JavaScript date can be. */
const INSTANT_MAX = 8.64e15;

const text = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => countCharacters(value) <= max, `more than ${max} characters`)
    .refine(isKeepable, 'half of a character');
const said = (max: number) => text(max).refine((value) => value.trim() !== '', 'no words');
const issueId = z.uuid().transform((value) => value as KnownIssueId);
const claimId = z.uuid().transform((value) => value as ClaimId);
const instant = z
  .int()
  .min(0)
  .max(INSTANT_MAX)
  .transform((value) => value as Instant);
const after = z.strictObject({ takenAt: instant, claimId }).nullable();
const words = {
  title: said(KNOWN_TITLE_MAX),
  description: text(DESCRIPTION_MAX),
  items: text(FIELD_MAX_CHARACTERS),
};
const line = z.strictObject({
  kind: z.enum(EXPECTATION_KINDS).exclude(['will']),
  texts: z.strictObject({ en: said(FIELD_MAX_CHARACTERS), ar: said(FIELD_MAX_CHARACTERS) }),
});

/** The input schemas of the calls about known issues. */
export const KNOWN_ISSUE_SCHEMAS: {
  readonly [C in keyof KnownIssueCalls]: z.ZodType<KnownIssueCalls[C]['input']>;
} = {
  'known-issue:list': z.strictObject({
    closed: z.boolean(),
    after: z.strictObject({ changedAt: instant, id: issueId }).nullable(),
  }),
  'known-issue:view': z.strictObject({ issueId }),
  'known-issue:claims': z.strictObject({ issueId, after }),
  'known-issue:customers': z.strictObject({ issueId, told: z.boolean(), after }),
  'known-issue:of-claim': z.strictObject({ claimId }),
  'known-issue:open': z.strictObject({ ...words, claimIds: z.array(claimId).max(JOIN_AT_ONCE_MAX) }),
  'known-issue:join': z.strictObject({ claimId, issueId }),
  'known-issue:leave': z.strictObject({ claimId, issueId }),
  'known-issue:change': z.strictObject({ issueId, ...words, state: z.enum(KNOWN_STATES), line }),
  'known-issue:tell': z.strictObject({ claimId, issueId, how: z.enum(TOLD_WAYS).nullable() }),
  'known-issue:pack': z.strictObject({
    issueId,
    placeId: z.string().min(1).max(PLACE_MAX),
    format: z.enum(['pdf', 'csv']),
    paper: z.enum(['a4', 'letter']),
    locale: z.enum(LOCALES),
  }),
};
