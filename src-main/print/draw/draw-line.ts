import type { HanShapes } from '../../domain/han.ts';
import { MARK_COLUMNS, type PairLine, type TextLine, type TextRun } from '../slip/paper.ts';
import { INK_BELOW, type Greys } from './bitmap.ts';
import { CELL_HEIGHT, CELL_WIDTH, createCanvas } from './fonts.ts';
import { paintMark } from './marks.ts';
import { drawable, setLine, type Piece, type SetLine } from './typeset.ts';

/** Rows of a drawn line of text; tall letters get more, and larger ones only what they need themselves. */
export const LINE_HEIGHT = 34;
const ascent = (scale: number): number => 19 * scale + 6;
const descent = (scale: number): number => LINE_HEIGHT - ascent(1) + 5 * (scale - 1);
/** Rows that the canvas has above and below a baseline: towers of marks end there, and no canvas grows with a text. */
const ROOM_ABOVE = 140;
const ROOM_BELOW = 100;
/** Rows by which letters may reach beyond what the text engine says. */
const SLACK = 5;
/** Blank rows beyond letters that are taller than a line, so that lines of them do not touch. */
const AIR = 2;
const BAR_WIDTH = 3;
const BAR_INSET = 4;
const BAR_COLUMNS = 2;
/** Rows of the bar above and below the baseline, at least; beside taller letters it is as tall as they. */
const BAR_ABOVE = 15;
const BAR_BELOW = 0;
/** Rows from the top of a mark to the baseline, so that it stands beside capital letters. */
const MARK_ABOVE = 19;
const MARK_WIDTH = 2 * CELL_WIDTH;
/** Rows of a band above and below the baseline, at least; it is as tall as its letters. */
const BAND_ABOVE = 22;
const BAND_BELOW = 8;
const INVERTED = 255;
/** Dots of half a row between sections. */
export const HALF_SPACE = 16;
/** Rows of text that the printer itself sets: the cell and the gap of its default line spacing. */
export const TEXT_PITCH = CELL_HEIGHT + 6;

type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

/** Most lines fit a low canvas, which is read several times faster than a high one. */
const SHEET_HEIGHTS = [48, ROOM_ABOVE + ROOM_BELOW];
const sheets = new Map<string, Context>();

/** A part of a line that stands at one of its edges. */
interface Placed {
  readonly set: SetLine;
  readonly edge: 'start' | 'center' | 'end';
}

/**
 * Returns a line as greys over the whole width of the paper: at least `LINE_HEIGHT` rows with the baseline in its place,
 * and more above or below where letters reach farther.
 */
export function drawLine(line: TextLine | PairLine, columns: number, han: HanShapes | undefined): Greys {
  const width = columns * CELL_WIDTH;
  const scale = line.kind === 'text' ? line.scale : 1;
  const parts = setParts(line, scale, han);
  const pieces = parts.flatMap(({ set }) => set.pieces);
  const above = reach(pieces, 'above', ascent(scale), ROOM_ABOVE);
  const below = reach(pieces, 'below', descent(scale), ROOM_BELOW);
  const height = above + below;
  const context = blankSheet(width, height);
  for (const part of parts) paint(context, line, part, { width, baseline: above });
  const { data } = context.getImageData(0, 0, width, height);
  const greys: Greys = { width, height, data, step: 4 };
  if (line.kind === 'text') drawBeside(greys, above, line);
  return trimTo(greys, above - ascent(scale), above + descent(scale));
}

function setParts(line: TextLine | PairLine, scale: number, han: HanShapes | undefined): Placed[] {
  const context = line.kind === 'text' ? line.context : undefined;
  const set = (runs: readonly TextRun[]): SetLine =>
    setLine(runs, { direction: line.direction, scale, han, context });
  if (line.kind === 'text') {
    return [{ set: set(line.runs), edge: line.align === 'center' ? 'center' : 'start' }];
  }
  return [
    { set: set([line.start]), edge: 'start' },
    { set: set([line.end]), edge: 'end' },
  ];
}

function reach(pieces: readonly Piece[], side: 'above' | 'below', least: number, most: number): number {
  const farthest = pieces.reduce((rows, piece) => Math.max(rows, Math.ceil(piece[side]) + SLACK), least);
  return Math.min(farthest, most);
}

function blankSheet(width: number, height: number): Context {
  const rows = SHEET_HEIGHTS.find((available) => available >= height) ?? height;
  const key = `${width} ${rows}`;
  const context = sheets.get(key) ?? createCanvas(width, rows).getContext('2d');
  sheets.set(key, context);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, rows);
  context.fillStyle = '#000';
  context.textAlign = 'left';
  return context;
}

interface Sheet {
  readonly width: number;
  readonly baseline: number;
}

