import type { Expectation } from '../domain/expectation.ts';
import type { Instant, PrintJobId, Zone } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { Intake, Locale } from '../domain/intake.ts';
import type { PrintKind } from '../domain/print-kind.ts';
import type { PrintState, PrintStatus } from '../domain/print-state.ts';
import type { Result } from '../domain/result.ts';
import type { Channel, EventName } from './channels.ts';
import type { AttachmentCalls } from './attachment-api.ts';
import type { BackupCalls } from './backup-api.ts';
import type { DeskCalls } from './desk-api.ts';
import type { EscalationCalls } from './escalation-api.ts';
import type { ExportCalls } from './export-api.ts';
import type { GoodwillCalls } from './goodwill-api.ts';
import type { LineCalls } from './line-api.ts';
import type { LoanerCalls } from './loaner-api.ts';
import type { HealthCalls } from './health-api.ts';
import type { HealthBrief } from '../domain/health.ts';
import type { KnownIssueCalls } from './known-issue-api.ts';
import type { DoorCalls } from './doors-api.ts';
import type { MyDayCalls } from './my-day-api.ts';
import type { PaperCalls, SlipPicture } from './paper-api.ts';
import type { PrivacyCalls } from './privacy-api.ts';
import type { ReportCalls } from './reports-api.ts';
import type { SearchCalls } from './search-api.ts';
import type { SettingsCalls } from './settings-api.ts';
import type { ShellCalls } from './shell-api.ts';
import type { StaffCalls } from './staff-api.ts';

/**
 * Expected failures of a call; the renderer turns the code into words.
 * - `invalid-input`: the call was not well formed; nothing changed
 * - `not-kept`: the disk or the database refused; nothing was kept, and the words are still on the screen
 * - `out-of-service`: the database cannot be used at all (see `StaffHealth.outOfService`)
 * - `not-found`: there is no such thing, or it is not this window's
 * - `forbidden`: the sender may not make this call
 * - `signed-out`: it needs somebody signed in
 * - `not-allowed`: the person who is signed in may not; it is on record that they tried
 * - `pin-again`: they may, and it needs their PIN once more, just now
 * - `wrong-pin`, `locked`: the next try counts only after `waitMs`; also of tickets, and of what is done too often
 * - `bad-pin`: this cannot be a PIN (`pinFault`, in `detail`)
 * - `wrong-state`: it went on while somebody looked at an older screen (`detail`: what it is now)
 * - `newer-version`: somebody kept a newer version of the letter meanwhile (`detail`: its number)
 * - `not-a-width`: the test slip's ruler is not right, so the rest of it proves nothing
 * - `claim-closed`, `claim-open`: this is for open claims, or for closed ones
 * - `erased`: the words of that claim are gone
 * - `printing`: a slip is on its way to the printer this moment
 * - `overdue`, `not-overdue`: the promise is broken by the clock, or is not
 * - `open-promises`, `needs-next-update`, `nothing-done`: what is promised would be left in silence
 * - `needs-reason`: this failed before (`detail`: the claims' numbers)
 * - `above-estimate`: the customer did not say yes to as much
 * - `needs-warning`: a line is drawn only after a warning
 * - `above-limit`: the person may not give as much without a supervisor
 * - `outside-hours`: a due time is past, or nobody would be there
 * - `outdated`: a newer search took its place
 * - `not-made`: the pages of a letter could not be made
 * - `unavailable`: the search index is made anew; asking again later helps
 * - `too-many`, `too-large`: of photos and files of a claim, or of bytes or pixels
 * - `not-shown`: the file is nothing that this kiosk can show
 * - `file-damaged`: a photo or file is missing or is not what was kept (`detail`)
 * - `drive-gone`: the drive was pulled out, or the list of its files is an old one
 * - `place-gone`, `place-full`, `not-saved`: a file was not taken out, and nothing of it was left there
 * - `name-taken`, `last-admin`, `already-set-up`: what the person asked for cannot be, and nothing changed
 */
export type CallErrorCode =
  | 'invalid-input'
  | 'not-kept'
  | 'out-of-service'
  | 'not-found'
  | 'forbidden'
  | 'signed-out'
  | 'not-allowed'
  | 'pin-again'
  | 'wrong-pin'
  | 'locked'
  | 'bad-pin'
  | 'name-taken'
  | 'last-admin'
  | 'already-set-up'
  | 'wrong-state'
  | 'newer-version'
  | 'not-a-width'
  | 'claim-closed'
  | 'claim-open'
  | 'erased'
  | 'printing'
  | 'overdue'
  | 'not-overdue'
  | 'open-promises'
  | 'needs-next-update'
  | 'needs-reason'
  | 'nothing-done'
  | 'above-estimate'
  | 'above-limit'
  | 'needs-warning'
  | 'outside-hours'
  | 'not-said-then'
  | 'outdated'
  | 'not-made'
  | 'unavailable'
  | 'too-many'
  | 'too-large'
  | 'not-shown'
  | 'file-damaged'
  | 'drive-gone'
  | 'place-gone'
  | 'place-full'
  | 'not-saved';

