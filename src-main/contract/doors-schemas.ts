import { z } from 'zod';
import type { RequestId } from '../domain/brand.ts';
import {
  countCharacters,
  FIELD_MAX_CHARACTERS,
  isKeepable,
  LOCALES,
  STATEMENT_MAX_CHARACTERS,
} from '../domain/intake.ts';
import type { StaffId } from '../domain/staff.ts';
import { TICKET_FIELD_MAX, type DoorCalls } from './doors-api.ts';

const text = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => countCharacters(value) <= max, `more than ${max} characters`)
    .refine(isKeepable, 'half of a character');
const requestId = z.uuid().transform((value) => value as RequestId);
const staffId = z.uuid().transform((value) => value as StaffId);
const locale = z.enum(LOCALES);

/** The input schemas of the calls behind the kiosk's two other doors. */
export const DOOR_SCHEMAS: { readonly [C in keyof DoorCalls]: z.ZodType<DoorCalls[C]['input']> } = {
  'status:look': z.strictObject({ number: text(TICKET_FIELD_MAX), secret: text(TICKET_FIELD_MAX) }),
  'status:add-words': z.strictObject({
    lookId: z.uuid(),
    requestId,
    text: text(STATEMENT_MAX_CHARACTERS).refine((value) => value !== '', 'no words'),
    locale,
  }),
  'status:leave': z.null(),
  'thanks:people': z.null(),
  'thanks:give': z.strictObject({
    requestId,
    to: staffId.nullable(),
    words: text(FIELD_MAX_CHARACTERS),
    locale,
    lookId: z.uuid().nullable(),
  }),
};
