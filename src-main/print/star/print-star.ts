import { setTimeout as sleep } from 'node:timers/promises';
import { notBegun, unsure, type PrintOutcome } from '../print-outcome.ts';
import { PROBLEM_OF, type Trouble } from '../printer-condition.ts';
import { watchTrouble } from '../trouble-watch.ts';
import type { Line } from '../transport/line.ts';
import { createStarConversation, type StarConversation } from './star-conversation.ts';
import { PRINT_ENDS_MODULO, type StarStatus } from './star-status.ts';

/** Longest wait for an answer that comes at once where it comes at all. */
const ANSWER_TIMEOUT_MS = 1_000;
/** Longest wait for the printer to work off what a dead job left and could not be thrown away. */
const FENCE_MS = 5_000;
/** While nothing is heard, the printer is asked how it is; twice without an answer, and it is taken for gone. */
const POLL_MS = 3_000;
const UNANSWERED_POLLS = 2;
/** Time to print a slip on the slowest line that printers have (9600 baud, 960 bytes a second), half as much again. */
const SLOWEST_MS_A_BYTE = 1.5 / 0.96;
/** Time for paper and knife, and for an answer or two that were lost. */
const CONFIRM_MS = 20_000;

/** `CAN`: throws away all that was received, the moment it is received itself. */
const CANCEL = Uint8Array.of(0x18);
/** More than any command's length field that a dead job could have left open; a printer skips them between commands. */
const FILL = new Uint8Array(8_192);
/** `ESC @`, and `ESC RS a 1`: from here on the printer speaks up when it stops or has counted. */
const PREPARE = [0x1b, 0x40, 0x1b, 0x1e, 0x61, 1];
/** `ESC RS E 0`: counts from 0 again. */
const COUNT_ANEW = [0x1b, 0x1e, 0x45, 0];
/** `ETB`: counts one up when all before it is printed. */
const COUNT = 0x17;

/** What a Star printer was seen to do, from slip to slip. */
export interface StarMemory {
  /** Whether it ever answered: one that never did is sent slips all the same. */
  answers: boolean;
  /** Whether an earlier job may have left half a command behind. */
  dirty: boolean;
  /** The count that the last fence ended on. */
  fence: number;
}

/** Returns what is known of a printer that was never spoken to. */
export function freshStarMemory(): StarMemory {
  // Somewhere: what another start of the app may have left in the printer ends elsewhere, as a rule.
  return { answers: false, dirty: true, fence: 2 * Math.floor(Math.random() * 15) };
}

/**
 * Prints one slip on an open line to a printer that speaks Star Line Mode or StarPRNT, and returns what is known of it.
 * Status first; then whatever a dead job left is thrown away, and a fence of `ETB`s shows that nothing is left before us;
 * then `begin`, the bytes, and one more `ETB`, whose count says that the paper is printed. An offline status after the
 * first byte makes the slip unsure even when the count comes: part of it may be torn.
 */
export async function printStar(job: {
  readonly line: Line;
  readonly bytes: Uint8Array;
  readonly memory: StarMemory;
  /** Commits that sending begins; null where the slip is not to be printed here any more. */
  readonly begin: () => string | null;
}): Promise<PrintOutcome> {
  const { line, memory, bytes } = job;
  const conversation = createStarConversation(line);
  const status = await conversation.askStatus(ANSWER_TIMEOUT_MS);
  if (status === null && memory.answers) return notBegun('no-answer', 'no answer to ESC ACK SOH');
  memory.answers ||= status !== null;
  if (status && status.condition !== 'ready')
    return notBegun(PROBLEM_OF[status.condition], `said: ${status.condition}`);
  if (status?.printEnds === undefined) return printUncounted(job);
  const fence = await raiseFence(line, conversation, memory, status.printEnds);
  if (fence.kind !== 'raised') return fence;

  if (job.begin() === null) return { kind: 'withdrawn' };
  const trouble = watchTrouble((note) =>
    conversation.onStatus(({ condition }) => {
      if (condition !== 'ready') note(condition);
    }),
  );
  const outcome = await Promise.race([
    send({
      line,
      conversation,
      bytes,
      count: (fence.count + 1) % PRINT_ENDS_MODULO,
      onTrouble: trouble.note,
    }),
    line.lost.then((failure): PrintOutcome => ({ kind: 'unsure', failure })),
    trouble.first,
  ]);
  trouble.stop();
  const result = trouble.seen() ?? outcome;
  memory.dirty = result.kind === 'unsure';
  // What still lies in the buffer would come out alone when the paper is back. A printer that is gone is not asked.
  if (trouble.seen()) await Promise.race([line.write(CANCEL), sleep(ANSWER_TIMEOUT_MS)]);
  return result;
}

