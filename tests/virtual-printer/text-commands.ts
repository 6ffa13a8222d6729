import { codePageName, isNationalSet } from './code-pages.ts';
import type { CommandContext, CommandHandler } from './command-context.ts';
import { CELLS, DEFAULT_LINE_SPACING_DOTS, printArea } from './print-state.ts';

const ALIGNMENTS = ['left', 'center', 'right'] as const;
const MID_LINE = 'ignored, because it stands in the middle of a line';

/** Parameters may be given as a number or as its digit. */
export function digit(n: number | undefined): number {
  const value = n ?? 0;
  return value >= 48 && value <= 57 ? value - 48 : value;
}

/** A two-byte number. */
function word(args: Uint8Array, at = 0): number {
  return (args[at] ?? 0) + (args[at + 1] ?? 0) * 256;
}

/** Horizontal motion units in dots. */
function unitsX(context: CommandContext, n: number): number {
  return Math.round((n * context.profile.dpi) / context.state.unitsPerInchX);
}

/** Vertical motion units in dots. */
export function unitsY(context: CommandContext, n: number): number {
  return Math.round((n * context.profile.dpi) / context.state.unitsPerInchY);
}

function underline(n: number | undefined): 0 | 1 | 2 | undefined {
  const value = digit(n);
  return value === 0 || value === 1 || value === 2 ? value : undefined;
}

/** Feeds a number of lines after the line that is waiting. */
function feedLines({ state, flush, feed }: CommandContext, lines: number): void {
  const printed = flush(lines === 0 ? 0 : undefined);
  const blank = Math.max(0, lines - (printed ? 1 : 0));
  feed(blank * state.lineSpacingDots, blank);
}

