import type { ExpectationKind } from '../../domain/expectation.ts';
import type { Greys } from './bitmap.ts';

/** Dots of paper that a dot of a mark takes: what printers make of eight-dot pictures in single density. */
const DOT_WIDTH = 2;
const DOT_HEIGHT = 3;
const ROWS = 8;
const TOP_ROW = 0x80;

/** A check in a full box, the heaviest, since it alone binds; a wave, a bar, a ring of dots. */
const ART: Readonly<Record<ExpectationKind, readonly string[]>> = {
  will: [
    '.##########.',
    '#########.##',
    '########..##',
    '##.####..###',
    '##..##..####',
    '###....#####',
    '####..######',
    '.##########.',
  ],
  try: [
    '............',
    '..###.......',
    '.#####......',
    '###.###...##',
    '##...###.###',
    '......#####.',
    '.......###..',
    '............',
  ],
  cannot: [
    '............',
    '............',
    '............',
    '############',
    '############',
    '............',
    '............',
    '............',
  ],
  unknown: [
    '....####....',
    '.##......##.',
    '##........##',
    '............',
    '............',
    '##........##',
    '.##......##.',
    '....####....',
  ],
};

/** Returns the mark of a kind by columns from left to right, a byte each, its highest bit at the top. */
export function markColumns(kind: ExpectationKind): Uint8Array {
  const art = ART[kind];
  return Uint8Array.from({ length: art[0]?.length ?? 0 }, (_, x) => {
    let column = 0;
    for (let y = 0; y < ROWS; y++) if (art[y]?.[x] === '#') column |= TOP_ROW >> y;
    return column;
  });
}

/** Inks the mark with its corner at `left` and `top`; it is 24 dots wide and high, as two columns of text are. */
export function paintMark(
  greys: Greys,
  kind: ExpectationKind,
  at: { readonly left: number; readonly top: number },
): void {
  markColumns(kind).forEach((column, x) => {
    for (let y = 0; y < ROWS * DOT_HEIGHT; y++) {
      if ((column & (TOP_ROW >> Math.floor(y / DOT_HEIGHT))) === 0) continue;
      const from = ((at.top + y) * greys.width + at.left + x * DOT_WIDTH) * greys.step;
      greys.data.fill(0, from, from + DOT_WIDTH * greys.step);
    }
  });
}
