import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The fonts of a page: its rules, and the file behind every address in them. */
export interface PageFonts {
  readonly css: string;
  readonly files: ReadonlyMap<string, string>;
}

const LATIN_VOICES = { sans: 'atkinson-hyperlegible-next', words: 'newsreader' };
const ARABIC_VOICES = { sans: 'noto-sans-arabic', words: 'noto-naskh-arabic' };
/** Scripts that have a Noto Sans of their own, beside Latin, Greek and Cyrillic. */
const SCRIPTS = [
  ...['hebrew', 'syriac', 'thaana', 'devanagari', 'bengali', 'gurmukhi', 'gujarati', 'oriya', 'tamil'],
  ...['telugu', 'kannada', 'malayalam', 'sinhala', 'thai', 'lao', 'myanmar', 'georgian', 'ethiopic'],
  ...['armenian', 'cherokee', 'canadian-aboriginal', 'khmer', 'symbols'],
].map((script) => `noto-sans-${script}`);
const STILL = ['noto-sans-mongolian', 'noto-sans-math', 'noto-sans-symbols-2'];
const OTHERS = ['noto-sans', ...SCRIPTS, 'noto-serif-tibetan', ...STILL];
/** Han characters of each country's shapes, by the language that asks for them; the first is for all others too. */
const HAN = [
  { lang: 'ja', name: 'noto-sans-jp' },
  { lang: 'zh-Hans', name: 'noto-sans-sc' },
  { lang: 'zh-Hant', name: 'noto-sans-tc' },
  { lang: 'ko', name: 'noto-sans-kr' },
];
const EMOJI = 'noto-emoji';
const EMOJI_FILE = '@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf';
const EMOJI_RANGE = 'U+200D,U+203C-3299,U+FE0F,U+1F000-1FAFF,U+E0020-E007F';

const resolve = createRequire(import.meta.url).resolve;
const loaded = new Map<string, PageFonts>();

/**
 * Returns every font that ships with the app, as rules for pages whose font files lie under `base`: `--sans` is the
 * shop's voice, `--words` the customer's, both in any script. A page asks for a file only where it has a character of
 * it, and the machine's own fonts are never named. Throws where a file is missing, which is a broken installation.
 */
export function pageFonts(base: string): PageFonts {
  const known = loaded.get(base);
  if (known) return known;
  const fonts = load(base);
  loaded.set(base, fonts);
  return fonts;
}

function load(base: string): PageFonts {
  const files = new Map<string, string>();
  const faces: string[] = [];
  const add = (family: string, module: string, rest: string): void => {
    const url = `${base}${module.slice(module.lastIndexOf('/') + 1)}`;
    files.set(url, resolve(module));
    faces.push(`@font-face{font-family:'${family}';font-display:block;src:url('${url}');${rest}}`);
  };
  const families = [...Object.values(LATIN_VOICES), ...Object.values(ARABIC_VOICES), ...OTHERS];
  for (const name of [...families, ...HAN.map((han) => han.name)]) {
    const still = STILL.includes(name);
    const folder = `${still ? '@fontsource' : '@fontsource-variable'}/${name}`;
    const weight = still ? '400' : '100 900';
    for (const [subset, range] of Object.entries(rangesOf(folder))) {
      // The subsets of a font that is split into many have numbers.
      const file = `${name}-${subset.replace(/[[\]]/g, '')}-${still ? '400' : 'wght'}-normal.woff2`;
      add(name, `${folder}/files/${file}`, `font-weight:${weight};unicode-range:${range}`);
    }
  }
  add(EMOJI, EMOJI_FILE, `unicode-range:${EMOJI_RANGE}`);
  const voices = HAN.map(({ lang }, at) => `${at === 0 ? ':root,' : ''}:lang(${lang}){${voicesIn(lang)}}`);
  return { css: [...faces, ...voices].join('\n'), files };
}

function rangesOf(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(resolve(`${folder}/unicode.json`), 'utf8')) as Record<string, string>;
}

function voicesIn(lang: string): string {
  const own = HAN.filter((han) => han.lang === lang);
  const han = [...own, ...HAN.filter((each) => each.lang !== lang)].map(({ name }) => name);
  const voice = (which: keyof typeof LATIN_VOICES): string =>
    [LATIN_VOICES[which], ARABIC_VOICES[which], ...OTHERS, EMOJI, ...han]
      .map((name) => `'${name}'`)
      .join(',');
  return `--sans:${voice('sans')};--words:${voice('words')}`;
}
