import type { ClaimId, Instant } from './brand.ts';
import type { ChargeKind } from './charge.ts';
import type { DeskEvent } from './claim-event.ts';
import type { AnswerWay, ClaimEnding, ClaimStatus } from './claim-life.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { Incident, ShownLine } from './drawn-line.ts';
import type { ErasureEvent, ErasureMarks } from './erasure.ts';
import type { Expectation, PromiseKind } from './expectation.ts';
import type { GoodwillKind } from './goodwill.ts';
import type {
  AttemptGiven,
  ContactGiven,
  Feeling,
  FeelingGiven,
  ItemGiven,
  Locale,
  Outcome,
  WishesGiven,
} from './intake.ts';
import type { ShownLoaner } from './loaner.ts';
import type { Money } from './money.ts';
import type { NoteKind } from './note.ts';
import type { PromiseId, PromiseState, PromiseSubject } from './promise.ts';
import type { Role, StaffId } from './staff.ts';

/** Who keeps a promise; no id where it was given at the kiosk, in the store's name. */
export interface PromiseOwner {
  readonly id: StaffId | null;
  readonly name: string;
}

/** An open claim on the board. */
export interface BoardCard {
  readonly claimId: ClaimId;
  readonly running: number;
  readonly number: ClaimNumber;
  /** The language of its first words. */
  readonly locale: Locale;
  readonly status: ClaimStatus;
  readonly takenAt: Instant;
  /** When what is owed first is due: the place in its lane. */
  readonly nextDue: Instant;
  readonly holderId: StaffId | null;
  /** The beginning of the first statement, to know it by; the whole is on the claim. */
  readonly firstWords: string;
  /** What the customer said last. */
  readonly feeling: Feeling | null;
  /** The open promise that is due first; null only where a claim was taken without one. */
  readonly promise: {
    readonly id: PromiseId;
    readonly kind: PromiseKind;
    readonly text: string;
    readonly due: Instant;
    readonly owner: PromiseOwner;
  } | null;
}

/** Where a page of a lane ended. */
export interface BoardCursor {
  readonly due: Instant;
  readonly running: number;
}

/** The customer's words, as they were given. */
export interface ShownStatement {
  readonly id: string;
  readonly text: string;
  readonly locale: Locale;
  readonly givenAt: Instant;
  /** Who wrote it down for them, word for word; null where they wrote themselves. */
  readonly enteredBy: StaffId | null;
}

/** How the customer said they felt. */
export interface ShownFeeling extends FeelingGiven {
  readonly givenAt: Instant;
  readonly enteredBy: StaffId | null;
}

/** The clerk's paraphrase, read back to the customer or not yet. */
export interface Understanding {
  readonly version: number;
  readonly text: string;
  readonly writtenBy: StaffId;
  readonly writtenAt: Instant;
  readonly answer: UnderstandingAnswer | null;
  readonly how: AnswerWay | null;
  readonly answeredAt: Instant | null;
}

/** What customers say to an understanding: "yes, that's it" or "not quite". */
export const UNDERSTANDING_ANSWERS = ['confirmed', 'not-quite'] as const;
/** What a customer said to it. */
export type UnderstandingAnswer = (typeof UNDERSTANDING_ANSWERS)[number];

/** Something that staff proposed and, with an outcome, tried. */
export interface StaffAttempt {
  readonly id: string;
  readonly description: string;
  readonly serial: string;
  /** Why it was proposed although it had failed; empty where it had not. */
  readonly reason: string;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  readonly outcome: Outcome | null;
  readonly doneBy: StaffId | null;
  readonly doneAt: Instant | null;
}

/** Something that failed, on this claim or on the same serial number. */
export interface FailedBefore {
  readonly number: ClaimNumber;
  readonly description: string;
}

/** A line of what to expect that does not bind. */
export interface ShownExpectation extends Expectation {
  readonly position: number;
  /** Null where the kiosk said it. */
  readonly addedBy: StaffId | null;
  readonly retiredAt: Instant | null;
}

/** A "we will", with what became of it. */
export interface ShownPromise {
  readonly id: PromiseId;
  readonly kind: PromiseKind;
  readonly about: PromiseSubject | null;
  readonly text: string;
  readonly owner: PromiseOwner;
  readonly due: Instant;
  readonly state: PromiseState;
  /** Broken by the clock, and nobody dealt with it yet. */
  readonly overdue: boolean;
  readonly givenAt: Instant;
  readonly givenBy: StaffId | null;
  readonly endedAt: Instant | null;
  /** How the customer agreed to another one. */
  readonly agreedHow: AnswerWay | null;
  readonly replacedBy: PromiseId | null;
}

