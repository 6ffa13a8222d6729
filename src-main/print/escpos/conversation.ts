import type { Line } from '../transport/line.ts';
import { createAnswerReader, type PrinterAnswer } from './answer-reader.ts';
import { statusFromAnswers, type PrinterStatus } from './printer-status.ts';

/** Questions and answers with one ESC/POS printer over one line. */
export interface Conversation {
  /** Hears every answer; returns the function that stops it. */
  onAnswer(listener: (answer: PrinterAnswer) => void): () => void;
  /** Sends `question` and returns what `pick` takes of the answers, or null when nothing came in time. */
  ask<T>(
    question: Uint8Array,
    pick: (answer: PrinterAnswer) => T | undefined,
    timeoutMs: number,
  ): Promise<T | null>;
  /** Asks `DLE EOT` 1 to 4; null where the printer does not answer. */
  askStatus(timeoutMs: number): Promise<PrinterStatus | null>;
}

/** Returns a conversation over a line. */
export function createConversation(line: Line): Conversation {
  const read = createAnswerReader();
  const listeners = new Set<(answer: PrinterAnswer) => void>();
  line.onBytes((bytes) => {
    for (const answer of read(bytes)) for (const listener of [...listeners]) listener(answer);
  });

  function onAnswer(listener: (answer: PrinterAnswer) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function ask<T>(
    question: Uint8Array,
    pick: (answer: PrinterAnswer) => T | undefined,
    timeoutMs: number,
  ): Promise<T | null> {
    return new Promise((resolve) => {
      const finish = (value: T | null): void => {
        clearTimeout(timer);
        stop();
        resolve(value);
      };
      const stop = onAnswer((answer) => {
        const value = pick(answer);
        if (value !== undefined) finish(value);
      });
      const timer = setTimeout(() => finish(null), timeoutMs);
      void line.lost.then(() => finish(null));
      void line.write(question).then((written) => {
        if (!written.ok) finish(null);
      });
    });
  }

  return {
    onAnswer,
    ask,
    async askStatus(timeoutMs) {
      const answers: number[] = [];
      // One question at a time: the answers do not say which question they answer.
      for (const which of [1, 2, 3, 4]) {
        const byte = await ask(
          Uint8Array.of(0x10, 0x04, which),
          (answer) => (answer.kind === 'real-time' ? answer.byte : undefined),
          timeoutMs,
        );
        if (byte === null) return null;
        answers.push(byte);
      }
      const [one = 0, two = 0, three = 0, four = 0] = answers;
      return statusFromAnswers([one, two, three, four]);
    },
  };
}
