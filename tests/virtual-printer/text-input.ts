import { codePageName, decodeByte, decodeDoubleByte } from './code-pages.ts';
import type { RunStyle } from './line-buffer.ts';
import { CELLS, KANJI_CELL } from './print-state.ts';
import type { PrintState } from './print-state.ts';
import type { PrinterProfile } from './profiles.ts';

/** A character that is ready for the print buffer. */
export interface InputCharacter {
  readonly text: string;
  readonly style: RunStyle;
}

/** What a byte of text came to. */
export type TextResult =
  | { readonly kind: 'character'; readonly character: InputCharacter }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'undecodable'; readonly why: string; readonly replacement: InputCharacter };

// East Asian wide and full-width characters: they take two cells.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;

// A printer's UTF-8 mode has no shaping, no combining and no emoji: their glyphs are missing or in the wrong order.
const BEYOND_ROM =
  /[\p{M}\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10000}-\u{10ffff}]/u;

/** Reads the bytes of text as the modes in force say, some of them two to four to a character. */
export class TextInput {
  #pending: number[] = [];

  /** True in the middle of a character of more than one byte. */
  get midCharacter(): boolean {
    return this.#pending.length > 0;
  }

  /** Forgets half a character. */
  reset(): void {
    this.#pending = [];
  }

  /** Takes one byte. */
  push(byte: number, state: PrintState, profile: PrinterProfile): TextResult {
    if (state.utf8) return this.#pushUtf8(byte, state);
    if (this.#pending.length > 0 || startsKanji(byte, state)) return this.#pushKanji(byte, state, profile);
    return decodeSingle(byte, state);
  }

  #pushUtf8(byte: number, state: PrintState): TextResult {
    this.#pending.push(byte);
    const needed = utf8Length(this.#pending[0] ?? 0);
    if (this.#pending.length < needed) return { kind: 'incomplete' };
    const bytes = Uint8Array.from(this.#pending);
    this.#pending = [];
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (needed === 0 || text.includes('\ufffd')) return hole('not UTF-8', state, 'utf-8');
    if (BEYOND_ROM.test(text)) return hole(`no glyph for ${text} in the printer`, state, 'utf-8');
    const style = WIDE.test(text) ? kanjiStyle(state, 'utf-8') : textStyle(state, 'utf-8');
    return { kind: 'character', character: { text, style } };
  }

  #pushKanji(byte: number, state: PrintState, profile: PrinterProfile): TextResult {
    this.#pending.push(byte);
    const [first, second] = this.#pending;
    if (first === undefined || second === undefined) return { kind: 'incomplete' };
    this.#pending = [];
    const set = profile.kanji;
    if (set === 'none') return hole('kanji on a printer that has none', state, 'none');
    const text =
      state.kanjiCode === 'jis'
        ? decodeDoubleByte(first | 0x80, second | 0x80, 'euc-jp')
        : decodeDoubleByte(first, second, set);
    if (text === undefined) return hole(`no character in ${set}`, state, set);
    return { kind: 'character', character: { text, style: kanjiStyle(state, set) } };
  }
}

function startsKanji(byte: number, state: PrintState): boolean {
  if (!state.kanjiMode) return false;
  if (state.kanjiCode === 'jis') return byte >= 0x21 && byte <= 0x7e;
  // Half-width katakana are single bytes in the midst of Shift-JIS.
  return byte >= 0x81 && byte !== 0xff && !(byte >= 0xa0 && byte <= 0xdf && state.kanjiCode === 'shift_jis');
}

function decodeSingle(byte: number, state: PrintState): TextResult {
  const page = codePageName(state.codePage) ?? `page ${state.codePage}`;
  const text = byte === 0x7f ? undefined : decodeByte(byte, page, state.nationalSet);
  if (text === undefined) return hole(`no character in ${page}`, state, page);
  return { kind: 'character', character: { text, style: textStyle(state, page) } };
}

function hole(why: string, state: PrintState, codePage: string): TextResult {
  return { kind: 'undecodable', why, replacement: { text: '\ufffd', style: textStyle(state, codePage) } };
}

function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 0;
}

function textStyle(state: PrintState, codePage: string): RunStyle {
  const { width, height } = CELLS[state.font];
  return {
    codePage,
    font: state.font,
    bold: state.emphasised || state.doubleStrike,
    // Reversed and turned characters are not underlined, says the specification.
    underline: state.reversed || state.rotated ? 0 : state.underline,
    width: state.width,
    height: state.height,
    reversed: state.reversed,
    upsideDown: state.upsideDown,
    rotated: state.rotated,
    cell: {
      width: state.rotated ? height : width,
      height: state.rotated ? width : height,
      spacing: state.charSpacing,
    },
  };
}

function kanjiStyle(state: PrintState, codePage: string): RunStyle {
  const style = textStyle(state, codePage);
  const underline = state.utf8 ? style.underline : state.kanjiUnderline;
  return {
    ...style,
    font: 'A',
    underline,
    width: Math.max(style.width, state.kanjiWidth),
    height: Math.max(style.height, state.kanjiHeight),
    cell: { ...KANJI_CELL, spacing: 0 },
  };
}
