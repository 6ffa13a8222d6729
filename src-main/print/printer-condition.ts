import type { PrintProblem } from '../domain/print-state.ts';

/**
 * Why a printer does not print, by its own word, the worst first; `ready` when nothing keeps it. Near the end of the
 * roll it still prints.
 */
export type PrinterCondition = 'ready' | 'cover-open' | 'paper-out' | 'error' | 'offline';

/** A condition in which nothing is printed. */
export type Trouble = Exclude<PrinterCondition, 'ready'>;

/** The problem of a print job that a printer's trouble makes. */
export const PROBLEM_OF: Readonly<Record<Trouble, PrintProblem>> = {
  'cover-open': 'cover-open',
  'paper-out': 'paper-out',
  error: 'printer-error',
  offline: 'offline',
};

/** Returns the worst of what a printer's sensors say. */
export function worstCondition(found: {
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly error: boolean;
  readonly offline: boolean;
}): PrinterCondition {
  // An open cover also reads as paper out, and closing it is what helps.
  if (found.coverOpen) return 'cover-open';
  if (found.paperOut) return 'paper-out';
  if (found.error) return 'error';
  return found.offline ? 'offline' : 'ready';
}
