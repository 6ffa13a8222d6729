import { z } from 'zod';
import type { PrintJobId, RequestId } from '../domain/brand.ts';
import {
  ATTEMPTS_MAX,
  CONTACT_WAYS,
  countCharacters,
  FEELINGS,
  FIELD_MAX_CHARACTERS,
  isKeepable,
  LOCALES,
  GIVEN_OUTCOMES,
  STATEMENT_MAX_CHARACTERS,
  WISHES,
} from '../domain/intake.ts';
import type { Calls } from './api.ts';
import type { Channel } from './channels.ts';
import { ATTACHMENT_SCHEMAS } from './attachment-schemas.ts';
import { DESK_SCHEMAS } from './desk-schemas.ts';
import { GOODWILL_SCHEMAS } from './goodwill-schemas.ts';
import { LINE_SCHEMAS } from './line-schemas.ts';
import { LOANER_SCHEMAS } from './loaner-schemas.ts';
import { ESCALATION_SCHEMAS } from './escalation-schemas.ts';
import { HEALTH_SCHEMAS } from './health-schemas.ts';
import { KNOWN_ISSUE_SCHEMAS } from './known-issue-schemas.ts';
import { DOOR_SCHEMAS } from './doors-schemas.ts';
import { MY_DAY_SCHEMAS } from './my-day-schemas.ts';
import { PAPER_SCHEMAS } from './paper-schemas.ts';
import { PRIVACY_SCHEMAS } from './privacy-schemas.ts';
import { REPORT_SCHEMAS } from './reports-schemas.ts';
import { SEARCH_SCHEMAS } from './search-schemas.ts';
import { SETTINGS_SCHEMAS } from './settings-call-schemas.ts';
import { SHELL_SCHEMAS } from './shell-schemas.ts';
import { STAFF_SCHEMAS } from './staff-schemas.ts';

const text = (max: number) =>
  z
    .string()
    // UTF-16 units first: the cheap check refuses megabytes before anything counts them.
    .max(max * 2)
    .refine((value) => countCharacters(value) <= max, `more than ${max} characters`)
    .refine(isKeepable, 'half of a character');
const field = text(FIELD_MAX_CHARACTERS);
const statement = text(STATEMENT_MAX_CHARACTERS).refine((value) => value !== '', 'no words');
const requestId = z.uuid().transform((value) => value as RequestId);
const jobId = z.uuid().transform((value) => value as PrintJobId);
const job = z.strictObject({ jobId });

const intake = z.strictObject({
  requestId,
  locale: z.enum(LOCALES),
  statement,
  feeling: z.strictObject({ face: z.enum(FEELINGS).nullable(), words: field }),
  item: z.strictObject({ name: field, serial: field }),
  attempts: z
    .array(
      z.strictObject({ description: field.refine((value) => value !== ''), outcome: z.enum(GIVEN_OUTCOMES) }),
    )
    .max(ATTEMPTS_MAX),
  wishes: z.strictObject({
    kinds: z.array(z.enum(WISHES)).refine((kinds) => new Set(kinds).size === kinds.length, 'a wish twice'),
    words: field,
  }),
  contact: z.strictObject({
    name: field,
    phone: field,
    email: field,
    way: z.enum(CONTACT_WAYS).nullable(),
  }),
});

const unfinished = z.strictObject({ requestId, locale: z.enum(LOCALES), statement });

/** The input schema of each channel; `register` refuses whatever does not match. */
export const INPUT_SCHEMAS: { readonly [C in Channel]: z.ZodType<Calls[C]['input']> } = {
  'kiosk:open': z.null(),
  'claim:submit': intake,
  'unfinished:keep': unfinished,
  'unfinished:hold': unfinished.nullable(),
  'print:status': job,
  'print:picture': job,
  'print:answer': z.strictObject({ jobId, cameOut: z.boolean() }),
  'staff:health': z.null(),
  ...STAFF_SCHEMAS,
  ...SETTINGS_SCHEMAS,
  ...PAPER_SCHEMAS,
  ...DESK_SCHEMAS,
  ...GOODWILL_SCHEMAS,
  ...LOANER_SCHEMAS,
  ...LINE_SCHEMAS,
  ...SEARCH_SCHEMAS,
  'exports:places': z.null(),
  'backups:view': z.null(),
  'backups:make': z.null(),
  'backups:restore': z.strictObject({ id: z.string().max(40) }),
  'backups:seen': z.strictObject({ id: z.int() }),
  ...HEALTH_SCHEMAS,
  ...ESCALATION_SCHEMAS,
  ...REPORT_SCHEMAS,
  ...KNOWN_ISSUE_SCHEMAS,
  ...SHELL_SCHEMAS,
  ...DOOR_SCHEMAS,
  ...MY_DAY_SCHEMAS,
  ...ATTACHMENT_SCHEMAS,
  ...PRIVACY_SCHEMAS,
};