function paint(context: Context, line: TextLine | PairLine, { set, edge }: Placed, on: Sheet): void {
  const rtl = line.direction === 'rtl';
  const start = (line.indent + (line.kind === 'text' ? columnsBeside(line) : 0)) * CELL_WIDTH;
  const room = on.width - start;
  // A line was wrapped by the width of its words; where the sum is a little more it is narrowed, never cut off.
  const squeeze = Math.min(1, room / Math.max(set.width, 1));
  const free = room - set.width * squeeze;
  const fromStart = edge === 'start' ? 0 : edge === 'center' ? free / 2 : free;
  let x = rtl ? room - fromStart - set.width * squeeze : start + fromStart;
  for (const piece of set.pieces) {
    if (piece.font !== undefined) {
      context.save();
      context.translate(x, on.baseline);
      context.scale(squeeze, 1);
      paintPiece(context, piece, piece.font);
      context.restore();
    }
    x += piece.width * squeeze;
  }
}

function paintPiece(context: Context, piece: Piece, font: string): void {
  context.font = font;
  context.direction = piece.level % 2 === 1 ? 'rtl' : 'ltr';
  if (piece.lead.text === '') {
    context.fillText(drawable(piece), piece.shift, 0);
    return;
  }
  context.beginPath();
  context.rect(0, -ROOM_ABOVE, piece.width, ROOM_ABOVE + ROOM_BELOW);
  context.clip();
  context.fillText(`${piece.lead.text}${piece.text}`, -piece.lead.width, 0);
}

/** Columns at the line's start that are not for its words. */
function columnsBeside({ bar, mark, band }: TextLine): number {
  return (bar ? BAR_COLUMNS : 0) + (mark === undefined ? 0 : MARK_COLUMNS) + (band === true ? 1 : 0);
}

function drawBeside(greys: Greys, baseline: number, line: TextLine): void {
  if (line.bar) drawBar(greys, baseline, line);
  if (line.band === true) drawBand(greys, baseline, line);
  if (line.mark === undefined) return;
  const left = line.indent * CELL_WIDTH;
  paintMark(greys, line.mark, {
    left: line.direction === 'rtl' ? greys.width - left - MARK_WIDTH : left,
    top: baseline - MARK_ABOVE,
  });
}

/** Turns white and black around in a box about the words. */
function drawBand(greys: Greys, baseline: number, line: TextLine): void {
  const { width, step, data } = greys;
  const columns = Array.from({ length: width }, (_, x) => x);
  const rows = Array.from({ length: greys.height }, (_, y) => y);
  const inked = columns.filter((x) => rows.some((y) => (data[(y * width + x) * step] ?? 255) < INK_BELOW));
  const edge = line.indent * CELL_WIDTH;
  // The box begins where the line does, so that it stands flush with what is above and below it.
  const first = line.direction === 'rtl' ? (inked[0] ?? width) - CELL_WIDTH : edge;
  const last = line.direction === 'rtl' ? width - edge : (inked.at(-1) ?? 0) + CELL_WIDTH;
  const top = rows.find((y) => y >= baseline - BAND_ABOVE || !isBlank(greys, y)) ?? 0;
  const bottom = rows.findLast((y) => y < baseline + BAND_BELOW || !isBlank(greys, y)) ?? 0;
  for (let y = top; y <= bottom; y++) {
    for (let x = Math.max(0, first); x < Math.min(width, last); x++) {
      const at = (y * width + x) * step;
      data.fill(INVERTED - (data[at] ?? INVERTED), at, at + step);
    }
  }
}

/** The bar is as tall as the letters beside it, so that no row is sent for the bar alone. */
function drawBar(greys: Greys, baseline: number, line: TextLine): void {
  let top = 0;
  while (top < baseline - BAR_ABOVE && isBlank(greys, top)) top++;
  let bottom = greys.height;
  while (bottom > baseline + BAR_BELOW && isBlank(greys, bottom - 1)) bottom--;
  const left = line.indent * CELL_WIDTH + BAR_INSET;
  const x = line.direction === 'rtl' ? greys.width - left - BAR_WIDTH : left;
  for (let y = top; y < bottom; y++) {
    const at = (y * greys.width + x) * greys.step;
    greys.data.fill(0, at, at + BAR_WIDTH * greys.step);
  }
}

/** Returns the greys from row `first` to row `end`, and what has ink beyond these with some air around it. */
function trimTo(greys: Greys, first: number, end: number): Greys {
  let top = 0;
  while (top < first && isBlank(greys, top + AIR)) top++;
  let bottom = greys.height;
  while (bottom > end && isBlank(greys, bottom - 1 - AIR)) bottom--;
  const row = greys.width * greys.step;
  return { ...greys, height: bottom - top, data: greys.data.subarray(top * row, bottom * row) };
}

function isBlank({ width, data, step }: Greys, y: number): boolean {
  for (let i = y * width * step, end = i + width * step; i < end; i += step) {
    if ((data[i] ?? 255) < INK_BELOW) return false;
  }
  return true;
}
