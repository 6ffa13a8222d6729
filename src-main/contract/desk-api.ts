import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ChargeKind } from '../domain/charge.ts';
import type { AnswerWay, Lane, SetStatus } from '../domain/claim-life.ts';
import type { BoardCard, BoardCursor, ClaimView, UnderstandingAnswer } from '../domain/desk.ts';
import type { ExpectationKind } from '../domain/expectation.ts';
import type { GoodwillKind } from '../domain/goodwill.ts';
import type { FeelingGiven, Locale, Outcome } from '../domain/intake.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { PromiseId, PromiseSubject } from '../domain/promise.ts';
import type { StaffId } from '../domain/staff.ts';

/** Some cards of a lane. */
export interface LanePage {
  readonly cards: readonly BoardCard[];
  /** Where the next page begins; null at the end. */
  readonly next: BoardCursor | null;
}

/** The board as it is now. */
export interface Board {
  readonly now: Instant;
  /** The first instant of tomorrow in the store's zone: what is due before it is due today. */
  readonly endOfDay: Instant;
  /** Milliseconds before it is due in which a promise makes itself seen. */
  readonly warnMs: number;
  /** The five lanes in the order of the screen, each with its first page. */
  readonly lanes: readonly (LanePage & { readonly lane: Lane; readonly count: number })[];
}

/** A promise to give or to ask for. The due time lies ahead, inside the opening hours. */
export interface PromiseWanted {
  readonly about: PromiseSubject;
  readonly text: string;
  readonly due: Instant;
  /** Who keeps it. */
  readonly ownerId: StaffId;
}

/**
 * A promise in the place of another one, about the same. A null text keeps the words; the words of a next update are
 * main's own, since they name its time.
 */
export interface PromiseAgain {
  readonly text: string | null;
  readonly due: Instant;
  readonly ownerId: StaffId;
}

/** A slip to print. What staff write on it is in the customer's language. */
export type SlipWanted =
  | { readonly kind: 'store-copy' }
  | { readonly kind: 'item-label' }
  /** `because` is whose doing it is that promises were broken since the last slip. */
  | { readonly kind: 'update'; readonly news: string; readonly because: 'ours' | 'supplier' }
  /** For a claim that is closed. */
  | { readonly kind: 'resolution'; readonly done: string };

interface OfClaim {
  readonly claimId: ClaimId;
}
interface OfPromise extends OfClaim {
  readonly promiseId: PromiseId;
}
/** Every change answers with the claim as it is then. */
interface ChangeCall<Input> {
  input: OfClaim & Input;
  output: ClaimView;
}

/**
 * Input and output of each call about claims and the board. Who does it is who is signed in. Errors beside the usual:
 * `not-found`, `claim-closed`, `wrong-state`, and those named at a call.
 */
export interface DeskCalls {
  'board:view': { input: { readonly who: 'mine' | 'all' }; output: Board };
  'board:page': {
    input: { readonly who: 'mine' | 'all'; readonly lane: Lane; readonly after: BoardCursor };
    output: LanePage;
  };
  /** When somebody is there to keep a promise: what a due time is chosen from. */
  'board:hours': { input: null; output: OpeningHours };
  'claim:view': { input: OfClaim; output: ClaimView };

  /** `outside-hours`, `not-allowed` (beyond the role: it can be asked for). */
  'claim:give-promise': ChangeCall<{ readonly promise: PromiseWanted }>;
  /** `outside-hours`. */
  'claim:ask-promise': ChangeCall<{ readonly promise: PromiseWanted }>;
  /** Grants what a colleague asked for, or refuses it; a null reason grants. `outside-hours`, `not-allowed`. */
  'claim:answer-request': ChangeCall<{ readonly requestId: string; readonly refusal: string | null }>;
  /**
   * It was kept, in time (`overdue` once it is not). A next update is followed by the next one, at `nextDue` or by the
   * store's own rule (null); other promises need no next one. `outside-hours`.
   */
  'claim:keep-promise': ChangeCall<{ readonly promiseId: PromiseId; readonly nextDue: Instant | null }>;
  /**
   * The customer agreed to another one, or (null) to none. `overdue`: it is broken and no longer agreed about;
   * `needs-next-update`: that one is only replaced; `outside-hours`, `not-allowed`.
   */
  'claim:renegotiate': ChangeCall<
    Pick<OfPromise, 'promiseId'> & { readonly how: AnswerWay; readonly again: PromiseAgain | null }
  >;
  /**
   * Deals with a promise that is broken by the clock, by an apology, a new promise or a call, or several of them.
   * `nothing-done` without any; `not-overdue`, `outside-hours`, `not-allowed`.
   */
  'claim:make-amends': ChangeCall<
    Pick<OfPromise, 'promiseId'> & {
      readonly apology: string | null;
      readonly again: PromiseAgain | null;
      readonly call: { readonly by: Instant; readonly who: StaffId } | null;
    }
  >;
  /** A line that does not bind; one that binds is a promise. */
  'claim:add-expectation': ChangeCall<{
    readonly kind: Exclude<ExpectationKind, 'will'>;
    readonly text: string;
  }>;
  'claim:retire-expectation': ChangeCall<{ readonly position: number }>;

