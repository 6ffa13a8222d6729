import { waitAfter } from './staff.ts';

/** What wrong pairs of number and secret are counted for: the number that was tried, and the kiosk they were tried at. */
export type LookSubject = 'number' | 'kiosk';

/** So many more free tries has a kiosk: people mistype, and many people come to it. */
const KIOSK_FREE_TRIES = 15;
/** Longest wait of a whole kiosk: a stranger must not keep everybody else from asking. */
const KIOSK_LONGEST_WAIT_MS = 60_000;
/** After this long without a wrong pair a kiosk has forgotten them. A right pair does not help: anybody has one. */
export const KIOSK_FORGETS_MS = 10 * 60_000;
/** After this long without a wrong pair for a number its row is gone. */
export const NUMBER_FORGETS_MS = 24 * 60 * 60_000;

/** Returns how long (milliseconds) to wait before the next pair is compared, after so many wrong ones. */
export function lookWait(subject: LookSubject, wrongTries: number): number {
  if (subject === 'number') return waitAfter(wrongTries);
  return Math.min(waitAfter(wrongTries - KIOSK_FREE_TRIES), KIOSK_LONGEST_WAIT_MS);
}
