import type { AwaitedThing } from '../domain/awaited.ts';
import type { Instant } from '../domain/brand.ts';
import type { Lane } from '../domain/claim-life.ts';

/** How many claims each lane of the board has. */
export interface BoardCounts {
  readonly lanes: Readonly<Record<Lane, number>>;
  /** How much others owe us today or since earlier: what was lent, and answers to letters. */
  readonly toAskAfter: number;
  /** When the clock alone changes them: a promise passes its time, or the day ends. */
  readonly changesAt: Instant;
}

/** What others owe us, due first first. */
export interface AwaitedList {
  readonly now: Instant;
  /** The first instant of tomorrow in the store's zone. */
  readonly endOfDay: Instant;
  readonly things: readonly AwaitedThing[];
  /** When the clock alone changes what is late or to be asked after. */
  readonly changesAt: Instant;
}

/** Input and output of each call that the back office makes around its screens. */
export interface ShellCalls {
  /** Everyone's claims, without a card: light enough to be asked at every change. */
  'board:counts': { input: null; output: BoardCounts };
  /** What is out or unanswered, of one's own or everybody's, also of claims that are closed. */
  'board:awaited': { input: { readonly who: 'mine' | 'all' }; output: AwaitedList };
}
