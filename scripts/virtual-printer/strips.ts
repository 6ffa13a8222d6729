import type { PrinterProfile } from '../../tests/virtual-printer/profiles.ts';
import { renderPng } from '../../tests/virtual-printer/render-png.ts';
import type { PaperLine, Slip } from '../../tests/virtual-printer/types.ts';

const MM_PER_INCH = 25.4;
/** Blank paper on either side of the dots, as the picture has it. */
const SIDE_MARGIN_MM = 4;

/** Returns millimetres of so many dots. */
export function millimetres(dots: number, { dpi }: PrinterProfile): number {
  return (dots / dpi) * MM_PER_INCH;
}

/** Returns the width of the paper's picture in millimetres. */
export function paperWidthMm(profile: PrinterProfile): number {
  return millimetres(profile.dots, profile) + 2 * SIDE_MARGIN_MM;
}

/** Returns how far the uncut paper has moved past the knife, in dots. */
export function dotsOut({ lines }: Slip): number {
  const last = lines.at(-1);
  return last === undefined ? 0 : last.top + last.toDot - last.fromDot;
}

/**
 * Returns the picture of a band of uncut paper, from one dot past the knife to another. What was printed last is still
 * inside, between head and knife, and the paper began with as much that was blank.
 */
export function drawStrip(
  slip: Slip,
  band: { readonly from: number; readonly to: number },
  profile: PrinterProfile,
): Buffer {
  const inside = Math.round((profile.headToCutterMm / MM_PER_INCH) * profile.dpi);
  const lines = slip.lines.flatMap((line) => clip(line, line.top + inside, band));
  const height = band.to - band.from;
  const end: PaperLine = { kind: 'feed', top: height, heightDots: 0, fromDot: 0, toDot: 0, blankLines: 0 };
  return renderPng({
    lines: [...lines, end],
    startsTorn: slip.startsTorn && band.from === 0,
    end: 'cut',
    paper: { dots: profile.dots, dpi: profile.dpi, headToCutterDots: 0 },
  });
}

/** The part of a line inside a band, placed from the band's start. */
function clip(
  line: PaperLine,
  top: number,
  band: { readonly from: number; readonly to: number },
): PaperLine[] {
  const bottom = top + line.toDot - line.fromDot;
  const from = Math.max(top, band.from);
  const to = Math.min(bottom, band.to);
  if (from >= to) return [];
  return [
    { ...line, top: from - band.from, fromDot: line.fromDot + from - top, toDot: line.fromDot + to - top },
  ];
}
