import type { Bitmap } from './bitmap.ts';
import { createBitmap, setInk } from './bitmap.ts';
import { makeCodewords } from './qr-codewords.ts';
import { QR_LEVELS } from './qr-tables.ts';
import type { QrLevel } from './qr-tables.ts';

/** A symbol with one dot a module and no quiet zone, as a printer draws it. */
export interface QrSymbol {
  readonly version: number;
  readonly bitmap: Bitmap;
}

interface Grid {
  readonly size: number;
  readonly dark: boolean[][];
  /** Modules that are not data. */
  readonly fixed: boolean[][];
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Draws a QR code, model 2; undefined when the data does not fit into any version. */
export function drawQrCode(data: Uint8Array, level: QrLevel): QrSymbol | undefined {
  const packed = makeCodewords(data, level);
  if (packed === undefined) return undefined;
  const { version, codewords } = packed;
  const plain = drawFunctionPatterns(version);
  placeCodewords(plain, codewords);
  let best: Grid | undefined;
  let lowest = Infinity;
  MASKS.forEach((mask, number) => {
    const grid = applyMask(plain, mask);
    drawFormat(grid, level, number);
    const penalty = penaltyOf(grid);
    if (penalty < lowest) {
      lowest = penalty;
      best = grid;
    }
  });
  return best === undefined ? undefined : { version, bitmap: toBitmap(best) };
}

function set(grid: Grid, x: number, y: number, dark: boolean): void {
  const darkRow = grid.dark[y];
  const fixedRow = grid.fixed[y];
  if (darkRow === undefined || fixedRow === undefined || x < 0 || x >= grid.size) return;
  darkRow[x] = dark;
  fixedRow[x] = true;
}

function isDark(grid: Grid, x: number, y: number): boolean {
  return grid.dark[y]?.[x] ?? false;
}

function isFixed(grid: Grid, x: number, y: number): boolean {
  return grid.fixed[y]?.[x] ?? true;
}

function drawFunctionPatterns(version: number): Grid {
  const size = version * 4 + 17;
  const rows = (): boolean[][] =>
    Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid: Grid = { size, dark: rows(), fixed: rows() };
  for (let i = 0; i < size; i += 1) {
    set(grid, 6, i, i % 2 === 0);
    set(grid, i, 6, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawSquares(grid, x, y, 4);
  const places = alignmentPlaces(version);
  const last = places.length - 1;
  places.forEach((x, i) => {
    places.forEach((y, j) => {
      const atFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!atFinder) drawSquares(grid, x, y, 2);
    });
  });
  drawFormat(grid, 'L', 0);
  drawVersion(grid, version);
  return grid;
}

/** A finder (radius 4, its white rim included) or an alignment pattern (radius 2). */
function drawSquares(grid: Grid, centreX: number, centreY: number, radius: number): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      const distance = Math.max(Math.abs(dx), Math.abs(dy));
      const dark = radius === 4 ? distance !== 2 && distance !== 4 : distance !== 1;
      set(grid, centreX + dx, centreY + dy, dark);
    }
  }
}

function alignmentPlaces(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let place = version * 4 + 10; places.length < count; place -= step) places.splice(1, 0, place);
  return places;
}

function drawFormat(grid: Grid, level: QrLevel, mask: number): void {
  const data = (QR_LEVELS[level].formatBits << 3) | mask;
  let rest = data;
  for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (i: number): boolean => ((bits >>> i) & 1) !== 0;
  const { size } = grid;
  for (let i = 0; i <= 5; i += 1) set(grid, 8, i, bit(i));
  set(grid, 8, 7, bit(6));
  set(grid, 8, 8, bit(7));
  set(grid, 7, 8, bit(8));
  for (let i = 9; i < 15; i += 1) set(grid, 14 - i, 8, bit(i));
  for (let i = 0; i < 8; i += 1) set(grid, size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i += 1) set(grid, 8, size - 15 + i, bit(i));
  set(grid, 8, size - 8, true);
}

function drawVersion(grid: Grid, version: number): void {
  if (version < 7) return;
  let rest = version;
  for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i += 1) {
    const dark = ((bits >>> i) & 1) !== 0;
    const a = grid.size - 11 + (i % 3);
    const b = Math.floor(i / 3);
    set(grid, a, b, dark);
    set(grid, b, a, dark);
  }
}

/** Two columns at a time, right to left, upwards and downwards in turn, around everything that is fixed. */
function placeCodewords(grid: Grid, codewords: Uint8Array): void {
  let index = 0;
  for (let right = grid.size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < grid.size; step += 1) {
      const upwards = ((right + 1) & 2) === 0;
      const y = upwards ? grid.size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = grid.dark[y];
        if (row === undefined || isFixed(grid, x, y)) continue;
        row[x] = (((codewords[index >> 3] ?? 0) >>> (7 - (index & 7))) & 1) !== 0;
        index += 1;
      }
    }
  }
}

function applyMask(grid: Grid, mask: (x: number, y: number) => boolean): Grid {
  const dark = grid.dark.map((row, y) => row.map((on, x) => (isFixed(grid, x, y) ? on : on !== mask(x, y))));
  return { size: grid.size, dark, fixed: grid.fixed };
}

function penaltyOf(grid: Grid): number {
  const { size } = grid;
  let penalty = 0;
  for (const get of [
    (a: number, b: number) => isDark(grid, b, a),
    (a: number, b: number) => isDark(grid, a, b),
  ]) {
    for (let a = 0; a < size; a += 1) {
      const line = Array.from({ length: size }, (_, b) => (get(a, b) ? '1' : '0')).join('');
      for (const run of line.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2;
      for (const pattern of [/(?=00001011101)/g, /(?=10111010000)/g])
        penalty += 40 * (line.match(pattern)?.length ?? 0);
    }
  }
  let ink = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dark = isDark(grid, x, y);
      if (dark) ink += 1;
      if (x === size - 1 || y === size - 1) continue;
      const others = [isDark(grid, x + 1, y), isDark(grid, x, y + 1), isDark(grid, x + 1, y + 1)];
      if (others.every((other) => other === dark)) penalty += 3;
    }
  }
  return penalty + 10 * Math.floor(Math.abs((ink * 20) / (size * size) - 10));
}

function toBitmap(grid: Grid): Bitmap {
  const bitmap = createBitmap(grid.size, grid.size);
  for (let y = 0; y < grid.size; y += 1) {
    for (let x = 0; x < grid.size; x += 1) if (isDark(grid, x, y)) setInk(bitmap, x, y);
  }
  return bitmap;
}
