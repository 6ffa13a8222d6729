import { z } from 'zod';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { AMOUNT_MAX, CHARGE_KINDS, MINUTES_MAX } from '../domain/charge.ts';
import { ANSWER_WAYS, LANES, SET_STATUSES } from '../domain/claim-life.ts';
import { UNDERSTANDING_ANSWERS } from '../domain/desk.ts';
import { GOODWILL_KINDS } from '../domain/goodwill.ts';
import {
  countCharacters,
  FEELINGS,
  FIELD_MAX_CHARACTERS,
  isKeepable,
  LOCALES,
  OUTCOMES,
  STATEMENT_MAX_CHARACTERS,
} from '../domain/intake.ts';
import { PROMISE_SUBJECTS, type PromiseId } from '../domain/promise.ts';
import { PIN_MAX_DIGITS, type StaffId } from '../domain/staff.ts';
import type { DeskCalls } from './desk-api.ts';

/** Most characters of what staff write: letters and plans are longer than a field. */
const STAFF_TEXT_MAX = 5_000;
/** The last instant that a JavaScript date can be. */
const INSTANT_MAX = 8.64e15;

const text = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => countCharacters(value) <= max, `more than ${max} characters`)
    .refine(isKeepable, 'half of a character');
/** Something that must be said, of so many characters at the most. */
export const said = (max: number) => text(max).refine((value) => value.trim() !== '', 'no words');
/** A short text, or none. */
export const field = text(FIELD_MAX_CHARACTERS);
/** What staff write down: never empty. */
export const written = said(STAFF_TEXT_MAX);
/** The id of a claim. */
export const claimId = z.uuid().transform((value) => value as ClaimId);
const promiseId = z.uuid().transform((value) => value as PromiseId);
const staffId = z.uuid().transform((value) => value as StaffId);
/** A point in time. */
export const instant = z
  .int()
  .min(0)
  .max(INSTANT_MAX)
  .transform((value) => value as Instant);
const minor = z.int().min(0).max(AMOUNT_MAX);
/** How a customer said it. */
export const how = z.enum(ANSWER_WAYS);
const feeling = z
  .strictObject({ face: z.enum(FEELINGS).nullable(), words: field })
  .refine(({ face, words }) => face !== null || words !== '', 'no feeling');
const promise = z.strictObject({
  about: z.enum(PROMISE_SUBJECTS),
  text: said(FIELD_MAX_CHARACTERS),
  due: instant,
  ownerId: staffId,
});
const again = z.strictObject({
  text: said(FIELD_MAX_CHARACTERS).nullable(),
  due: instant,
  ownerId: staffId,
});
const who = z.enum(['mine', 'all']);

/** The input schemas of the calls about claims and the board. */
export const DESK_SCHEMAS: { readonly [C in keyof DeskCalls]: z.ZodType<DeskCalls[C]['input']> } = {
  'board:view': z.strictObject({ who }),
  'board:page': z.strictObject({
    who,
    lane: z.enum(LANES),
    after: z.strictObject({ due: instant, running: z.int().min(0) }),
  }),
  'board:hours': z.null(),
  'claim:view': z.strictObject({ claimId }),
  'claim:give-promise': z.strictObject({ claimId, promise }),
  'claim:ask-promise': z.strictObject({ claimId, promise }),
  'claim:answer-request': z.strictObject({ claimId, requestId: z.uuid(), refusal: written.nullable() }),
  'claim:keep-promise': z.strictObject({ claimId, promiseId, nextDue: instant.nullable() }),
  'claim:renegotiate': z.strictObject({ claimId, promiseId, how, again: again.nullable() }),
  'claim:make-amends': z.strictObject({
    claimId,
    promiseId,
    apology: written.nullable(),
    again: again.nullable(),
    call: z.strictObject({ by: instant, who: staffId }).nullable(),
  }),
  'claim:add-expectation': z.strictObject({
    claimId,
    kind: z.enum(['try', 'cannot', 'unknown']),
    text: said(FIELD_MAX_CHARACTERS),
  }),
  'claim:retire-expectation': z.strictObject({ claimId, position: z.int().min(0) }),
  'claim:set-status': z.strictObject({ claimId, status: z.enum(SET_STATUSES) }),
  'claim:close': z.strictObject({
    claimId,
    ending: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('accepted'), how, at: instant }),
      z.strictObject({ kind: z.literal('no-agreement'), reason: written }),
    ]),
    feeling: feeling.nullable(),
  }),
  'claim:reopen': z.strictObject({ claimId }),
  'claim:hand-over': z.strictObject({ claimId, to: staffId, line: field }),
  'claim:place': z.strictObject({ claimId, bin: field }),
  'claim:note': z.strictObject({ claimId, kind: z.enum(['note', 'call', 'apology']), text: written }),
  'claim:add-statement': z.strictObject({
    claimId,
    text: text(STATEMENT_MAX_CHARACTERS).refine((value) => value !== '', 'no words'),
    locale: z.enum(LOCALES),
  }),
  'claim:add-feeling': z.strictObject({ claimId, feeling }),
  'claim:understand': z.strictObject({ claimId, text: written }),
  'claim:answer-understanding': z.strictObject({
    claimId,
    version: z.int().min(1),
    answer: z.enum(UNDERSTANDING_ANSWERS),
    how,
  }),
  'claim:propose-attempt': z.strictObject({
    claimId,
    description: said(FIELD_MAX_CHARACTERS),
    serial: field,
    reason: field.nullable(),
  }),
  'claim:finish-attempt': z.strictObject({ claimId, attemptId: z.uuid(), outcome: z.enum(OUTCOMES) }),
  'claim:plan': z.strictObject({ claimId, text: written.nullable() }),
  'claim:estimate': z.strictObject({ claimId, limitMinor: minor, text: field }),
  'claim:answer-estimate': z.strictObject({
    claimId,
    version: z.int().min(1),
    answer: z.enum(['yes', 'no']),
    saidBy: said(FIELD_MAX_CHARACTERS),
    how,
  }),
  'claim:charge': z.strictObject({
    claimId,
    kind: z.enum(CHARGE_KINDS),
    what: said(FIELD_MAX_CHARACTERS),
    minor,
  }),
  'claim:uncharge': z.strictObject({ claimId, seq: z.int().min(1) }),
  'claim:research': z.strictObject({ claimId, minutes: z.int().min(1).max(MINUTES_MAX), what: field }),
  'claim:goodwill': z.strictObject({
    claimId,
    kind: z.enum(GOODWILL_KINDS),
    what: said(FIELD_MAX_CHARACTERS),
    minor,
    reason: written,
    decision: z.enum(['given', 'refused']),
    approval: z.strictObject({ staffId, pin: z.string().max(PIN_MAX_DIGITS * 4) }).nullable(),
  }),
  'claim:print': z.strictObject({
    claimId,
    slip: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('store-copy') }),
      z.strictObject({ kind: z.literal('item-label') }),
      z.strictObject({ kind: z.literal('update'), news: written, because: z.enum(['ours', 'supplier']) }),
      z.strictObject({ kind: z.literal('resolution'), done: written }),
    ]),
  }),
};