  'claim:set-status': ChangeCall<{ readonly status: SetStatus }>;
  /**
   * With the customer's acceptance (how and when they said it), or without agreement and why. `open-promises`: each is
   * dealt with first; `overdue`: the next update is broken; `not-said-then`: nobody can have accepted at that time.
   */
  'claim:close': ChangeCall<{
    readonly ending:
      | { readonly kind: 'accepted'; readonly how: AnswerWay; readonly at: Instant }
      | { readonly kind: 'no-agreement'; readonly reason: string };
    /** What the customer feels then, as they say it; null where they did not. */
    readonly feeling: FeelingGiven | null;
  }>;
  /** The customer came back. */
  'claim:reopen': ChangeCall<object>;
  /** With everything that is owed, and a line. */
  'claim:hand-over': ChangeCall<{ readonly to: StaffId; readonly line: string }>;
  /** Where the thing is; empty where it is not here. */
  'claim:place': ChangeCall<{ readonly bin: string }>;
  /** A note, a call that was made, or what we got wrong (`apology`). */
  'claim:note': ChangeCall<{ readonly kind: 'note' | 'call' | 'apology'; readonly text: string }>;

  /** The customer's further words, exactly. */
  'claim:add-statement': ChangeCall<{ readonly text: string; readonly locale: Locale }>;
  /** As the customer gives it. */
  'claim:add-feeling': ChangeCall<{ readonly feeling: FeelingGiven }>;
  'claim:understand': ChangeCall<{ readonly text: string }>;
  'claim:answer-understanding': ChangeCall<{
    readonly version: number;
    readonly answer: UnderstandingAnswer;
    readonly how: AnswerWay;
  }>;
  /** `needs-reason` where it failed before, here or on the serial number (`detail`: the claims' numbers). */
  'claim:propose-attempt': ChangeCall<{
    readonly description: string;
    /** Empty for the serial number that the customer gave. */
    readonly serial: string;
    readonly reason: string | null;
  }>;
  'claim:finish-attempt': ChangeCall<{ readonly attemptId: string; readonly outcome: Outcome }>;

  /** A null text is "no plan yet". */
  'claim:plan': ChangeCall<{ readonly text: string | null }>;
  /** Minor units of the store's currency. */
  'claim:estimate': ChangeCall<{ readonly limitMinor: number; readonly text: string }>;
  'claim:answer-estimate': ChangeCall<{
    readonly version: number;
    readonly answer: 'yes' | 'no';
    readonly saidBy: string;
    readonly how: AnswerWay;
  }>;
  /** `above-estimate`: with it, it would cost more than the customer said yes to. */
  'claim:charge': ChangeCall<{ readonly kind: ChargeKind; readonly what: string; readonly minor: number }>;
  'claim:uncharge': ChangeCall<{ readonly seq: number }>;
  /** Minutes, which nobody pays for. */
  'claim:research': ChangeCall<{ readonly minutes: number; readonly what: string }>;
  /**
   * `above-limit`: it needs a supervisor in place, who gives their own PIN (`wrong-pin`, `locked`, `not-allowed`).
   * What is refused is kept too and needs nobody.
   */
  'claim:goodwill': ChangeCall<{
    readonly kind: GoodwillKind;
    readonly what: string;
    readonly minor: number;
    readonly reason: string;
    readonly decision: 'given' | 'refused';
    readonly approval: { readonly staffId: StaffId; readonly pin: string } | null;
  }>;

  /** Puts a slip into its printer's line. `wrong-state`: a resolution is for a closed claim. */
  'claim:print': ChangeCall<{ readonly slip: SlipWanted }>;
}
