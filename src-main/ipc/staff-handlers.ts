import type { CallError } from '../contract/api.ts';
import type { StoreGiven } from '../contract/staff-api.ts';
import { storeCode } from '../domain/claim-number.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import { pinFault, type StaffMember } from '../domain/staff.ts';
import type { ServingParts } from './parts.ts';
import type { OpenHandlers, StaffHandlers } from './register.ts';

type DoorCalls = Pick<OpenHandlers, 'staff:door' | 'staff:set-up' | 'staff:sign-in' | 'staff:sign-out'>;
type PeopleCalls = Pick<
  StaffHandlers,
  | 'staff:session'
  | 'staff:touch'
  | 'staff:own-pin'
  | 'staff:people'
  | 'staff:add'
  | 'staff:change'
  | 'staff:set-pin'
>;

/** Returns what answers at the staff's door, where nobody is signed in. */
export function doorHandlers(parts: ServingParts): DoorCalls {
  const { now, settings } = parts;
  const { staff, sessions } = parts.stores;
  return {
    'staff:door': () =>
      ok({
        people: staff
          .all()
          .filter(({ active }) => active)
          .map(({ id, name, role }) => ({ id, name, role })),
        needsSetUp: !staff.hasAdmin(),
        store: settings.kept().store,
      }),
    'staff:set-up': async ({ admin, pin, store }) => {
      if (staff.hasAdmin()) return err(ALREADY);
      const hashed = await hashOf(pin, parts);
      if (!hashed.ok) return hashed;
      // Again, after the wait: somebody else may have been quicker.
      if (staff.hasAdmin()) return err(ALREADY);
      const kept = keepStore(parts, store);
      if (!kept.ok) return kept;
      const added = staff.add({ ...admin, role: 'admin', pinHash: hashed.value }, null, now());
      if (!added.ok) return err({ code: added.error, detail: admin.name });
      return sessions.signIn(added.value.id, pin);
    },
    'staff:sign-in': ({ id, pin }) => sessions.signIn(id, pin),
    'staff:sign-out': () => {
      sessions.signOut();
      return ok(null);
    },
  };
}

/** Returns what answers the calls about people. */
export function peopleHandlers(parts: ServingParts): PeopleCalls {
  const { now } = parts;
  const { staff, sessions } = parts.stores;

  async function setPin(member: StaffMember, pin: string, by: StaffMember): Promise<Result<null, CallError>> {
    const hashed = await hashOf(pin, parts);
    if (!hashed.ok) return hashed;
    const set = staff.setPin(member.id, hashed.value, by.id, now());
    return set.ok ? ok(null) : err({ code: set.error, detail: member.id });
  }

  return {
    'staff:session': () => {
      const session = sessions.show();
      return session ? ok(session) : err({ code: 'signed-out', detail: 'nobody is signed in' });
    },
    'staff:touch': () => {
      sessions.touch();
      return ok(null);
    },
    'staff:own-pin': async ({ oldPin, newPin }, by) => {
      // The same door as signing in, so that an open session is no way to guess.
      const again = await sessions.signIn(by.id, oldPin);
      return again.ok ? setPin(by, newPin, by) : again;
    },
    'staff:people': () => ok(staff.all()),
    'staff:add': async ({ person, pin }, by) => {
      const hashed = await hashOf(pin, parts);
      if (!hashed.ok) return hashed;
      const added = staff.add({ ...person, pinHash: hashed.value }, by.id, now());
      return added.ok ? added : err({ code: added.error, detail: person.name });
    },
    'staff:change': ({ id, person, active }, by) => {
      const changed = staff.change(id, { ...person, active }, by.id, now());
      return changed.ok ? changed : err({ code: changed.error, detail: person.name });
    },
    'staff:set-pin': ({ id, pin }, by) => {
      const member = staff.get(id);
      return member ? setPin(member, pin, by) : err({ code: 'not-found', detail: id });
    },
  };
}

const ALREADY: CallError = { code: 'already-set-up', detail: 'there is an admin' };

async function hashOf(
  pin: string,
  { hashPin }: Pick<ServingParts, 'hashPin'>,
): Promise<Result<string, CallError>> {
  const fault = pinFault(pin);
  return fault === null ? ok(await hashPin(pin)) : err({ code: 'bad-pin', detail: fault });
}

function keepStore({ settings }: ServingParts, given: StoreGiven): Result<StoreGiven, CallError> {
  const code = storeCode(given.code);
  if (!code) return err({ code: 'invalid-input', detail: 'the store code' });
  const changed = settings.change((kept): Settings => ({ ...kept, store: { ...given, code } }));
  return changed.ok ? ok(changed.value.store) : err({ code: 'not-kept', detail: changed.error });
}
