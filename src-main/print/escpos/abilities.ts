import type { Line, TransportFailure } from '../transport/line.ts';
import type { Conversation } from './conversation.ts';

/** What a printer can do beyond printing. */
export interface PrinterAbilities {
  /** `DLE EOT` and `GS a`: says how it is. */
  readonly status: boolean;
  /** `DLE DC4 8`: throws away what a dead job left in its buffer. */
  readonly clears: boolean;
  /** `GS ( H`: says when the printing before a tag is complete. */
  readonly confirms: boolean;
}

/** A printer that is known by nothing yet: it is sent text, and nothing that another might print as rubbish. */
const CAREFUL: PrinterAbilities = { status: false, clears: false, confirms: false };
/** Epson's TM series of this century (TM-T88V and later, TM-T20 and later, TM-m30). */
const EPSON: PrinterAbilities = { status: true, clears: true, confirms: true };

/** Longest wait for an answer that comes at once where it comes at all. */
export const ANSWER_TIMEOUT_MS = 1_000;
/** More than any command's length field that a dead job could have left open on a printer that cannot clear. */
const FLUSH = new Uint8Array(8_192);
/** `GS I 66`: who made it. */
export const ASK_MAKER = Uint8Array.of(0x1d, 0x49, 0x42);
/** `GS I 67`: what it is called. */
export const ASK_MODEL = Uint8Array.of(0x1d, 0x49, 0x43);

/**
 * Returns what the printer at the other end can do, by what it says of itself (`GS I`): only makers whose manuals
 * document the confirmation are trusted with it. No answer is no proof where half a command of a dead job may have
 * swallowed the question (`dirty`): then it is filled up, and asked again.
 */
export async function identify(printer: {
  readonly line: Line;
  readonly conversation: Conversation;
  readonly answersStatus: boolean;
  readonly dirty: boolean;
}): Promise<PrinterAbilities> {
  const { line, conversation, answersStatus, dirty } = printer;
  const name = (question: Uint8Array): Promise<string | null> =>
    conversation.ask(
      question,
      (answer) => (answer.kind === 'name' ? answer.name : undefined),
      ANSWER_TIMEOUT_MS,
    );
  let maker = await name(ASK_MAKER);
  if (maker === null && dirty && (await flush(line)) === null) maker = await name(ASK_MAKER);
  const model = maker === null ? null : await name(ASK_MODEL);
  const epson = maker?.toUpperCase().includes('EPSON') === true || model?.startsWith('TM-') === true;
  return epson ? EPSON : { ...CAREFUL, status: answersStatus };
}

/**
 * Returns what both the printer's own answers and its profile say: another printer may stand where the profile was
 * chosen for one that confirms, and would be waited for in vain, slip after slip.
 */
export function within(found: PrinterAbilities, limit: PrinterAbilities | null): PrinterAbilities {
  if (limit === null) return found;
  return {
    status: found.status && limit.status,
    clears: found.clears && limit.clears,
    confirms: found.confirms && limit.confirms,
  };
}

/** Fills up whatever command a dead job left half said; returns why the line cannot be used, or null. */
export async function flush(line: Line): Promise<TransportFailure | null> {
  const written = await line.write(FLUSH);
  return written.ok ? null : written.error;
}
