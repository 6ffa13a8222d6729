import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The fonts of a page: its rules, and the file behind every address in them. */
export interface PageFonts {
  readonly css: string;
  readonly files: ReadonlyMap<string, string>;
}

const LATIN_VOICES = { sans: 'atkinson-hyperlegible-next', words: 'newsreader' };
const ARABIC_VOICES = { sans: 'noto-sans-arabic', words: 'noto-naskh-arabic' };
/** Families of one script, of which only that script is asked for: their Latin letters and marks are other families'. */
const SCRIPTS = [
  ...['hebrew', 'syriac', 'thaana', 'devanagari', 'bengali', 'gurmukhi', 'gujarati', 'oriya', 'tamil'],
  ...['telugu', 'kannada', 'malayalam', 'sinhala', 'thai', 'lao', 'myanmar', 'georgian', 'ethiopic'],
  ...['armenian', 'cherokee', 'canadian-aboriginal', 'khmer'],
].map((script) => `noto-sans-${script}`);
const MATH = 'noto-sans-math';
/** It is one file, filed as Latin. */
const MATH_RANGE = 'U+20D0-20FF,U+2100-2BFF,U+1D400-1D7FF,U+1EE00-1EEFF';
const SYMBOLS = 'noto-sans-symbols-2';
const SYMBOL_SUBSETS = ['symbols', 'math', 'braille', 'mayan-numerals'];
const STILL = [MATH, SYMBOLS, 'noto-sans-mongolian'];
const SIGNS = ['noto-sans-symbols', MATH, SYMBOLS];
/** They have the brackets and stops of East Asia as well, in shapes that stand oddly beside Han characters. */
const AFTER_HAN = ['noto-serif-tibetan', 'noto-sans-mongolian'];
const OTHERS = ['noto-sans', ...SCRIPTS, ...SIGNS, ...AFTER_HAN];
/** Han characters of each country's shapes, by the language that asks for them; the first is for all others too. */
const HAN = [
  { lang: 'ja', name: 'noto-sans-jp' },
  { lang: 'zh-Hans', name: 'noto-sans-sc' },
  { lang: 'zh-Hant', name: 'noto-sans-tc' },
  { lang: 'ko', name: 'noto-sans-kr' },
];
const EMOJI = 'noto-emoji';
const EMOJI_FILE = '@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf';
/** Not the kana, arrows and sums between them, for which nobody should have to load it. */
const EMOJI_RANGE = [
  'U+200D,U+203C,U+2049,U+20E3,U+2139,U+2194-2199,U+21A9-21AA,U+231A-231B,U+2328,U+23CF,U+23E9-23FA,U+24C2',
  'U+25AA-25AB,U+25B6,U+25C0,U+25FB-27BF,U+2934-2935,U+2B05-2B07,U+2B1B-2B1C,U+2B50,U+2B55',
  'U+3030,U+303D,U+3297,U+3299,U+FE0F,U+1F000-1FAFF,U+E0020-E007F',
].join(',');

const resolve = createRequire(import.meta.url).resolve;
const loaded = new Map<string, Promise<PageFonts>>();

/**
 * Returns every font that ships with the app, as rules for pages whose font files lie under `base`: `--sans` is the
 * shop's voice, `--words` the customer's, both in any script. A page asks for a file only where it has a character of
 * it, and the machine's own fonts are never named. Rejects where a file is missing, which is a broken installation.
 */
export function pageFonts(base: string): Promise<PageFonts> {
  return once(`pages ${base}`, async () => {
    const names = [...Object.values(LATIN_VOICES), ...Object.values(ARABIC_VOICES), ...OTHERS];
    const voice = (which: keyof typeof LATIN_VOICES, lang: string): string =>
      listed([LATIN_VOICES[which], ARABIC_VOICES[which], ...othersIn(lang)]);
    return rulesOf({
      faces: await facesOf(names, base),
      variables: (lang) => `--sans:${voice('sans', lang)};--words:${voice('words', lang)}`,
    });
  });
}

