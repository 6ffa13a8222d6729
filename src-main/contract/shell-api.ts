import type { Instant } from '../domain/brand.ts';
import type { Lane } from '../domain/claim-life.ts';

/** How many claims each lane of the board has. */
export interface BoardCounts {
  readonly lanes: Readonly<Record<Lane, number>>;
  /** When the clock alone changes them: a promise passes its time, or the day ends. */
  readonly changesAt: Instant;
}

/** Input and output of each call that the back office makes around its screens. */
export interface ShellCalls {
  /** Everyone's claims, without a card: light enough to be asked at every change. */
  'board:counts': { input: null; output: BoardCounts };
}