/** Commands that set how characters look, where they stand and how the paper moves. */
export const TEXT_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  LF: (context) => void feedLines(context, 1),
  CR: () => undefined,
  // Both act in page mode only.
  FF: () => undefined,
  CAN: () => undefined,
  HT: ({ line, state, profile }) => {
    const stop = state.tabs.find((tab) => tab > line.x);
    if (stop !== undefined) line.moveTo(Math.min(stop, printArea(state, profile).width));
    return undefined;
  },
  'ESC @': (context) => void context.initialise(),
  'ESC t': ({ state, profile }, [n = 0]) => {
    if (codePageName(n) === undefined || !profile.codePages.includes(n)) {
      return `ESC t ${n}: ${profile.name} has no such code page`;
    }
    state.codePage = n;
    return undefined;
  },
  'ESC R': ({ state }, [n = 0]) => {
    if (!isNationalSet(n)) return `ESC R ${n}: no such international set`;
    state.nationalSet = n;
    return undefined;
  },
  'ESC a': ({ state, line }, [n]) => {
    const align = ALIGNMENTS[digit(n)];
    if (align === undefined) return `ESC a ${n}: no such alignment`;
    if (!line.empty) return `ESC a ${MID_LINE}`;
    state.align = align;
    return undefined;
  },
  'ESC E': ({ state }, [n = 0]) => {
    state.emphasised = (n & 1) === 1;
    return undefined;
  },
  'ESC G': ({ state }, [n = 0]) => {
    state.doubleStrike = (n & 1) === 1;
    return undefined;
  },
  'ESC -': ({ state }, [n]) => {
    const value = underline(n);
    if (value === undefined) return `ESC - ${n}: no such underline`;
    state.underline = value;
    return undefined;
  },
  'ESC !': ({ state }, [n = 0]) => {
    state.font = n & 0x01 ? 'B' : 'A';
    state.emphasised = (n & 0x08) !== 0;
    state.height = n & 0x10 ? 2 : 1;
    state.width = n & 0x20 ? 2 : 1;
    state.underline = n & 0x80 ? 1 : 0;
    return undefined;
  },
  'ESC M': ({ state }, [n]) => {
    const font = digit(n);
    if (font > 1) return `ESC M ${n}: no such font`;
    state.font = font === 1 ? 'B' : 'A';
    return undefined;
  },
  'ESC SP': (context, [n = 0]) => {
    context.state.charSpacing = unitsX(context, n);
    return undefined;
  },
  'ESC {': ({ state, line }, [n = 0]) => {
    if (!line.empty) return `ESC { ${MID_LINE}`;
    state.upsideDown = (n & 1) === 1;
    return undefined;
  },
  'ESC V': ({ state }, [n]) => {
    if (digit(n) > 2) return `ESC V ${n}: no such rotation`;
    state.rotated = digit(n) !== 0;
    return undefined;
  },
  'ESC 2': ({ state }) => {
    state.lineSpacingDots = DEFAULT_LINE_SPACING_DOTS;
    return undefined;
  },
  'ESC 3': (context, [n = 0]) => {
    context.state.lineSpacingDots = unitsY(context, n);
    return undefined;
  },
  'ESC d': (context, [n = 0]) => void feedLines(context, n),
  'ESC J': (context, [n = 0]) => {
    const dots = unitsY(context, n);
    if (!context.flush(dots)) context.feed(dots, 0);
    return undefined;
  },
  'ESC D': ({ state }, args) => {
    const columns = [...args].filter((n) => n !== 0);
    if (columns.some((column, i) => i > 0 && column <= (columns[i - 1] ?? 0)))
      return 'ESC D: stops must rise';
    const pitch = (CELLS[state.font].width + state.charSpacing) * state.width;
    state.tabs = columns.map((column) => column * pitch);
    return undefined;
  },
  'ESC $': (context, args) => {
    const x = unitsX(context, word(args));
    if (x > printArea(context.state, context.profile).width) return 'ESC $: beyond the print area';
    context.line.moveTo(x);
    return undefined;
  },
  'ESC \\': (context, args) => {
    const n = word(args);
    const x = context.line.x + unitsX(context, n >= 32768 ? n - 65536 : n);
    if (x < 0 || x > printArea(context.state, context.profile).width) return 'ESC \\: beyond the print area';
    context.line.moveTo(x);
    return undefined;
  },
  'GS !': ({ state }, [n = 0]) => {
    if ((n & 0x88) !== 0) return `GS ! ${n}: no such size`;
    state.width = (n >> 4) + 1;
    state.height = (n & 0x07) + 1;
    return undefined;
  },
  'GS B': ({ state }, [n = 0]) => {
    state.reversed = (n & 1) === 1;
    return undefined;
  },
  'GS L': (context, args) => {
    if (!context.line.empty) return `GS L ${MID_LINE}`;
    context.state.leftMargin = unitsX(context, word(args));
    return undefined;
  },
  'GS W': (context, args) => {
    if (!context.line.empty) return `GS W ${MID_LINE}`;
    context.state.areaWidth = unitsX(context, word(args));
    return undefined;
  },
  'GS P': ({ state, profile }, [x = 0, y = 0]) => {
    state.unitsPerInchX = x === 0 ? profile.dpi : x;
    state.unitsPerInchY = y === 0 ? profile.verticalUnitsPerInch : y;
    return undefined;
  },
  'GS T': ({ line, flush }, [n]) => {
    if (digit(n) === 1) flush();
    else line.clear();
    return undefined;
  },
  'FS &': ({ state, profile }) => {
    if (profile.kanji === 'none') return `FS &: ${profile.name} has no kanji`;
    state.kanjiMode = true;
    return undefined;
  },
  'FS .': ({ state }) => {
    state.kanjiMode = false;
    return undefined;
  },
  'FS C': ({ state, profile }, [n]) => {
    if (profile.kanji !== 'shift_jis') return `FS C: ${profile.name} has no choice of kanji code`;
    state.kanjiCode = digit(n) === 0 ? 'jis' : 'shift_jis';
    return undefined;
  },
  'FS !': ({ state }, [n = 0]) => {
    state.kanjiWidth = n & 0x04 ? 2 : 1;
    state.kanjiHeight = n & 0x08 ? 2 : 1;
    state.kanjiUnderline = n & 0x80 ? 1 : 0;
    return undefined;
  },
  'FS W': ({ state }, [n = 0]) => {
    state.kanjiWidth = n & 1 ? 2 : 1;
    state.kanjiHeight = n & 1 ? 2 : 1;
    return undefined;
  },
  'FS -': ({ state }, [n]) => {
    state.kanjiUnderline = underline(n) ?? 0;
    return undefined;
  },
  'FS S': () => undefined,
  'FS (': ({ state, profile }, args) => {
    const [letter = 0, , , fn, m] = args;
    if (letter === 0x41) return undefined;
    if (letter !== 0x43) return `FS ( ${String.fromCharCode(letter)} is not modelled`;
    if (!profile.utf8) return `FS ( C: ${profile.name} has no UTF-8`;
    if (fn === 60) return undefined;
    if (fn !== 48 || (digit(m) !== 1 && digit(m) !== 2)) return 'FS ( C: unknown function';
    state.utf8 = digit(m) === 2;
    return undefined;
  },
};
