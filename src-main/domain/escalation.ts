import { Temporal } from 'temporal-polyfill';
import type { ClaimId, Instant, Zone } from './brand.ts';
import type { Locale } from './intake.ts';
import type { StaffId } from './staff.ts';

/** Where an escalation stands: written, on its way, answered, or taken back. */
export const ESCALATION_STATES = ['draft', 'sent', 'answered', 'withdrawn'] as const;
/** Where an escalation stands. */
export type EscalationState = (typeof ESCALATION_STATES)[number];

/** How a letter leaves the shop: by post, by email that somebody writes, or handed over. */
export const SEND_WAYS = ['post', 'email', 'hand'] as const;
/** How a letter left. */
export type SendWay = (typeof SEND_WAYS)[number];

/** What came of what was asked for. */
export const ESCALATION_OUTCOMES = ['granted', 'partly', 'refused'] as const;
/** What came of it. */
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number];

/** Sections of the letter, in its order. */
export const LETTER_SECTIONS = [
  'opening',
  'words',
  'understanding',
  'tried',
  'promised',
  'wrongs',
  'costs',
  'similar',
  'asked',
  'closing',
] as const;
/** A section of the letter. */
export type LetterSectionName = (typeof LETTER_SECTIONS)[number];

/** Something that is on record. It is put into a letter as it is, and nobody edits it there. */
export interface LetterRecord {
  /** Whose words they are: the customer's, in their own typeface, or the shop's. */
  readonly voice: 'customer' | 'shop';
  readonly text: string;
  /** What is known about it, in the letter's language: when, by whom, how it ended. */
  readonly notes: readonly string[];
}

/** A part of a letter: what staff write, and what is on record. */
export interface LetterSection {
  readonly name: LetterSectionName;
  /** Empty where the section has no heading. */
  readonly heading: string;
  /** What staff write around the records; empty lines part paragraphs. */
  readonly prose: string;
  readonly records: readonly LetterRecord[];
}

/** A letter as it is on paper, whole: what is on record later changes nothing in it. */
export interface Letter {
  readonly locale: Locale;
  /** Who writes: the store's name, its address and phone. */
  readonly from: readonly string[];
  readonly date: string;
  readonly subject: string;
  /** What stands above the subject: the claim's number, in words. */
  readonly reference: string;
  readonly sections: readonly LetterSection[];
  /** Who signs: the name and the store. */
  readonly signature: readonly string[];
}

/** What staff write in each section. */
export type LetterProse = Readonly<Record<LetterSectionName, string>>;

/** To whom a letter goes. */
export interface Addressee {
  readonly name: string;
  readonly organisation: string;
  /** Postal address or email, in lines; left out of the customer's copy. */
  readonly address: string;
}

/** What staff say about a letter. */
export interface LetterWanted {
  readonly to: Addressee;
  /** What we ask for, in one or two sentences. */
  readonly asked: string;
  /** When an answer is due. */
  readonly due: Instant;
  /** Claims of others that staff chose, since they tell of the same. */
  readonly similar: readonly ClaimId[];
}

/** One version of a letter; the newest is the letter, the others are kept. */
export interface LetterVersion extends LetterWanted {
  readonly version: number;
  readonly letter: Letter;
  readonly writtenBy: StaffId;
  readonly writtenAt: Instant;
}

/** A letter to whoever can decide, and what became of it. */
export interface Escalation {
  readonly id: string;
  readonly claimId: ClaimId;
  readonly state: EscalationState;
  readonly openedBy: StaffId;
  readonly openedAt: Instant;
  readonly versions: number;
  readonly newest: LetterVersion;
  readonly sent: { readonly how: SendWay; readonly at: Instant; readonly by: StaffId } | null;
  readonly answer: {
    readonly text: string;
    readonly outcome: EscalationOutcome;
    readonly at: Instant;
    readonly by: StaffId;
  } | null;
  /** Why it was taken back; null where it was not. */
  readonly withdrawn: { readonly reason: string; readonly at: Instant; readonly by: StaffId } | null;
}

/** Returns whether an answer is late: it was asked for by a time that has passed. */
export function isLate({ state, newest }: Pick<Escalation, 'state' | 'newest'>, now: Instant): boolean {
  return state === 'sent' && newest.due < now;
}

/** Days that whoever decides is given to answer. */
const ANSWER_DAYS = [7, 14, 28, 42];

/** Returns times to ask for an answer by, soonest first, each the end of a day in the store's zone. */
export function answerTimes(now: Instant, zone: Zone): readonly Instant[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return ANSWER_DAYS.map(
    (days) => (today.add({ days: days + 1 }).toZonedDateTime(zone).epochMilliseconds - 1) as Instant,
  );
}
