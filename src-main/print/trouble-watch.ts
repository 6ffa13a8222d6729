import { unsure, type PrintOutcome } from './print-outcome.ts';
import { PROBLEM_OF, type Trouble } from './printer-condition.ts';

/** What is heard of a printer that stops in the middle of a slip, in whatever language it speaks. */
export interface TroubleWatch {
  /** Settles with the first trouble; never where there is none. */
  readonly first: Promise<PrintOutcome>;
  /** Takes a trouble that was asked for; returns the outcome of the first one. */
  readonly note: (trouble: Trouble) => PrintOutcome;
  readonly seen: () => PrintOutcome | null;
  readonly stop: () => void;
}

/** Returns a watch over what `listen` hears; `listen` returns the function that stops it. */
export function watchTrouble(listen: (note: (trouble: Trouble) => void) => () => void): TroubleWatch {
  let found: PrintOutcome | null = null;
  let settle: (outcome: PrintOutcome) => void = () => undefined;
  const first = new Promise<PrintOutcome>((resolve) => {
    settle = resolve;
  });
  const note = (trouble: Trouble): PrintOutcome => {
    found ??= unsure(PROBLEM_OF[trouble], `while printing: ${trouble}`);
    settle(found);
    return found;
  };
  return { first, note, seen: () => found, stop: listen(note) };
}
