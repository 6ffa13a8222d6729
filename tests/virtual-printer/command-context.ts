import type { Bitmap } from './bitmap.ts';
import type { Command } from './command-parser.ts';
import type { LineBuffer } from './line-buffer.ts';
import type { PrintState } from './print-state.ts';
import type { PrinterProfile } from './profiles.ts';
import type { PrinterStatus } from './status.ts';
import type { DraftLine, PrinterEvent } from './types.ts';

type WithoutPlace<T> = T extends PrinterEvent ? Omit<T, 'atMm'> : never;

/** Something that happened, before anyone knows where on the paper. */
export type UnplacedEvent = WithoutPlace<PrinterEvent>;

/** What an interpreter asks of the printer around it. */
export interface InterpreterHost {
  readonly print: (line: DraftLine) => void;
  readonly answer: (bytes: Uint8Array) => void;
  readonly answerTag: (tag: Uint8Array) => void;
  /** `ETB` of a Star printer was reached, and everything before it is printed. */
  readonly countPrintEnd: () => void;
  readonly resetPrintEnds: () => void;
  readonly note: (event: UnplacedEvent) => void;
  readonly fail: (offset: number, length: number, message: string) => void;
  readonly status: () => PrinterStatus;
  readonly setAutomaticStatus: (mask: number) => void;
  readonly allowRealTime: (what: 'pulse' | 'power-off', allowed: boolean) => void;
}

/** Data that `GS ( k` and `GS ( L` keep between their functions. */
export interface SymbolStore {
  qrModuleDots: number;
  qrLevel: 'L' | 'M' | 'Q' | 'H';
  qrData: Uint8Array | undefined;
  graphics: Bitmap | undefined;
}

/** What a command works on. */
export interface CommandContext {
  readonly profile: PrinterProfile;
  readonly state: PrintState;
  readonly symbols: SymbolStore;
  readonly line: LineBuffer;
  readonly host: InterpreterHost;
  /** Prints the line that is waiting; the paper moves by the spacing or the tallest character. */
  readonly flush: (spacingDots?: number, wrapped?: boolean) => boolean;
  readonly feed: (dots: number, blankLines: number) => void;
  readonly initialise: () => void;
}

/** Carries out one command; a text in answer says why a printer would not. */
export type CommandHandler = (context: CommandContext, args: Uint8Array) => string | undefined;

/** Turns commands of one language into lines of paper and answers. */
export interface PrinterInterpreter {
  /** Characters that were received and are not on paper. */
  readonly waitingCharacters: number;
  /** Forgets the line that is waiting, and keeps the settings. */
  readonly clearLine: () => void;
  /** As after switching on. */
  readonly reset: () => void;
  /** Carries out one command. */
  readonly execute: (command: Command) => void;
}