async function printUncounted(job: {
  readonly line: Line;
  readonly bytes: Uint8Array;
  readonly memory: StarMemory;
  readonly begin: () => string | null;
}): Promise<PrintOutcome> {
  const { line, memory } = job;
  const cleared = await line.write(memory.dirty ? Buffer.concat([CANCEL, FILL]) : CANCEL);
  if (!cleared.ok) return { kind: 'not-begun', failure: cleared.error };
  if (job.begin() === null) return { kind: 'withdrawn' };
  const written = await line.write(Buffer.concat([Buffer.from(PREPARE), job.bytes]));
  memory.dirty = !written.ok;
  return written.ok ? { kind: 'unconfirmed' } : { kind: 'unsure', failure: written.error };
}

type Fence = { readonly kind: 'raised'; readonly count: number } | PrintOutcome;

/**
 * Counts from 0 up to an even number that nothing else can make the printer count to, and waits until it does: then all
 * that stood before it is gone. A slip's own `ETB` makes the count odd, and a fence that was given up ends lower than
 * the next, until they begin anew.
 */
async function raiseFence(
  line: Line,
  conversation: StarConversation,
  memory: StarMemory,
  shown: number,
): Promise<Fence> {
  // Half a command of a dead job swallows all of this: then it is filled up, and asked again.
  const tries: { readonly fill: Uint8Array | null; readonly waitMs: number }[] = [
    { fill: null, waitMs: memory.dirty ? ANSWER_TIMEOUT_MS : FENCE_MS },
  ];
  if (memory.dirty) tries.push({ fill: FILL, waitMs: FENCE_MS });
  for (const { fill, waitMs } of tries) {
    const count = nextFence(memory.fence, shown);
    memory.fence = count;
    const counted = conversation.hear(({ printEnds }) => printEnds === count, waitMs);
    const commands = Buffer.from([...PREPARE, ...COUNT_ANEW, ...Array.from({ length: count }, () => COUNT)]);
    const written = await line.write(Buffer.concat([CANCEL, ...(fill ? [fill] : []), commands]));
    if (!written.ok) return { kind: 'not-begun', failure: written.error };
    const reached = (await counted) ?? (await conversation.askStatus(ANSWER_TIMEOUT_MS));
    if (reached && reached.condition !== 'ready')
      return notBegun(PROBLEM_OF[reached.condition], `before printing: ${reached.condition}`);
    if (reached?.printEnds === count) return { kind: 'raised', count };
  }
  return notBegun('no-answer', 'the printer does not count what it prints');
}

function nextFence(last: number, shown: number): number {
  const next = last + 2 < PRINT_ENDS_MODULO ? last + 2 : 2;
  return next === shown ? nextFence(next, shown) : next;
}

async function send(job: {
  readonly line: Line;
  readonly conversation: StarConversation;
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly onTrouble: (trouble: Trouble) => PrintOutcome;
}): Promise<PrintOutcome> {
  const { line, conversation, bytes, count } = job;
  let counted = false;
  const stop = conversation.onStatus(({ printEnds }) => {
    counted ||= printEnds === count;
  });
  try {
    const written = await line.write(Buffer.concat([bytes, Buffer.from([COUNT])]));
    if (!written.ok) return { kind: 'unsure', failure: written.error };
    const isCounted = (status: StarStatus): boolean => status.printEnds === count;
    const until = Date.now() + CONFIRM_MS + bytes.length * SLOWEST_MS_A_BYTE;
    for (let unanswered = 0; unanswered < UNANSWERED_POLLS && Date.now() < until;) {
      if (counted || (await conversation.hear(isCounted, POLL_MS))) return { kind: 'printed' };
      // What the printer said by itself can be lost; its count stays. (Star advises against asking while it speaks up by
      // itself, since the answers would mix; these are of one kind, and are read apart.)
      const status = await conversation.askStatus(ANSWER_TIMEOUT_MS);
      if (status && status.condition !== 'ready') return job.onTrouble(status.condition);
      unanswered = status === null ? unanswered + 1 : 0;
    }
    return unsure('no-answer', 'the printer did not count the slip');
  } finally {
    stop();
  }
}
