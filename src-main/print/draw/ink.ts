import type * as Canvas from '@napi-rs/canvas';
import { createRequire } from 'node:module';

// Before the canvas loads: what a ticket shows must not depend on the fonts that a machine happens to have.
process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
const { createCanvas, GlobalFonts, loadImage } = createRequire(import.meta.url)(
  '@napi-rs/canvas',
) as typeof Canvas;

export { createCanvas, GlobalFonts, loadImage };

const SIZE = 72;
const EM = 28;
const BLANK = 0;
const NO_FAMILY = '"no such family"';
// No font has a glyph for the last code point of the last plane.
const UNASSIGNED = '\u{10FFFD}';
let probe: ReturnType<ReturnType<typeof createCanvas>['getContext']> | undefined;
const elsewhere = new Map<string, number>();
const missing = new Map<string, number>();

/**
 * Returns whether a family draws a character itself: with ink, and neither with the box that stands for a missing
 * glyph nor with a font of the machine, which the text engine would quietly take instead. The last, which takes most of
 * the time, is not asked where the font's own table is `claimed` to have the character.
 */
export function drawsItself(family: string, character: string, claimed: boolean): boolean {
  const own = inkOf(`"${family}"`, character);
  if (own === BLANK || own === memo(missing, family, boxOf)) return false;
  return claimed || own !== memo(elsewhere, character, withoutFamily);
}

const boxOf = (family: string): number => inkOf(`"${family}"`, UNASSIGNED);
const withoutFamily = (character: string): number => inkOf(NO_FAMILY, character);

function memo(map: Map<string, number>, key: string, make: (key: string) => number): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}

/** Returns a number that is equal for equal ink, 0 where there is none. */
function inkOf(families: string, character: string): number {
  probe ??= createCanvas(SIZE, SIZE).getContext('2d');
  probe.clearRect(0, 0, SIZE, SIZE);
  probe.font = `500 ${EM}px ${families}`;
  probe.fillText(character, 24, 46);
  const pixels = probe.getImageData(0, 0, SIZE, SIZE).data;
  let hash = BLANK;
  for (let i = 3; i < pixels.length; i += 4) {
    if ((pixels[i] ?? 0) > 100) hash = (Math.imul(hash ^ i, 0x01000193) + 0x811c9dc5) | 0;
  }
  return hash;
}
