import type { PrintProblem } from '../domain/print-state.ts';
import type { TransportFailure } from './transport/line.ts';

/** How an attempt ended. Only `printed` says that paper came out. */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  /** Every byte was handed over, to a printer that cannot say more. */
  | { readonly kind: 'unconfirmed' }
  /** Nothing was sent: staff took the slip away while the printer was asked how it is. */
  | { readonly kind: 'withdrawn' }
  /** Nothing was sent: the printer said, or showed, that it would not print. */
  | { readonly kind: 'not-begun'; readonly failure: TransportFailure }
  /** Some of it may be on paper. */
  | { readonly kind: 'unsure'; readonly failure: TransportFailure };

/** Returns the outcome of an attempt that sent nothing of the slip; `detail` is for staff and the log. */
export function notBegun(problem: PrintProblem, detail: string): PrintOutcome {
  return { kind: 'not-begun', failure: { problem, detail } };
}

/** Returns the outcome of an attempt of which some may be on paper; `detail` is for staff and the log. */
export function unsure(problem: PrintProblem, detail: string): PrintOutcome {
  return { kind: 'unsure', failure: { problem, detail } };
}
