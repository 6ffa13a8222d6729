import {
  isAutomaticStart,
  isRealTimeAnswer,
  statusFromAutomatic,
  type PrinterStatus,
} from './printer-status.ts';

/** One thing that a printer said. */
export type PrinterAnswer =
  | { readonly kind: 'real-time'; readonly byte: number }
  | { readonly kind: 'automatic'; readonly status: PrinterStatus }
  /** The printing before this tag is complete (`GS ( H`). */
  | { readonly kind: 'tag'; readonly tag: string }
  /** The buffer was cleared (`DLE DC4 8`). */
  | { readonly kind: 'cleared' }
  /** Maker or model (`GS I`). */
  | { readonly kind: 'name'; readonly name: string };

const BLOCK = 0x37;
const NAME = 0x5f;
const TAG_ANSWER = 0x22;
const CLEAR_ANSWER = 0x25;
/** A block that runs on longer than any printer's answer is noise on the line. */
const LONGEST_BLOCK = 80;

/** Returns a reader that turns a printer's bytes into answers, however the line cut them; noise is skipped. */
export function createAnswerReader(): (bytes: Uint8Array) => PrinterAnswer[] {
  let pending: number[] = [];

  function take(byte: number): PrinterAnswer | undefined {
    const [first] = pending;
    if (first === undefined) {
      if (isRealTimeAnswer(byte)) return { kind: 'real-time', byte };
      if (byte === BLOCK || byte === NAME || isAutomaticStart(byte)) pending = [byte];
      return undefined;
    }
    pending.push(byte);
    if (first === BLOCK || first === NAME) {
      if (byte === 0) return block(pending.splice(0));
      if (pending.length > LONGEST_BLOCK) pending = [];
      return undefined;
    }
    // The three bytes after the first of an automatic status are 0xx0xxxx; another is the start of something else.
    if ((byte & 0x90) !== 0) {
      pending = [];
      return take(byte);
    }
    const [one, two, three, four] = pending;
    if (one === undefined || two === undefined || three === undefined || four === undefined) return undefined;
    pending = [];
    return { kind: 'automatic', status: statusFromAutomatic([one, two, three, four]) };
  }

  return (bytes) => Array.from(bytes, take).filter((answer) => answer !== undefined);
}

function block(bytes: readonly number[]): PrinterAnswer | undefined {
  const body = String.fromCharCode(...bytes.slice(bytes[0] === NAME ? 1 : 2, -1));
  if (bytes[0] === NAME) return { kind: 'name', name: body };
  if (bytes[1] === TAG_ANSWER) return { kind: 'tag', tag: body };
  return bytes[1] === CLEAR_ANSWER ? { kind: 'cleared' } : undefined;
}
