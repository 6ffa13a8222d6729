import type { PrintProblem } from '../../domain/print-state.ts';
import type { Result } from '../../domain/result.ts';

/** Why a printer was not reached or bytes not taken; `detail` is for staff and the log. */
export interface TransportFailure {
  readonly problem: PrintProblem;
  readonly detail: string;
}

/** An open line to a printer, both ways. */
export interface Line {
  /** Hands bytes over; fails when none was taken for a while or the line broke. Calls must not overlap. */
  write(bytes: Uint8Array): Promise<Result<null, TransportFailure>>;
  /** Hears what the printer says; returns the function that stops it. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Settles when the line ends by itself, with the reason; never rejects. */
  readonly lost: Promise<TransportFailure>;
  /** Ends the line, in bounded time. */
  close(): Promise<void>;
}

/** A way to open a line to one printer. It settles in bounded time, whatever the printer does. */
export interface LineOpener {
  open(): Promise<Result<Line, TransportFailure>>;
}

/** Longest wait for a connection. */
export const CONNECT_TIMEOUT_MS = 4_000;
/** Longest time in which a printer may take no byte at all: longer than feeding and cutting a slip takes. */
export const PROGRESS_TIMEOUT_MS = 10_000;
