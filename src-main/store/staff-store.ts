import type { Instant } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Role, StaffId, StaffMember } from '../domain/staff.ts';
import { createAuditStore, type AuditEvent } from './audit-store.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** A person to add, with the hash of their PIN (`hashPin`). */
export interface NewStaffMember {
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly pinHash: string;
}

/** What of a person can change. */
export interface StaffChange {
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly active: boolean;
}

/** Why a person was not added or changed. */
export type StaffFault = 'name-taken' | 'last-admin' | 'not-found';

/** Who did it; null where nobody could sign in yet. */
export type Actor = StaffId | null;

/** The people who work here. Every change is on record with who made it. Methods throw what SQLite throws. */
export interface StaffStore {
  /** Returns everybody, also who left, by name. */
  all(): readonly StaffMember[];
  get(id: StaffId): StaffMember | null;
  /** Returns whether anybody can administer this kiosk; until then the wizard is open. */
  hasAdmin(): boolean;
  add(member: NewStaffMember, actor: Actor, at: Instant): Result<StaffMember, StaffFault>;
  /** The last admin can neither leave nor become something else: nobody could ever let anybody in again. */
  change(id: StaffId, change: StaffChange, actor: Actor, at: Instant): Result<StaffMember, StaffFault>;
  setPin(id: StaffId, pinHash: string, actor: Actor, at: Instant): Result<null, StaffFault>;
  /** Returns the hash to check a PIN against, or null where there is nobody. */
  pinHash(id: StaffId): string | null;
  /** Returns how many wrong PINs in a row were tried for this person. */
  wrongTries(id: StaffId): number;
  /** Counts a try as wrong, on the disk, before anybody knows whether it is. Returns the count with it. */
  countTry(id: StaffId): number;
  /** The PIN was right: the count starts anew, and the sign-in is on record. */
  signedIn(id: StaffId, at: Instant): void;
  /** Puts on record what a person did, or tried and may not. */
  record(event: AuditEvent, subject: string, actor: StaffId, at: Instant): void;
}

interface Row extends Omit<StaffMember, 'active'> {
  readonly active: number;
}

const COLUMNS = 'id, name, role, locale, active';

/** Returns the people of `db`; `newId` gives a new UUIDv7 each time. */
export function createStaffStore(db: Db, newId: () => string): StaffStore {
  const audit = createAuditStore(db);
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM staff_member ORDER BY name COLLATE NOCASE, id`);
  const byId = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM staff_member WHERE id = ?`);
  const admins = db
    .prepare<[string], number>(
      `SELECT count(*) FROM staff_member WHERE role = 'admin' AND active = 1 AND id <> ?`,
    )
    .pluck();
  const nameTaken = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM staff_member WHERE name = ? COLLATE NOCASE AND active = 1 AND id <> ?`,
    )
    .pluck();
  const insert = db.prepare(
    `INSERT INTO staff_member (id, name, role, locale, active, pin_hash, created_at, changed_at)
     VALUES (@id, @name, @role, @locale, 1, @pinHash, @at, @at)`,
  );
  const update = db.prepare(
    `UPDATE staff_member SET name = @name, role = @role, locale = @locale, active = @active, changed_at = @at
     WHERE id = @id`,
  );
  const updatePin = db.prepare('UPDATE staff_member SET pin_hash = ?, changed_at = ? WHERE id = ?');
  const hash = db.prepare<[string], string>('SELECT pin_hash FROM staff_member WHERE id = ?').pluck();
  const tries = db.prepare<[string], number>('SELECT wrong_tries FROM pin_guard WHERE staff_id = ?').pluck();
  const count = db
    .prepare<[string], number>(
      `INSERT INTO pin_guard (staff_id, wrong_tries) VALUES (?, 1)
       ON CONFLICT (staff_id) DO UPDATE SET wrong_tries = wrong_tries + 1 RETURNING wrong_tries`,
    )
    .pluck();
  const forget = db.prepare('DELETE FROM pin_guard WHERE staff_id = ?');

  const memberOf = (row: Row): StaffMember => ({ ...row, active: row.active === 1 });

  function get(id: StaffId): StaffMember | null {
    const row = byId.get(id);
    return row ? memberOf(row) : null;
  }

  function kept(id: StaffId): StaffMember {
    const member = get(id);
    if (!member) throw new Error('a staff member was kept and is not there');
    return member;
  }

  function put(event: AuditEvent, subject: string, actor: Actor, at: Instant): void {
    audit.append({ at, event, subject, ...(actor === null ? {} : { actor }) });
  }

  return {
    all: () => all.all().map(memberOf),
    get,
    hasAdmin: () => (admins.get('') ?? 0) > 0,
    add: (member, actor, at) =>
      inTransaction(db, () => {
        const id = newId() as StaffId;
        if (nameTaken.get(member.name, id)) return err('name-taken');
        insert.run({ ...member, id, at });
        put('staff-added', `${id} ${member.role}`, actor, at);
        return ok(kept(id));
      }),
    change: (id, change, actor, at) =>
      inTransaction(db, () => {
        if (!get(id)) return err('not-found');
        if (change.active && nameTaken.get(change.name, id)) return err('name-taken');
        const administers = change.active && change.role === 'admin';
        if (!administers && admins.get(id) === 0) return err('last-admin');
        update.run({ ...change, active: change.active ? 1 : 0, id, at });
        put('staff-changed', `${id} ${change.role}${change.active ? '' : ' left'}`, actor, at);
        return ok(kept(id));
      }),
    setPin: (id, pinHash, actor, at) =>
      inTransaction(db, () => {
        if (updatePin.run(pinHash, at, id).changes === 0) return err('not-found');
        forget.run(id);
        put('pin-set', id, actor, at);
        return ok(null);
      }),
    pinHash: (id) => hash.get(id) ?? null,
    wrongTries: (id) => tries.get(id) ?? 0,
    countTry: (id) => inTransaction(db, () => count.get(id) ?? 0),
    signedIn: (id, at) =>
      inTransaction(db, () => {
        const wrong = tries.get(id) ?? 0;
        forget.run(id);
        // The try that was right was counted too, before it was known.
        put('signed-in', wrong > 1 ? `after ${wrong - 1} wrong` : '', id, at);
      }),
    record: (event, subject, actor, at) => inTransaction(db, () => put(event, subject, actor, at)),
  };
}
