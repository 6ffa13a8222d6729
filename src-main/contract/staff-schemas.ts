import { z } from 'zod';
import type { Zone } from '../domain/brand.ts';
import { storeCode } from '../domain/claim-number.ts';
import { isZone } from '../domain/due-time.ts';
import { countCharacters, isKeepable, LOCALES } from '../domain/intake.ts';
import { PIN_MAX_DIGITS, ROLES, STAFF_NAME_MAX, type StaffId } from '../domain/staff.ts';
import type { StaffCalls } from './staff-api.ts';

const STORE_LINE_MAX = 200;
const trimmed = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine(isKeepable, 'half of a character')
    .transform((value) => value.trim())
    .refine((value) => countCharacters(value) <= max, `more than ${max} characters`);
const named = (max: number) => trimmed(max).refine((value) => value !== '', 'empty');
const id = z.uuid().transform((value) => value as StaffId);
// Whether it can be a PIN is `pinFault`'s to say, in words; here only what is not worth looking at is refused.
const pin = z.string().max(PIN_MAX_DIGITS * 4);
const person = { name: named(STAFF_NAME_MAX), locale: z.enum(LOCALES) };
const member = z.strictObject({ ...person, role: z.enum(ROLES) });

/** The schema of a store, from the wizard and from the settings' screen. */
export const STORE_SCHEMA = z.strictObject({
  code: z.string().refine((value) => storeCode(value) !== undefined, 'no store code'),
  name: named(STORE_LINE_MAX),
  address: trimmed(STORE_LINE_MAX),
  phone: trimmed(STORE_LINE_MAX),
  askFor: trimmed(STORE_LINE_MAX),
  zone: z.string().refine((value): value is Zone => isZone(value), 'no such time zone'),
  locale: z.enum(LOCALES),
  currency: z.string().regex(/^[A-Z]{3}$/, 'no currency'),
});

/** The input schemas of the calls that have to do with staff. */
export const STAFF_SCHEMAS: { readonly [C in keyof StaffCalls]: z.ZodType<StaffCalls[C]['input']> } = {
  'staff:door': z.null(),
  'staff:set-up': z.strictObject({ admin: z.strictObject(person), pin, store: STORE_SCHEMA }),
  'staff:sign-in': z.strictObject({ id, pin }),
  'staff:sign-out': z.null(),
  'staff:session': z.null(),
  'staff:touch': z.null(),
  'staff:own-pin': z.strictObject({ oldPin: pin, newPin: pin }),
  'staff:people': z.null(),
  'staff:add': z.strictObject({ person: member, pin }),
  'staff:change': z.strictObject({ id, person: member, active: z.boolean() }),
  'staff:set-pin': z.strictObject({ id, pin }),
};
