import type { Brand } from './brand.ts';
import type { Locale } from './intake.ts';

/** Identifies a member of staff (UUIDv7). */
export type StaffId = Brand<string, 'StaffId'>;

/** What staff members are, from the fewest rights to the most. */
export const ROLES = ['clerk', 'technician', 'supervisor', 'admin'] as const;
/** A role of a staff member. */
export type Role = (typeof ROLES)[number];

/** A person who works here; nothing secret of theirs is in it. */
export interface StaffMember {
  readonly id: StaffId;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  /** Whoever left stays on record, and signs in no more. */
  readonly active: boolean;
}

/** Things that not everybody behind the PIN may do; whatever is not named here, everybody there may. */
export const RESTRICTED = [
  'settings',
  'see-settings',
  'people',
  'printers',
  'goodwill-above-limit',
  'draw-the-line',
  'known-issues',
  'see-everybodys-figures',
  'backups',
  'restore',
  'erase',
  'export',
] as const;
/** Something that not everybody may do. */
export type Restricted = (typeof RESTRICTED)[number];

const SUPERVISORS: readonly Role[] = ['supervisor', 'admin'];
const ADMINS: readonly Role[] = ['admin'];
const WHO: Readonly<Record<Restricted, readonly Role[]>> = {
  settings: ADMINS,
  'see-settings': ADMINS,
  people: ADMINS,
  printers: SUPERVISORS,
  'goodwill-above-limit': SUPERVISORS,
  'draw-the-line': SUPERVISORS,
  'known-issues': SUPERVISORS,
  'see-everybodys-figures': SUPERVISORS,
  backups: SUPERVISORS,
  restore: ADMINS,
  erase: ADMINS,
  export: SUPERVISORS,
};
/** What needs the PIN once more, entered just now: a session that was left open must not be enough. */
const FRESH_PIN: ReadonlySet<Restricted> = new Set([
  'settings',
  'people',
  'goodwill-above-limit',
  'restore',
  'erase',
  'export',
]);

/** Returns whether somebody of that role may do it. */
export function mayDo(role: Role, what: Restricted): boolean {
  return WHO[what].includes(role);
}

/** Returns whether it asks for the PIN once more. */
export function needsFreshPin(what: Restricted): boolean {
  return FRESH_PIN.has(what);
}

/** Longest name of a staff member, in characters. */
export const STAFF_NAME_MAX = 60;
/** Fewest digits of a PIN: a million, of which a stranger may try about a hundred a day. */
export const PIN_MIN_DIGITS = 6;
/** Most digits of a PIN. */
export const PIN_MAX_DIGITS = 12;

/** Returns why this cannot be a PIN, or null where it can. */
export function pinFault(pin: string): 'not-digits' | 'too-short' | 'too-long' | 'too-simple' | null {
  if (!/^[0-9]*$/.test(pin)) return 'not-digits';
  if (pin.length < PIN_MIN_DIGITS) return 'too-short';
  if (pin.length > PIN_MAX_DIGITS) return 'too-long';
  return isSimple(pin) ? 'too-simple' : null;
}

/** One digit again and again, a short group repeated (121212), or digits in a row (123456, 987654). */
function isSimple(pin: string): boolean {
  for (const length of [1, 2, 3]) {
    if (
      pin
        .slice(0, length)
        .repeat(Math.ceil(pin.length / length))
        .startsWith(pin)
    )
      return true;
  }
  const steps = new Set(
    [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
  );
  return steps.size === 1;
}

/** Wrong PINs that cost no time. */
export const FREE_TRIES = 5;
const FIRST_WAIT_MS = 15_000;
/** Longest wait between two tries: a stranger cannot lock staff out for good. */
export const LONGEST_WAIT_MS = 15 * 60_000;

/** Returns how long (milliseconds) to wait before the next try, after so many wrong PINs in a row. */
export function waitAfter(wrongTries: number): number {
  if (wrongTries < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(wrongTries - FREE_TRIES, 20), LONGEST_WAIT_MS);
}
