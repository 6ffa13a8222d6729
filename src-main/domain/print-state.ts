import type { PrintJobId } from './brand.ts';

/**
 * The states of a print job.
 * - `queued`: nothing of it was sent; `problem` says what it waits for, if anything
 * - `sending`: from before its first byte until something is known of it
 * - `unsure`: some of it may be on paper; it is printed again, whole, as a copy
 * - `printed`: the printer, or a person who holds it, said that the paper is out
 * - `sent-unconfirmed`: every byte was handed to a printer that cannot say more
 * - `shown`: drawn on the screen, where no printer is set
 * - `void`: staff decided that it is not to be printed
 */
export const PRINT_STATES = [
  'queued',
  'sending',
  'unsure',
  'printed',
  'sent-unconfirmed',
  'shown',
  'void',
] as const;
/** A state of a print job. */
export type PrintState = (typeof PRINT_STATES)[number];

/** Why a slip is not on paper yet. It is tried again until it is, or until staff void it. */
export const PRINT_PROBLEMS = [
  'unreachable',
  'refused',
  'no-answer',
  'not-reading',
  'connection-lost',
  'paper-out',
  'cover-open',
  'printer-error',
  'offline',
  'did-not-come-out',
  'device-missing',
  'no-permission',
  'rejected',
  'not-drawn',
  'disk',
] as const;
/** A reason that screens turn into words, one for customers and one for clerks. */
export type PrintProblem = (typeof PRINT_PROBLEMS)[number];

/** What screens know of a print job. */
export interface PrintStatus {
  readonly jobId: PrintJobId;
  readonly state: PrintState;
  readonly problem: PrintProblem | null;
}
