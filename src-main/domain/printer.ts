import type { Brand } from './brand.ts';
import type { CodePage } from './code-page.ts';

/** Identifies a printer of the store in settings and jobs: a slug such as `counter`. */
export type PrinterId = Brand<string, 'PrinterId'>;
/** Identifies a model's profile: the name of its file in `resources/printers`, such as `epson-tm-t88v`. */
export type ProfileId = Brand<string, 'ProfileId'>;

/** Widths of paper in characters of font A: 58 mm, then the two ways in which makers divide 80 mm. */
export const PAPER_COLUMNS = [32, 42, 48] as const;
/** Characters of font A a line. */
export type PaperColumns = (typeof PAPER_COLUMNS)[number];

/** Languages that printers are spoken to in. */
export const PRINTER_LANGUAGES = ['escpos', 'star-line'] as const;
/** The language of a printer's commands. */
export type PrinterLanguage = (typeof PRINTER_LANGUAGES)[number];

/**
 * How a model says that paper came out: the tag of `GS ( H` (Epson), the ETB counter (Star), or not at all.
 */
export const CONFIRMATIONS = ['gs-h', 'etb', 'none'] as const;
/** A way of saying that paper came out. */
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** Double-byte sets that a model may have in its ROM. */
export const KANJI_SETS = ['none', 'shift_jis', 'gb18030', 'big5', 'euc-kr', 'by-region'] as const;
/** A double-byte set, or `by-region` where it depends on where the printer was sold. */
export type KanjiSet = (typeof KANJI_SETS)[number];

/** What one model of printer is said to have, by its maker or by a kept collection: data, not yet seen on paper. */
export interface PrinterProfile {
  readonly id: ProfileId;
  readonly maker: string;
  readonly model: string;
  /** Whether it stands for no model in particular: then nothing is known that the printer does not say itself. */
  readonly generic: boolean;
  readonly language: PrinterLanguage;
  readonly dpi: 180 | 203;
  /** Dots that can be printed side by side. */
  readonly dots: number;
  readonly columns: PaperColumns;
  /** The vertical motion unit at power-on is one over this, in inches. */
  readonly verticalUnitsPerInch: number;
  readonly receiveBufferBytes: number | null;
  /** Pages on offer, each with the number that selects it (`ESC t`, in Star line mode `ESC GS t`). */
  readonly codePages: Readonly<Partial<Record<CodePage, number>>>;
  /** `FS ( C`: text as UTF-8. */
  readonly utf8: boolean;
  readonly kanji: KanjiSet;
  readonly confirms: Confirmation;
  /** `DLE DC4 8`, which throws away what a dead job left. */
  readonly clears: boolean;
  /** Says how it is: `DLE EOT`, in Star line mode `ESC ACK SOH`. */
  readonly status: boolean;
  readonly cutter: boolean;
  readonly qr: boolean;
  readonly barcode: boolean;
  readonly speedMmPerSecond: number | null;
  /** What the printer calls itself (`GS I`): the beginnings of names that this profile fits. */
  readonly saysModel: readonly string[];
  readonly sources: readonly {
    readonly url: string;
    readonly licence: string;
    /** Which of the facts are from there, in plain words. */
    readonly of: string;
  }[];
  /** Fields that no kept source says; their values are the careful ones. */
  readonly unverified: readonly string[];
}

/** What staff saw on a test slip of one printer, and ticked. */
export interface ConfirmedAbilities {
  /** When, as an ISO 8601 instant in UTC. */
  readonly at: string;
  /** The profile whose test slip it was: under another one the numbers of the pages differ, and it says nothing. */
  readonly profile: ProfileId;
  readonly codePages: readonly CodePage[];
  readonly utf8: boolean;
  readonly raster: boolean;
  readonly qr: boolean;
  readonly barcode: boolean;
  readonly cut: boolean;
}

/** A printer of the store, as the installer set it. */
export interface PrinterSettings {
  readonly id: PrinterId;
  /** What staff call it. */
  readonly name: string;
  /** `preview:`, `tcp://host:port`, `file:///dev/usb/lp0` or `cups:QUEUE`. */
  readonly url: string;
  readonly profile: ProfileId;
  /** The width of the paper where it is not the profile's: a narrower roll, or the other way of dividing it. */
  readonly columns?: PaperColumns | undefined;
  readonly confirmed: ConfirmedAbilities | null;
}

/** The address under which slips are shown on the screen and nothing is printed. */
export const PREVIEW_URL = 'preview:';
/** The printer that a store has before it names one, and that earlier settings without names had. */
export const FIRST_PRINTER_ID = 'counter' as PrinterId;
/** The profiles of printers that nobody named a model for, by the width of their paper. */
export const GENERIC_PROFILES = {
  58: 'generic-58' as ProfileId,
  80: 'generic-80' as ProfileId,
} as const;

/**
 * Returns the profile that fits what a printer calls itself (`GS I`), or undefined. The longest name wins, so that a
 * TM-T88VII is not taken for a TM-T88V.
 */
export function profileForModel(
  model: string,
  profiles: readonly PrinterProfile[],
): PrinterProfile | undefined {
  const name = model.trim().toUpperCase();
  const lengthOf = (profile: PrinterProfile): number =>
    Math.max(0, ...profile.saysModel.filter((says) => isCalled(name, says)).map((says) => says.length));
  const best = profiles.reduce<PrinterProfile | undefined>(
    (found, profile) => (lengthOf(profile) > (found ? lengthOf(found) : 0) ? profile : found),
    undefined,
  );
  return best;
}

/** `TM-T88V` is also called `TM-T88V-DT`, and `TM-T88VI` is another printer. */
function isCalled(name: string, says: string): boolean {
  return name.startsWith(says.toUpperCase()) && !/^[A-Z0-9]/.test(name.slice(says.length));
}
