import type { Instant, PrintJobId } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { PrintKind } from '../domain/print-kind.ts';
import type { PrintProblem, PrintState } from '../domain/print-state.ts';
import type { PrinterId, PrinterProfile, PrinterSettings, ProfileId } from '../domain/printer.ts';

/** The paper of a job as a picture. */
export interface SlipPicture {
  readonly png: Uint8Array;
  /** The paper's text, for those who do not see the picture. */
  readonly text: string;
}

/** A slip as the paper screen shows it. */
export interface PaperJob {
  readonly id: PrintJobId;
  readonly kind: PrintKind;
  /** Null where the slip is about no claim. */
  readonly number: ClaimNumber | null;
  readonly state: PrintState;
  readonly problem: PrintProblem | null;
  readonly detail: string;
  readonly voidReason: string | null;
  readonly copy: number;
  readonly attempts: number;
  readonly printerId: PrinterId;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

/** What the paper screen shows. */
export interface PaperView {
  /** In line, the next one first. */
  readonly waiting: readonly PaperJob[];
  /** What came to an end lately, the latest first. */
  readonly recent: readonly PaperJob[];
  readonly printers: readonly { readonly id: PrinterId; readonly name: string }[];
}

/** A model of printer to choose. */
export type ProfileChoice = Pick<PrinterProfile, 'id' | 'maker' | 'model' | 'columns' | 'generic'>;

/** The printers as they are set, and the models there are. */
export interface PrintersView {
  readonly printers: readonly PrinterSettings[];
  readonly profiles: readonly ProfileChoice[];
  /** Whether the environment says where the first one is, whatever is set here. */
  readonly overridden: boolean;
}

/** A printer that a search found. */
export interface PrinterFound {
  readonly url: string;
  /** Maker and model as the printer or the system says, or empty. */
  readonly name: string;
  /** A suggestion by its name. */
  readonly profile: ProfileId;
}

/** What a search found; `complete` is false where it was stopped. */
export interface SearchOutcome {
  readonly found: readonly PrinterFound[];
  readonly complete: boolean;
}

/** One numbered part of the test slip that was just sent, and what it should look like. */
export interface TestPartShown {
  readonly number: number;
  readonly title: string;
  readonly png: Uint8Array;
}

/** A test slip on its way. */
export interface TestSlipSent {
  readonly jobId: PrintJobId;
  readonly parts: readonly TestPartShown[];
}

interface OfJob {
  readonly jobId: PrintJobId;
}

/** Input and output of each call that has to do with paper and printers. */
export interface PaperCalls {
  'paper:view': { input: null; output: PaperView };
  'paper:picture': { input: OfJob; output: SlipPicture };
  'paper:reprint': { input: OfJob; output: PaperJob };
  'paper:void': { input: OfJob & { readonly reason: string }; output: PaperJob };
  'paper:move': { input: OfJob & { readonly printerId: PrinterId }; output: PaperJob };
  'paper:answer': { input: OfJob & { readonly cameOut: boolean }; output: PaperJob };
  'printers:view': { input: null; output: PrintersView };
  /** Searches the store's own network, device files and print queues; `printers:searching` tells how far it is. */
  'printers:find': { input: null; output: SearchOutcome };
  'printers:stop-finding': { input: null; output: null };
  'printers:save': { input: { readonly printers: readonly PrinterSettings[] }; output: PrintersView };
  'printers:test': { input: { readonly printerId: PrinterId }; output: TestSlipSent };
  /** What staff saw on the test slip: the numbers of its parts that came out right. */
  'printers:confirm': {
    input: { readonly jobId: PrintJobId; readonly ticked: readonly number[] };
    output: PrintersView;
  };
}
