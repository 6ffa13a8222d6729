import type { CallError } from '../contract/api.ts';
import type { StaffSession } from '../contract/staff-api.ts';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  mayDo,
  needsFreshPin,
  waitAfter,
  type Restricted,
  type StaffId,
  type StaffMember,
} from '../domain/staff.ts';
import type { StaffStore } from '../store/staff-store.ts';

/** Who is behind the counter's screen right now. Main keeps it; the window only asks. */
export interface StaffSessions {
  /** Returns whoever is signed in, or null; a session that was idle too long is over. */
  current(): StaffMember | null;
  /** Returns the person where they may do it, with a fresh PIN where that is asked for. A refusal is on record. */
  allow(what: Restricted | null): Result<StaffMember, CallError>;
  /** Checks a PIN and begins a session; it also renews the one of the same person. */
  signIn(id: StaffId, pin: string): Promise<Result<StaffSession, CallError>>;
  /**
   * Checks the PIN of somebody who stands by and may do it, for this once: whoever is signed in stays so. Wrong PINs
   * count as at the door.
   */
  vouch(id: StaffId, pin: string, what: Restricted): Promise<Result<StaffMember, CallError>>;
  /** Returns the session as screens know it, or null. */
  show(): StaffSession | null;
  /** Somebody touched the screen. */
  touch(): void;
  signOut(): void;
}

/** How long after the PIN something that asks for a fresh one may be done. */
const FRESH_MS = 2 * 60_000;
/** Longest session, touched or not: a working day. */
const LONGEST_MS = 12 * 60 * 60_000;

/**
 * Returns the session of one window. Waits between tries are measured by a clock that nobody can set (`monotonicMs`),
 * and begin anew with the app: a restart or a changed clock never makes one shorter.
 */
export function createStaffSessions(parts: {
  readonly staff: StaffStore;
  readonly isPin: (pin: string, hash: string) => Promise<boolean>;
  readonly now: () => Instant;
  readonly monotonicMs: () => number;
  /** How long without a touch a session lasts, in milliseconds. */
  readonly idleMs: () => number;
}): StaffSessions {
  const { staff, now, monotonicMs } = parts;
  let session: { readonly id: StaffId; readonly since: number; touched: number; pinAt: number } | null = null;
  /** When the wait of a person began; a person with wrong tries from before the start waits from the start. */
  const waitsSince = new Map<StaffId, number>();
  const startedAt = monotonicMs();
  /** One try at a time: two at once would both be told whether they were right. */
  let trying: Promise<unknown> = Promise.resolve();

  function waitLeft(id: StaffId): number {
    const wait = waitAfter(staff.wrongTries(id));
    return Math.max(0, (waitsSince.get(id) ?? startedAt) + wait - monotonicMs());
  }

  function current(): StaffMember | null {
    if (!session) return null;
    const at = monotonicMs();
    const member =
      at - session.touched < parts.idleMs() && at - session.since < LONGEST_MS ? staff.get(session.id) : null;
    if (member?.active) return member;
    session = null;
    return null;
  }

  function show(): StaffSession | null {
    const member = current();
    return member && { staff: member, idleSeconds: Math.round(parts.idleMs() / 1000) };
  }

  async function checkPin(id: StaffId, pin: string): Promise<Result<null, CallError>> {
    const hash = staff.pinHash(id);
    if (hash === null || !staff.get(id)?.active)
      return err({ code: 'not-found', detail: 'nobody of that name' });
    const left = waitLeft(id);
    if (left > 0) return err({ code: 'locked', detail: 'too many wrong PINs', waitMs: left });
    // On the disk before the PIN is looked at: a power cut in the middle is a wrong try.
    const wrong = staff.countTry(id);
    waitsSince.set(id, monotonicMs());
    if (!(await parts.isPin(pin, hash))) {
      waitsSince.set(id, monotonicMs());
      return err({ code: 'wrong-pin', detail: `${wrong} wrong`, waitMs: waitAfter(wrong) });
    }
    staff.signedIn(id, now());
    waitsSince.delete(id);
    return ok(null);
  }

  async function attempt(id: StaffId, pin: string): Promise<Result<StaffSession, CallError>> {
    const checked = await checkPin(id, pin);
    if (!checked.ok) return checked;
    const at = monotonicMs();
    session = { id, since: session?.id === id ? session.since : at, touched: at, pinAt: at };
    const begun = show();
    return begun ? ok(begun) : err({ code: 'not-found', detail: 'this person was removed meanwhile' });
  }

  /** The next try waits for this one, whatever came of it; who asked for this one hears of its failure. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = trying.then(work);
    trying = result.catch(() => undefined);
    return result;
  }

  function refuse(member: StaffMember, what: string, error: CallError): Result<never, CallError> {
    staff.record('refused', what, member.id, now());
    return err(error);
  }

  return {
    current,
    show,
    allow(what) {
      const member = current();
      if (!member || !session) return err({ code: 'signed-out', detail: 'nobody is signed in' });
      session.touched = monotonicMs();
      if (what === null) return ok(member);
      if (!mayDo(member.role, what)) {
        return refuse(member, what, { code: 'not-allowed', detail: `${member.role} may not ${what}` });
      }
      if (needsFreshPin(what) && monotonicMs() - session.pinAt > FRESH_MS) {
        return err({ code: 'pin-again', detail: what });
      }
      return ok(member);
    },
    signIn: (id, pin) => inTurn(() => attempt(id, pin)),
    async vouch(id, pin, what) {
      const checked = await inTurn(() => checkPin(id, pin));
      if (!checked.ok) return checked;
      const member = staff.get(id);
      if (!member?.active) return err({ code: 'not-found', detail: 'this person was removed meanwhile' });
      if (mayDo(member.role, what)) return ok(member);
      return refuse(member, what, { code: 'not-allowed', detail: `${member.role} may not ${what}` });
    },
    touch() {
      if (current() && session) session.touched = monotonicMs();
    },
    signOut() {
      session = null;
    },
  };
}