/**
 * Returns the fonts of every script that the screens do not already bring with them, as rules for files under `base`:
 * `--noto` names them, and stands behind both voices. Rejects where a file is missing, which is a broken installation.
 */
export function screenFonts(base: string): Promise<PageFonts> {
  return once(`screens ${base}`, async () =>
    rulesOf({
      faces: await facesOf(OTHERS, base),
      variables: (lang) => `--noto:${listed(othersIn(lang))}`,
    }),
  );
}

interface FontFace {
  readonly url: string;
  readonly file: string;
  readonly rule: string;
}

function once(key: string, load: () => Promise<PageFonts>): Promise<PageFonts> {
  const known = loaded.get(key) ?? load();
  loaded.set(key, known);
  return known;
}

function rulesOf(parts: {
  readonly faces: readonly FontFace[];
  readonly variables: (lang: string) => string;
}): PageFonts {
  const voices = HAN.map(
    ({ lang }, at) => `${at === 0 ? ':root,' : ''}:lang(${lang}){${parts.variables(lang)}}`,
  );
  return {
    css: [...parts.faces.map(({ rule }) => rule), ...voices].join('\n'),
    files: new Map(parts.faces.map(({ url, file }) => [url, file])),
  };
}

/** The faces of these families, of the emoji and of all Han shapes. */
async function facesOf(names: readonly string[], base: string): Promise<readonly FontFace[]> {
  const families = [...names, ...HAN.map((han) => han.name)];
  const faces = await Promise.all(families.map((name) => facesOfFamily(name, base)));
  const emoji = faceOf({
    family: EMOJI,
    file: resolve(EMOJI_FILE),
    base,
    rest: `unicode-range:${EMOJI_RANGE}`,
  });
  return [...faces.flat(), emoji];
}

async function facesOfFamily(name: string, base: string): Promise<readonly FontFace[]> {
  const still = STILL.includes(name);
  const list = resolve(`${still ? '@fontsource' : '@fontsource-variable'}/${name}/unicode.json`);
  const ranges = JSON.parse(await readFile(list, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(ranges)
    .filter(([subset]) => hasOwnLetters(name, subset))
    .map(([subset, range]) => {
      const file = `${name}-${subset.replace(/[[\]]/g, '')}-${still ? '400' : 'wght'}-normal.woff2`;
      const rest = `font-weight:${still ? '400' : '100 900'};unicode-range:${name === MATH ? MATH_RANGE : range}`;
      return faceOf({ family: name, file: join(dirname(list), 'files', file), base, rest });
    });
}

/** Whether a subset of a family has what the family is there for; the others are of letters that many families have. */
function hasOwnLetters(name: string, subset: string): boolean {
  // The subsets of a font that is split into many have numbers.
  if (HAN.some((han) => han.name === name)) return subset.startsWith('[');
  if (name === SYMBOLS) return SYMBOL_SUBSETS.includes(subset);
  if (name === 'noto-sans') return subset !== 'devanagari';
  const ofOneScript = [...SCRIPTS, ...Object.values(ARABIC_VOICES), 'noto-sans-symbols', ...AFTER_HAN];
  return !ofOneScript.includes(name) || name.endsWith(`-${subset}`);
}

function faceOf(parts: {
  readonly family: string;
  readonly file: string;
  readonly base: string;
  readonly rest: string;
}): FontFace {
  const url = `${parts.base}${basename(parts.file)}`;
  const rule = `@font-face{font-family:'${parts.family}';font-display:block;src:url('${url}');${parts.rest}}`;
  return { url, file: parts.file, rule };
}

function othersIn(lang: string): readonly string[] {
  const own = HAN.filter((han) => han.lang === lang);
  const han = [...own, ...HAN.filter((each) => each.lang !== lang)].map(({ name }) => name);
  return ['noto-sans', ...SCRIPTS, EMOJI, ...SIGNS, ...han, ...AFTER_HAN];
}

function listed(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(',');
}