/** A promise that somebody asked for, since it is beyond their role. */
export interface PromiseRequest {
  readonly id: string;
  readonly about: PromiseSubject;
  readonly text: string;
  readonly due: Instant;
  readonly ownerId: StaffId;
  readonly askedBy: StaffId;
  readonly askedAt: Instant;
  readonly state: 'asked' | 'granted' | 'refused';
  readonly reason: string;
  readonly promiseId: PromiseId | null;
  readonly answeredBy: StaffId | null;
  readonly answeredAt: Instant | null;
}

/** What we plan; a null text is "no plan yet", and then the next update says by when they hear. */
export interface Plan {
  readonly version: number;
  readonly text: string | null;
  readonly madeBy: StaffId;
  readonly madeAt: Instant;
}

/** A part or labour that is charged for. */
export interface ShownCharge {
  readonly seq: number;
  readonly kind: ChargeKind;
  readonly what: string;
  readonly price: Money;
  readonly addedBy: StaffId;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

/** Time spent on finding the cause; it has no price. */
export interface Research {
  readonly minutes: number;
  readonly what: string;
  readonly doneBy: StaffId;
  readonly doneAt: Instant;
}

/** What it may cost at the most, and what the customer said to it. */
export interface Estimate {
  readonly version: number;
  readonly limit: Money;
  readonly text: string;
  readonly givenBy: StaffId;
  readonly givenAt: Instant;
  readonly answer: 'yes' | 'no' | null;
  /** Who said it, by name. */
  readonly saidBy: string | null;
  readonly how: AnswerWay | null;
  readonly answeredAt: Instant | null;
}

/** What was given of our own accord, or refused. */
export interface ShownGoodwill {
  readonly kind: GoodwillKind;
  readonly what: string;
  readonly worth: Money;
  readonly reason: string;
  readonly decision: 'given' | 'refused';
  readonly decidedBy: StaffId;
  readonly decidedAt: Instant;
  /** The supervisor who approved what is above the giver's limit. */
  readonly approvedBy: StaffId | null;
}

/** Something that was written down. */
export interface ShownNote {
  readonly kind: NoteKind;
  readonly text: string;
  readonly promiseId: PromiseId | null;
  readonly staffId: StaffId | null;
  readonly due: Instant | null;
  readonly writtenBy: StaffId;
  readonly writtenAt: Instant;
}

/** One thing that happened to a claim. `subject` holds ids and codes that the event is about, never words. */
export interface TimelineEntry {
  readonly at: Instant;
  readonly event:
    | 'claim-taken'
    | 'job-reprinted'
    | 'job-voided'
    | 'job-moved'
    | 'job-answered'
    | DeskEvent
    | ErasureEvent
    | 'person-exported';
  readonly subject: string;
  /** Null for the kiosk itself. */
  readonly by: StaffId | null;
}

/** A colleague, to name them and to choose one. */
export interface Colleague {
  readonly id: StaffId;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

/** A claim with everything that staff see of it; lists are oldest first. */
export interface ClaimView {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly status: ClaimStatus;
  readonly locale: Locale;
  readonly takenAt: Instant;
  readonly holderId: StaffId | null;
  /** Where the thing is: a bin, a shelf. */
  readonly place: string;
  readonly item: ItemGiven;
  readonly contact: ContactGiven;
  readonly wishes: WishesGiven;
  readonly statements: readonly ShownStatement[];
  readonly feelings: readonly ShownFeeling[];
  readonly understandings: readonly Understanding[];
  /** What the customer had tried. */
  readonly attempts: readonly AttemptGiven[];
  readonly staffAttempts: readonly StaffAttempt[];
  /** What failed on other claims with the same serial number. */
  readonly failedElsewhere: readonly FailedBefore[];
  /** Without the binding ones, which are the promises. */
  readonly expectations: readonly ShownExpectation[];
  readonly promises: readonly ShownPromise[];
  readonly requests: readonly PromiseRequest[];
  readonly plans: readonly Plan[];
  readonly charges: readonly ShownCharge[];
  readonly research: readonly Research[];
  readonly estimates: readonly Estimate[];
  readonly goodwill: readonly ShownGoodwill[];
  readonly loaners: readonly ShownLoaner[];
  readonly incidents: readonly Incident[];
  readonly lines: readonly ShownLine[];
  readonly notes: readonly ShownNote[];
  readonly endings: readonly ClaimEnding[];
  readonly timeline: readonly TimelineEntry[];
  readonly people: readonly Colleague[];
  /** What of it was erased. */
  readonly erasure: ErasureMarks;
}
