import type { Zone } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { Role, StaffId, StaffMember } from '../domain/staff.ts';

/** Who is signed in, as screens know it. */
export interface StaffSession {
  readonly staff: StaffMember;
  /** Seconds without a touch after which it ends. */
  readonly idleSeconds: number;
}

/** What stands at the staff's door, before any PIN. */
export interface StaffDoor {
  readonly people: readonly { readonly id: StaffId; readonly name: string; readonly role: Role }[];
  /** Nobody administers this kiosk yet: the wizard makes the first admin. */
  readonly needsSetUp: boolean;
  /** What the wizard starts from. */
  readonly store: StoreGiven;
}

/** A person to add, or what is to be true of one. */
export interface PersonGiven {
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
}

/** The store as the wizard and the settings screen have it. */
export interface StoreGiven {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly askFor: string;
  readonly zone: Zone;
  readonly locale: Locale;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

/** Input and output of each call that has to do with staff. */
export interface StaffCalls {
  'staff:door': { input: null; output: StaffDoor };
  /** Makes the first admin and the store, and signs them in. Refused once there is an admin. */
  'staff:set-up': {
    input: { readonly admin: Omit<PersonGiven, 'role'>; readonly pin: string; readonly store: StoreGiven };
    output: StaffSession;
  };
  'staff:sign-in': { input: { readonly id: StaffId; readonly pin: string }; output: StaffSession };
  'staff:sign-out': { input: null; output: null };
  'staff:session': { input: null; output: StaffSession };
  'staff:touch': { input: null; output: null };
  'staff:own-pin': { input: { readonly oldPin: string; readonly newPin: string }; output: null };
  'staff:people': { input: null; output: readonly StaffMember[] };
  'staff:add': { input: { readonly person: PersonGiven; readonly pin: string }; output: StaffMember };
  'staff:change': {
    input: { readonly id: StaffId; readonly person: PersonGiven; readonly active: boolean };
    output: StaffMember;
  };
  'staff:set-pin': { input: { readonly id: StaffId; readonly pin: string }; output: null };
}
