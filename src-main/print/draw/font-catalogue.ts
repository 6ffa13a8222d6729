import type { HanShapes } from '../../domain/han.ts';

/** One family of the fonts that ship with the app, and how its letters are set. */
export interface FontSource {
  readonly name: string;
  /** Dots of the em at scale 1; chosen by eye, so that all scripts look equally large on paper. */
  readonly size: number;
  /** Dots of a space that follows one of its letters. */
  readonly space: number;
  /** Whether every letter is exactly one column wide, as in the printer's own font. */
  readonly cells: boolean;
  /** Code points that are looked for here, as ranges of both ends. */
  readonly blocks: readonly (readonly [number, number])[];
  readonly han?: HanShapes;
  /** Files of the faces, a face per entry, its weights in one entry; a split font has its faces in its `unicode.json`. */
  readonly faces: readonly (readonly string[])[] | { readonly split: string };
}

/** Dots of one column: font A of the printers is 12 × 24. */
export const CELL_WIDTH = 12;
/** Em of a monospaced font whose letters are 0.6 em wide, so that one fills a column. */
const CELL_EM = 20;
/** Atkinson Hyperlegible Mono's letters are 0.618 em wide. */
const ATKINSON_EM = CELL_WIDTH / 0.618;
/** Kanji of 22 dots are 2.75 mm high: as small newspaper print, and a sixth of the bytes less than at 24. */
const HAN_EM = 22;
const WORD_SPACE = 7;

