import { z } from 'zod';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { ESCALATION_OUTCOMES, LETTER_SECTIONS, SEND_WAYS } from '../domain/escalation.ts';
import { countCharacters, FIELD_MAX_CHARACTERS, isKeepable, LOCALES } from '../domain/intake.ts';
import { PAPERS } from '../domain/paper-size.ts';
import type { EscalationCalls } from './escalation-api.ts';

const PROSE_MAX = 5_000;
const SIMILAR_MAX = 8;
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
const field = text(FIELD_MAX_CHARACTERS);
const claimId = z.uuid().transform((value) => value as ClaimId);
const escalationId = z.uuid();
const version = z.int().min(1);
const wanted = z.strictObject({
  to: z
    .strictObject({ name: field, organisation: field, address: field })
    .refine(({ name, organisation }) => name.trim() !== '' || organisation.trim() !== '', 'nobody'),
  asked: said(FIELD_MAX_CHARACTERS),
  due: z
    .int()
    .min(0)
    .max(INSTANT_MAX)
    .transform((value) => value as Instant),
  similar: z.array(claimId).max(SIMILAR_MAX),
});
const prose = z.record(z.enum(LETTER_SECTIONS), text(PROSE_MAX));
const paper = { paper: z.enum(PAPERS), copy: z.boolean() };

/** The input schemas of the calls about letters to whoever can decide. */
export const ESCALATION_SCHEMAS: {
  readonly [C in keyof EscalationCalls]: z.ZodType<EscalationCalls[C]['input']>;
} = {
  'escalation:of-claim': z.strictObject({ claimId }),
  'escalation:draft': z.strictObject({ claimId, wanted, locale: z.enum(LOCALES) }),
  'escalation:write': z.strictObject({ claimId, escalationId, version, wanted, prose }),
  'escalation:send': z.strictObject({ claimId, escalationId, version, how: z.enum(SEND_WAYS) }),
  'escalation:answer': z.strictObject({
    claimId,
    escalationId,
    text: said(PROSE_MAX),
    outcome: z.enum(ESCALATION_OUTCOMES),
  }),
  'escalation:withdraw': z.strictObject({ claimId, escalationId, reason: said(FIELD_MAX_CHARACTERS) }),
  'escalation:pages': z.strictObject({ claimId, escalationId, ...paper }),
  'escalation:save': z.strictObject({
    claimId,
    escalationId,
    ...paper,
    placeId: z.string().min(1).max(PLACE_MAX),
  }),
};
