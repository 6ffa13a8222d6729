import { notBegun, unsure, type PrintOutcome } from '../print-outcome.ts';
import { PROBLEM_OF, type Trouble } from '../printer-condition.ts';
import { watchTrouble } from '../trouble-watch.ts';
import type { Line, TransportFailure } from '../transport/line.ts';
import { ANSWER_TIMEOUT_MS, flush, identify, within, type PrinterAbilities } from './abilities.ts';
import type { PrinterAnswer } from './answer-reader.ts';
import { createConversation, type Conversation } from './conversation.ts';

/** While nothing is heard, the printer is asked how it is; twice without an answer, and it is taken for gone. */
const POLL_MS = 3_000;
const UNANSWERED_POLLS = 2;
/** Time to print a slip on the slowest line that printers have (9600 baud, 960 bytes a second), half as much again. */
const SLOWEST_MS_A_BYTE = 1.5 / 0.96;
/** Time for paper and knife, and for an answer or two that were lost. */
const CONFIRM_MS = 20_000;

const CLEAR = Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);
/** `ESC @`: the only reset of a job, since it also ends what `GS a` began. */
export const INITIALISE = Uint8Array.of(0x1b, 0x40);
/** `GS a 15`: from here until the next `ESC @` the printer speaks up when it stops (Epson TM-T88III guide, GS a). */
const SPEAK_UP = Uint8Array.of(0x1d, 0x61, 0x0f);
/** `GS ( H`, function 48: sends four characters back when all before it is printed. */
const TAG_REQUEST = Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30);

/**
 * Prints one slip on an open line and returns what is known of it. Status first, then clear, then `begin` (which
 * commits that sending begins and gives the tag), then the bytes, and the tag that the printer sends back when the
 * paper is printed. An offline status after the first byte makes the slip unsure even when the tag comes: part of it
 * may be torn.
 */
export async function printConfirmed(job: {
  readonly line: Line;
  readonly bytes: Uint8Array;
  /** What the printer can do, where that is known; else it is asked. */
  readonly abilities: PrinterAbilities | null;
  /** The most that an answer is taken for, where its profile says so. */
  readonly limit: PrinterAbilities | null;
  /** Whether an earlier job may have left half a command behind. */
  readonly dirty: boolean;
  /** Commits that sending begins and gives the tag; null where the slip is not to be printed here any more. */
  readonly begin: () => string | null;
  readonly onIdentified: (abilities: PrinterAbilities) => void;
}): Promise<PrintOutcome> {
  const { line } = job;
  const conversation = createConversation(line);
  const status = await conversation.askStatus(ANSWER_TIMEOUT_MS);
  if (status === null && job.abilities?.status) return notBegun('no-answer', 'no answer to DLE EOT');
  if (status && status.condition !== 'ready')
    return notBegun(PROBLEM_OF[status.condition], `said: ${status.condition}`);
  const abilities =
    job.abilities ??
    within(
      await identify({ line, conversation, answersStatus: status !== null, dirty: job.dirty }),
      job.limit,
    );
  job.onIdentified(abilities);
  // Whoever did not answer to its name was flushed while it was asked.
  const broken = await clear(line, conversation, abilities, job.dirty && job.abilities !== null);
  if (broken) return { kind: 'not-begun', failure: broken };

  const tag = job.begin();
  if (tag === null) return { kind: 'withdrawn' };
  const trouble = watchTrouble((note) =>
    conversation.onAnswer((answer) => {
      if (answer.kind === 'automatic' && answer.status.condition !== 'ready') note(answer.status.condition);
    }),
  );
  const outcome = await Promise.race([
    send({ line, conversation, abilities, bytes: job.bytes, tag, onTrouble: trouble.note }),
    line.lost.then((failure): PrintOutcome => ({ kind: 'unsure', failure })),
    trouble.first,
  ]);
  trouble.stop();
  const seen = trouble.seen();
  // What still lies in the buffer would come out alone when the paper is back.
  if (seen && abilities.clears) await conversation.ask(CLEAR, clearedAnswer, ANSWER_TIMEOUT_MS);
  return seen ?? outcome;
}

/** Empties what a dead job left; returns why the line cannot be used, or null. */
async function clear(
  line: Line,
  conversation: Conversation,
  abilities: PrinterAbilities,
  dirty: boolean,
): Promise<TransportFailure | null> {
  if (abilities.clears && (await conversation.ask(CLEAR, clearedAnswer, ANSWER_TIMEOUT_MS))) return null;
  return dirty ? await flush(line) : null;
}

async function send(job: {
  readonly line: Line;
  readonly conversation: Conversation;
  readonly abilities: PrinterAbilities;
  readonly bytes: Uint8Array;
  readonly tag: string;
  readonly onTrouble: (condition: Trouble) => PrintOutcome;
}): Promise<PrintOutcome> {
  const { line, abilities } = job;
  const head = abilities.status ? [INITIALISE, SPEAK_UP] : [INITIALISE];
  const written = await line.write(Buffer.concat([...head, job.bytes]));
  if (!written.ok) return { kind: 'unsure', failure: written.error };
  return abilities.confirms ? awaitTag({ ...job, bytes: job.bytes.length }) : { kind: 'unconfirmed' };
}

/** Waits for the tag as long as the printer shows that it lives. */
async function awaitTag(job: {
  readonly conversation: Conversation;
  readonly tag: string;
  readonly bytes: number;
  readonly onTrouble: (condition: Trouble) => PrintOutcome;
}): Promise<PrintOutcome> {
  const { conversation, tag, bytes, onTrouble } = job;
  const isTag = (answer: PrinterAnswer): true | undefined =>
    answer.kind === 'tag' && answer.tag === tag ? true : undefined;
  let printed = false;
  const stop = conversation.onAnswer((answer) => {
    printed ||= isTag(answer) ?? false;
  });
  try {
    const until = Date.now() + CONFIRM_MS + bytes * SLOWEST_MS_A_BYTE;
    const request = Buffer.concat([TAG_REQUEST, Buffer.from(tag, 'latin1')]);
    for (let unanswered = 0; unanswered < UNANSWERED_POLLS && Date.now() < until;) {
      // Asked for again each time: an answer can be lost, and a second one to the same tag says no less.
      if ((await conversation.ask(request, isTag, POLL_MS)) ?? printed) return { kind: 'printed' };
      const status = await conversation.askStatus(ANSWER_TIMEOUT_MS);
      // What the printer said by itself can be lost like any answer.
      if (status && status.condition !== 'ready') return onTrouble(status.condition);
      unanswered = status === null ? unanswered + 1 : 0;
      if (printed) return { kind: 'printed' };
    }
    return unsure('no-answer', 'the printer did not say that the slip is printed');
  } finally {
    stop();
  }
}

function clearedAnswer(answer: PrinterAnswer): true | undefined {
  return answer.kind === 'cleared' ? true : undefined;
}