function blocksOf(list: string): (readonly [number, number])[] {
  return list.split(' ').map((range) => {
    const [from = '', to = from] = range.split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
}

function variable(name: string, ...subsets: string[]): string[][] {
  return subsets.map((subset) => [`@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`]);
}

function still(name: string, ...subsets: string[]): string[][] {
  return subsets.map((subset) => [`@fontsource/${name}/files/${name}-${subset}-400-normal.woff2`]);
}

function cells(name: string, size: number, blocks: string, faces: string[][]): FontSource {
  return { name, size, space: CELL_WIDTH, cells: true, blocks: blocksOf(blocks), faces };
}

function flowing(name: string, size: number, blocks: string, faces: string[][]): FontSource {
  return { name, size, space: WORD_SPACE, cells: false, blocks: blocksOf(blocks), faces };
}

/** A script of its own: Noto Sans of that script, from its one subset. */
function script(name: string, size: number, blocks: string): FontSource {
  return flowing(`Slip ${name}`, size, blocks, variable(`noto-sans-${name}`, name));
}

function hanSource(han: HanShapes): FontSource {
  const blocks = blocksOf(
    'B7 1100-11FF 2010-2027 2030-205E 2100-27BF 2E80-9FFF A960-A97F AC00-D7FF F900-FAFF FE10-FE1F FE30-FE6F FF00-FFEF 1F100-1F2FF 20000-3FFFF',
  );
  const name = `Slip Han ${han}`;
  const faces = { split: `@fontsource-variable/noto-sans-${han}` };
  return { name, size: HAN_EM, space: WORD_SPACE, cells: false, blocks, han, faces };
}

/** Proportional Latin: marks of punctuation beside scripts that have none of their own. */
export const SANS: FontSource = flowing(
  'Slip Sans',
  20,
  '20-58F 1AB0-1AFF 1C80-1C8F 1D00-218F 2C60-2C7F 2DE0-2E7F A640-A7FF AB30-AB6F FE20-FE2F FB00-FB06',
  variable(
    'noto-sans',
    ...['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'],
  ),
);

/** Emoji in one colour: a colour font leaves no dot on thermal paper. One file, so that joined emoji are one glyph. */
export const EMOJI: FontSource = {
  ...flowing('Slip Emoji', 21, '23 2A 30-39 A9 AE 200D 203C-3299 FE0F 1F000-1FAFF E0020-E007F', [
    ['@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf'],
  ]),
  space: CELL_WIDTH,
};

const MONO_BLOCKS =
  '20-58F 1AB0-1AFF 1C80-1C8F 1D00-218F 2190-27BF 2C60-2C7F 2DE0-2E7F A640-A7FF AB30-AB6F FB00-FB06 FE20-FE2F FFFC-FFFD';
const MONO_FILES = ['500Medium/NotoSansMono_500Medium.ttf', '700Bold/NotoSansMono_700Bold.ttf'];

/** Han characters of each country's shapes; which comes first depends on the text. */
export const HAN_SOURCES: readonly FontSource[] = [
  hanSource('jp'),
  hanSource('sc'),
  hanSource('tc'),
  hanSource('kr'),
];

/** Everything else, in the order in which a grapheme is looked for. */
export const SOURCES: readonly FontSource[] = [
  cells(
    'Slip Mono',
    ATKINSON_EM,
    '20-24F 2B0-2FF 2000-206F 20A0-20CF 2100-22FF',
    variable('atkinson-hyperlegible-mono', 'latin', 'latin-ext'),
  ),
  // The whole font, not subsets: a letter and its marks must come from one file to be set as one.
  cells('Slip Noto Mono', CELL_EM, MONO_BLOCKS, [
    MONO_FILES.map((file) => `@expo-google-fonts/noto-sans-mono/${file}`),
  ]),
  SANS,
  script('hebrew', 23, '590-5FF FB1D-FB4F'),
  flowing('Slip Naskh', 22, '600-6FF 750-77F 870-8FF FB50-FDFF FE70-FEFC', [
    ...variable('noto-naskh-arabic', 'arabic'),
    ...variable('noto-sans-arabic', 'arabic'),
  ]),
  script('syriac', 22, '700-74F 860-86F'),
  script('thaana', 22, '780-7BF'),
  script('devanagari', 23, '900-97F 1CD0-1CFF A8E0-A8FF'),
  script('bengali', 23, '980-9FF'),
  script('gurmukhi', 23, 'A00-A7F'),
  script('gujarati', 23, 'A80-AFF'),
  script('oriya', 22, 'B00-B7F'),
  script('tamil', 21, 'B80-BFF'),
  script('telugu', 22, 'C00-C7F'),
  script('kannada', 22, 'C80-CFF'),
  script('malayalam', 21, 'D00-D7F'),
  script('sinhala', 21, 'D80-DFF'),
  script('thai', 25, 'E00-E7F'),
  script('lao', 25, 'E80-EFF'),
  flowing('Slip tibetan', 23, 'F00-FFF', variable('noto-serif-tibetan', 'tibetan')),
  script('myanmar', 23, '1000-109F A9E0-A9FF AA60-AA7F'),
  script('georgian', 21, '10A0-10FF 1C90-1CBF 2D00-2D2F'),
  script('ethiopic', 21, '1200-139F 2D80-2DDF AB00-AB2F'),
  script('armenian', 21, '530-58F FB13-FB17'),
  script('cherokee', 20, '13A0-13FF AB70-ABBF'),
  script('canadian-aboriginal', 20, '1400-167F 18B0-18FF'),
  script('khmer', 22, '1780-17FF 19E0-19FF'),
  flowing('Slip mongolian', 20, '1800-18AF', still('noto-sans-mongolian', 'mongolian')),
  flowing('Slip Math', 20, '20D0-20FF 2100-2BFF 1D400-1D7FF 1EE00-1EEFF', still('noto-sans-math', 'latin')),
  flowing('Slip Symbols', 20, '2016-20FF 2100-2BFF 4DC0-4DFF 10140-102FF 1D2C0-1D37F 1F000-1FBFF FFF9-FFFB', [
    ...variable('noto-sans-symbols', 'symbols'),
    ...still('noto-sans-symbols-2', 'symbols', 'math', 'braille', 'mayan-numerals'),
  ]),
];
