import type { HanShapes } from '../../domain/han.ts';
import type { BidiContext, Direction, TextRun } from '../slip/paper.ts';
import { graphemes, type Measure } from '../slip/printable.ts';
import { EMOJI, SANS, type FontSource } from './font-catalogue.ts';
import { castOf, CELL_WIDTH, createCanvas, faceIn, type Face } from './fonts.ts';
import { inVisualOrder, levelsOf } from './levels.ts';

/** Letters that are drawn in one go: one size, one weight, one direction. */
export interface Piece {
  readonly text: string;
  /** A CSS font; undefined for a gap. */
  readonly font: string | undefined;
  readonly level: number;
  readonly width: number;
  /** Dots by which the letters are moved to the right inside their width. */
  readonly shift: number;
  /** What is drawn before the text and clipped away, and its width. */
  readonly lead: { readonly text: string; readonly width: number };
  /** Rows that the letters reach above and below the baseline. */
  readonly above: number;
  readonly below: number;
}

/** A line set in type: its pieces from left to right. */
export interface SetLine {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** What a line is, beside its words. */
export interface LineStyle {
  readonly direction: Direction;
  readonly scale: number;
  readonly han: HanShapes | undefined;
  readonly context: BidiContext | undefined;
}

interface Cluster {
  readonly text: string;
  readonly source: FontSource | undefined;
  readonly face: Face | undefined;
  readonly bold: boolean;
  readonly level: number;
}

const NOTHING_TO_DRAW = /^\p{Default_Ignorable_Code_Point}+$/u;
const SPACE = /^\p{White_Space}/u;
const WIDE_SPACE = '\u3000';
const PLAIN = /^[\x20-\x7e]*$/;
/** Marks that are set close to the letters beside them, in whichever font these are. */
const CLOSE_MARKS = /^[!"'()*,./:;?[\]{}«»‘’“”…·–-]$/u;
const LONE_MARK = /^\p{M}/u;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const HAS_RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const HAS_LTR = /[\p{L}\p{N}]/u;
const LTR_OVERRIDE = '\u202D';
const RTL_OVERRIDE = '\u202E';
const POP = '\u202C';
const EXTENTS_MAX = 50_000;
/**
 * The text engine joins an emoji whose first character is not an emoji by itself (❤️‍🔥, 🏳️‍🌈) only when another emoji stands
 * before it.
 */
const NEEDS_LEAD = /^\P{Emoji_Presentation}.*\u200D/u;
const LEAD = '💧';
const NO_LEAD = { text: '', width: 0 };
const GAP = { text: '', font: undefined, shift: 0, lead: NO_LEAD, above: 0, below: 0 };

interface Extent {
  readonly width: number;
  readonly above: number;
  readonly below: number;
}

const columnsKnown = new Map<string, number>();
const extents = new Map<string, Extent>();
let ruler: ReturnType<ReturnType<typeof createCanvas>['getContext']> | undefined;

/** Returns the columns that a text takes when it is drawn, which are the printer's own for letters of its pages. */
export const measureDrawn: Measure = (text, { bold, han }) => {
  if (PLAIN.test(text)) return text.length;
  const key = `${bold ? 'b' : 'r'}${han ?? ''} ${text}`;
  const known = columnsKnown.get(key);
  if (known !== undefined) return known;
  const columns = sum(toPieces(clustersOf([{ text, bold }], undefined, han), 1)) / CELL_WIDTH;
  return remember(columnsKnown, key, columns);
};

/** Returns a line set in type, in the order in which it stands on paper. */
export function setLine(runs: readonly TextRun[], style: LineStyle): SetLine {
  const text = runs.map((run) => run.text).join('');
  const levels = levelsOf(text, style.direction, style.context);
  const pieces = toPieces(clustersOf(runs, levels, style.han), style.scale);
  return { pieces: levels === undefined ? pieces : inVisualOrder(pieces), width: sum(pieces) };
}

/**
 * Returns what to draw of a piece: its order is settled, so what the text engine would decide otherwise by itself is
 * overridden, and the marks that decided it are gone.
 */
export function drawable(piece: Piece): string {
  if (piece.level % 2 === 1) {
    return HAS_LTR.test(piece.text) && !HAS_RTL.test(piece.text[0] ?? '')
      ? override(RTL_OVERRIDE, piece)
      : piece.text;
  }
  return HAS_RTL.test(piece.text) ? override(LTR_OVERRIDE, piece) : piece.text;
}

function override(mark: string, piece: Piece): string {
  return `${mark}${piece.text}${POP}`;
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + piece.width, 0);
}

function clustersOf(
  runs: readonly TextRun[],
  levels: Uint8Array | undefined,
  han: HanShapes | undefined,
): Cluster[] {
  const clusters: Cluster[] = [];
  let offset = 0;
  for (const { text, bold } of runs) {
    for (const grapheme of graphemes(text)) {
      const level = levels?.[offset] ?? 0;
      offset += grapheme.length;
      if (SPACE.test(grapheme) && grapheme.length === 1) {
        clusters.push({ text: grapheme, source: undefined, face: undefined, bold, level });
        continue;
      }
      const shown = grapheme.replace(BIDI_CONTROLS, '');
      if (shown === '' || NOTHING_TO_DRAW.test(shown)) continue;
      for (const part of castOf(shown, han) ?? []) {
        clusters.push({ text: part.text, source: part.face.source, face: part.face, bold, level });
      }
    }
  }
  return clusters.map((cluster, index) => closeMark(cluster, clusters[index - 1], clusters[index + 1]));
}

/** Punctuation beside letters that are not one column wide would stand lost in the middle of a column. */
function closeMark(cluster: Cluster, before: Cluster | undefined, after: Cluster | undefined): Cluster {
  if (cluster.source?.cells !== true || !CLOSE_MARKS.test(cluster.text)) return cluster;
  if (!flows(before) && !flows(after)) return cluster;
  const face = faceIn(SANS, cluster.text);
  return face === undefined ? cluster : { ...cluster, face, source: SANS };
}

function flows(cluster: Cluster | undefined): boolean {
  const source = cluster?.source;
  return source !== undefined && !source.cells && source !== EMOJI;
}

function toPieces(clusters: readonly Cluster[], scale: number): Piece[] {
  const pieces: Piece[] = [];
  let before: FontSource | undefined;
  for (let start = 0; start < clusters.length;) {
    const first = clusters[start];
    if (first === undefined) break;
    if (first.source === undefined) {
      const width = spaceWidth(first.text, before) * scale;
      pieces.push({ ...GAP, level: first.level, width });
      start++;
      continue;
    }
    let end = start + 1;
    while (end < clusters.length && goesOn(clusters[end], first)) end++;
    pieces.push(toPiece(clusters.slice(start, end), first.source, scale));
    before = first.source;
    start = end;
  }
  return pieces;
}

function goesOn(cluster: Cluster | undefined, first: Cluster): boolean {
  return (
    cluster !== undefined &&
    cluster.source === first.source &&
    cluster.bold === first.bold &&
    cluster.level === first.level &&
    !needsLead(cluster) &&
    !needsLead(first)
  );
}

function needsLead(cluster: Cluster): boolean {
  return cluster.source === EMOJI && NEEDS_LEAD.test(cluster.text);
}

function toPiece(clusters: readonly Cluster[], source: FontSource, scale: number): Piece {
  const [first] = clusters;
  const text = clusters.map((cluster) => cluster.text).join('');
  const families = [...new Set(clusters.map((cluster) => `"${cluster.face?.family ?? ''}"`))];
  const weight = first?.bold === true ? 700 : 500;
  const font = `${weight} ${(source.size * scale).toFixed(3)}px ${families.join(', ')}`;
  const level = first?.level ?? 0;
  const lead =
    first !== undefined && needsLead(first) ? { text: LEAD, width: extentOf(font, LEAD).width } : NO_LEAD;
  const { above, below, ...natural } = extentOf(font, lead.text + text);
  const set = source.cells ? clusters.length * CELL_WIDTH * scale : natural.width - lead.width;
  // A mark that stands alone has no width: it gets a column, and stands in it instead of over what is before it.
  const lone = LONE_MARK.test(text);
  const width = lone ? Math.max(set, CELL_WIDTH * scale) : set;
  return { text, font, level, width, shift: lone ? CELL_WIDTH * scale * 0.75 : 0, lead, above, below };
}

function spaceWidth(space: string, before: FontSource | undefined): number {
  if (space === WIDE_SPACE) return 2 * CELL_WIDTH;
  return before?.space ?? CELL_WIDTH;
}

function extentOf(font: string, text: string): Extent {
  const key = `${font} ${text}`;
  const known = extents.get(key);
  if (known !== undefined) return known;
  ruler ??= createCanvas(1, 1).getContext('2d');
  ruler.font = font;
  const measured = ruler.measureText(text);
  return remember(extents, key, {
    width: measured.width,
    above: measured.actualBoundingBoxAscent,
    below: measured.actualBoundingBoxDescent,
  });
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  if (map.size >= EXTENTS_MAX) map.clear();
  map.set(key, value);
  return value;
}