/** An expected failure as it crosses the bridge. `detail` is for the log and for staff, never for customers. */
export interface CallError {
  readonly code: CallErrorCode;
  readonly detail: string;
  /** Milliseconds until the next PIN, or the next ticket, may be tried. */
  readonly waitMs?: number;
}

/** Who works in a demo store; at its door their PINs are no secret. */
export type DemoPeople = readonly { readonly name: string; readonly pin: string }[];

/** What the kiosk needs to show its first screen. */
export interface KioskInfo {
  readonly storeName: string;
  readonly storePhone: string;
  readonly zone: Zone;
  readonly locale: Locale;
  /** The languages that the welcome screen offers; `locale` is one of them. */
  readonly languages: readonly Locale[];
  readonly idleSeconds: number;
  /** Whether there is room on the disk for claims; `space:changed` tells of it later. */
  readonly hasRoom: boolean;
  /** Where nothing is real and everybody may come in: who works there. Null in a store. */
  readonly demo: DemoPeople | null;
  /** Whether this is a package for trying, not for a shop: then every screen says so. */
  readonly testBuild: boolean;
}

/** What "Thank you" shows: the claim as it was kept, and the job that prints it. */
export interface Receipt {
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly expectations: readonly Expectation[];
  /** Who to ask for; empty for anyone at the counter. */
  readonly askFor: string;
  readonly storePhone: string;
  readonly print: PrintStatus;
}

/** Words that were left behind when the screen was wiped, kept for staff for 24 hours. */
export interface UnfinishedDraft {
  readonly requestId: Intake['requestId'];
  readonly locale: Locale;
  readonly statement: string;
}

/** Why the kiosk takes no claims. */
export type OutOfServiceReason = 'newer-database' | 'other-database' | 'damaged-database' | 'disk';

/** One slip that is not on paper yet, without a word of the customer's. */
export interface QueuedSlip {
  readonly kind: PrintKind;
  /** Null where the slip is about no claim. */
  readonly number: ClaimNumber | null;
  readonly state: PrintState;
  readonly problem: PrintStatus['problem'];
  readonly detail: string;
  readonly attempts: number;
  readonly createdAt: Instant;
}

/** What staff see without a PIN: how the kiosk is, and nothing of any customer's. */
export interface StaffHealth {
  readonly version: string;
  readonly runtime: string;
  readonly testBuild: boolean;
  readonly dataFolder: string;
  readonly printerUrl: string;
  readonly outOfService: OutOfServiceReason | null;
  /** The settings file that was broken and moved aside, with what was wrong; null when all is well. */
  readonly settingsProblem: { readonly movedTo: string; readonly detail: string } | null;
  /** Environment overrides that could not be used, by name. */
  readonly overrideProblems: readonly string[];
  /** Why `letterhead.png` in the data folder does not head the slips; null where it does, or is not there. */
  readonly letterheadProblem: string | null;
  readonly queue: readonly QueuedSlip[];
  readonly unfinishedCount: number;
  readonly claimCount: number;
}

/** Input and output of each channel. */
export interface Calls
  extends
    StaffCalls,
    SettingsCalls,
    PaperCalls,
    DeskCalls,
    SearchCalls,
    ExportCalls,
    BackupCalls,
    HealthCalls,
    GoodwillCalls,
    LoanerCalls,
    LineCalls,
    EscalationCalls,
    ReportCalls,
    KnownIssueCalls,
    ShellCalls,
    DoorCalls,
    MyDayCalls,
    AttachmentCalls,
    PrivacyCalls {
  'kiosk:open': { input: null; output: KioskInfo };
  'claim:submit': { input: Intake; output: Receipt };
  'unfinished:keep': { input: UnfinishedDraft; output: null };
  /** The words on the screen, held in memory in case the page dies; null when there are none any more. */
  'unfinished:hold': { input: UnfinishedDraft | null; output: null };
  'print:status': { input: { readonly jobId: PrintJobId }; output: PrintStatus };
  /** A person's word on a slip that the printer could not confirm. */
  'print:answer': { input: { readonly jobId: PrintJobId; readonly cameOut: boolean }; output: PrintStatus };
  'print:picture': { input: { readonly jobId: PrintJobId }; output: SlipPicture };
  'staff:health': { input: null; output: StaffHealth };
}

/** What each event carries. */
export interface Events {
  'print:changed': PrintStatus;
  /** Something about a slip changed, whoever's: who shows slips asks again. */
  'paper:changed': null;
  /** A claim was taken or changed, whoever's: who shows claims asks again. */
  'claims:changed': null;
  /** A backup began or ended. */
  'backups:changed': null;
  /** How the kiosk is, as the frame around every screen says it. */
  'health:changed': HealthBrief;
  /** Whether there is room on the disk for claims. */
  'space:changed': { readonly hasRoom: boolean };
  /** How many of how many addresses were asked. */
  'printers:searching': { readonly asked: number; readonly of: number };
}

/** The answer of a call. */
export type Answer<C extends Channel> = Result<Calls[C]['output'], CallError>;

/** What the preload puts on `window`: one way to call, one way to listen. */
export interface Bridge {
  /** Calls main; a bug in main rejects, an expected failure is in the answer. */
  call<C extends Channel>(channel: C, input: Calls[C]['input']): Promise<Answer<C>>;
  /** Listens to an event; returns the function that stops it. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}
