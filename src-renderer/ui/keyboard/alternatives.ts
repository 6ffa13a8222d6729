import type { KeyboardLayout } from './layouts.ts';

/** What a long press offers on signs and digits of every layout, so that no character of a plain keyboard is missing. */
const SIGNS: Readonly<Record<string, string>> = {
  "'": '’‘“”„«»',
  '"': '“”„«»',
  '.': '…·',
  '?': '!¿¡',
  '!': '¡',
  '-': '–—()/#*',
  '/': '\\|',
  '(': '[{<',
  ')': ']}>',
  $: '¢¥₹₺₽₩',
  '%': '‰',
  '&': '§',
  '#': '№',
  '*': '•†',
  '+': '±×÷',
  '=': '≈≠',
  _: '~^`',
  '0': '°',
  '1': '½¼¹',
  '2': '²',
  '3': '¾³',
};

/** Letters of the languages that are written with Latin letters from Iceland to Turkey, the commonest first. */
const LATIN: Readonly<Record<string, string>> = {
  a: 'àáâäåæãąāă',
  c: 'çćč',
  d: 'ďđð',
  e: 'éèêëęěėē',
  g: 'ğģ',
  i: 'íìîïıīį',
  k: 'ķ',
  l: 'łľļĺ',
  n: 'ñńňņ',
  o: 'óòôöõøœőō',
  r: 'řŕ',
  s: 'ßśšşș',
  t: 'ťțţþ',
  u: 'úùûüůűūų',
  w: 'ŵ',
  y: 'ýÿŷ',
  z: 'źżž',
};

/** Capitals that `toUpperCase` would spell with other letters. */
const CAPITALS: Readonly<Record<string, string>> = { ß: 'ẞ', ı: 'İ' };

/** Forms of Arabic letters, letters that neighbours of Arabic add, and Arabic-Indic digits. */
const ARABIC: Readonly<Record<string, readonly string[]>> = {
  ا: ['أ', 'إ', 'آ', 'ٱ'],
  لا: ['لأ', 'لإ', 'لآ'],
  و: ['ؤ'],
  ي: ['ئ', 'ى'],
  ى: ['ئ'],
  ه: ['ة'],
  ب: ['پ'],
  ج: ['چ'],
  ز: ['ژ'],
  ف: ['ڤ'],
  ق: ['ڨ'],
  ك: ['گ'],
  '،': ['؛'],
  '؛': [';'],
  '؟': ['!', '?'],
  ...Object.fromEntries(Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value) => [String(value), [digit]])),
};

/** Returns the characters that a long press on a key offers. */
export function alternativesFor(text: string, layout: KeyboardLayout): readonly string[] {
  if (layout === 'ar') return [...(ARABIC[text] ?? []), ...Array.from(SIGNS[text] ?? '')];
  const lower = text.toLowerCase();
  const letters = Array.from(LATIN[lower] ?? SIGNS[text] ?? '');
  return lower === text ? letters : letters.map((letter) => CAPITALS[letter] ?? letter.toUpperCase());
}
