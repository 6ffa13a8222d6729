import { createHash, timingSafeEqual } from 'node:crypto';
import type { CallError } from '../contract/api.ts';
import type { ClaimId, Instant, RequestId } from '../domain/brand.ts';
import { KIOSK_FORGETS_MS, lookWait } from '../domain/look-wait.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { parseSecret } from '../domain/secret.ts';
import { LONGEST_WAIT_MS } from '../domain/staff.ts';
import { readClaimNumber } from '../domain/ticket-code.ts';
import type { GuardedSubject, LookStore } from '../store/look-store.ts';

/** The one claim that whoever stands at the kiosk showed the ticket of, until they leave it. */
export interface ClaimLook {
  /**
   * Compares the pair and opens the claim for this window. `not-found` never says which half was wrong, and takes as
   * long for a number that does not exist; `locked` until `waitMs` have passed.
   */
  open(given: { readonly number: string; readonly secret: string }): Result<OpenLook, CallError>;
  /** Returns the claim of a look that is open, or null. */
  current(lookId: string): OpenLook | null;
  /** Nobody looks any more. */
  close(): void;
}

/** A look that is open. */
export interface OpenLook {
  readonly lookId: string;
  readonly claimId: ClaimId;
  /** What was added already: the same words sent twice are kept once. */
  readonly added: Set<RequestId>;
}

/** A look that nobody uses is over after this long; the screen is wiped long before. */
const LOOK_MS = 10 * 60_000;
/** What a secret is compared with where there is no claim. */
const NO_SECRET = '';

/**
 * Returns the look of one window. Waits are measured by a clock that nobody can set, and begin anew with the app: a
 * restart never makes one shorter. The counts are in the database.
 */
export function createClaimLook(parts: {
  readonly looks: LookStore;
  readonly now: () => Instant;
  readonly monotonicMs: () => number;
  readonly newId: () => string;
}): ClaimLook {
  const { looks, now, monotonicMs } = parts;
  const startedAt = monotonicMs();
  const waitsSince = new Map<GuardedSubject, number>();
  let look: (OpenLook & { usedAt: number }) | null = null;

  function waitLeft(subject: GuardedSubject): number {
    const wait = lookWait(subject === 'kiosk' ? 'kiosk' : 'number', looks.wrongTries(subject));
    return wait === 0 ? 0 : Math.max(0, (waitsSince.get(subject) ?? startedAt) + wait - monotonicMs());
  }

  function isCalm(): boolean {
    return monotonicMs() - (waitsSince.get('kiosk') ?? startedAt) > KIOSK_FORGETS_MS;
  }

  /** Whoever is not remembered waits from the start of the app, which is longer ago than the longest wait. */
  function forgetOld(): void {
    for (const [subject, since] of waitsSince) {
      if (subject !== 'kiosk' && monotonicMs() - since > LONGEST_WAIT_MS) waitsSince.delete(subject);
    }
  }

  return {
    open({ number: typedNumber, secret: typedSecret }) {
      look = null;
      if (isCalm() && looks.wrongTries('kiosk') > 0) looks.forget('kiosk');
      const number = readClaimNumber(typedNumber);
      // What is no number at all is nobody's: it counts for the kiosk alone.
      const subjects: readonly GuardedSubject[] = number === null ? ['kiosk'] : ['kiosk', number];
      const left = Math.max(...subjects.map(waitLeft));
      if (left > 0) return err({ code: 'locked', detail: 'too many wrong pairs', waitMs: left });
      // On the disk before anything is compared: a power cut in the middle is a wrong try.
      looks.countTry(subjects, now());
      const kioskSince = waitsSince.get('kiosk');
      forgetOld();
      for (const subject of subjects) waitsSince.set(subject, monotonicMs());
      const found = number === null ? null : looks.secretOf(number);
      const isRight = isSame(parseSecret(typedSecret) ?? typedSecret, found?.secret ?? NO_SECRET);
      if (number === null || found === null || !isRight) {
        const waitMs = Math.max(...subjects.map(waitLeft));
        return err({ code: 'not-found', detail: 'no such pair', ...(waitMs > 0 ? { waitMs } : {}) });
      }
      looks.forget(number);
      looks.takeBack('kiosk');
      waitsSince.delete(number);
      // Right pairs do not keep the kiosk from forgetting the wrong ones.
      if (kioskSince === undefined) waitsSince.delete('kiosk');
      else waitsSince.set('kiosk', kioskSince);
      look = { lookId: parts.newId(), claimId: found.claimId, added: new Set(), usedAt: monotonicMs() };
      return ok(look);
    },
    current(lookId) {
      if (look === null || look.lookId !== lookId) return null;
      if (monotonicMs() - look.usedAt > LOOK_MS) {
        look = null;
        return null;
      }
      look.usedAt = monotonicMs();
      return look;
    },
    close() {
      look = null;
    },
  };
}

/** Returns whether the two are the same, in a time that says nothing about where they differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
