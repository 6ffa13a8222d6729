import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageFonts, screenFonts } from '../../../src-main/pdf/page-fonts.ts';

const fonts = await pageFonts('app://pages/fonts/');
const onScreen = await screenFonts('app://kiosk/fonts/');
const faces = fonts.css.split('\n').filter((line) => line.startsWith('@font-face'));

/** Families that have a character, by their rules. */
function familiesWith(character: string): string[] {
  const point = character.codePointAt(0) ?? 0;
  return faces
    .filter((face) => rangesOf(face).some(([from, to]) => point >= from && point <= to))
    .map(familyOf);
}

function rangesOf(face: string): (readonly [number, number])[] {
  const list = /unicode-range:([^;}]*)/.exec(face)?.[1] ?? '';
  return list.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace('U+', '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
}

function familyOf(face: string): string {
  return /font-family:'([^']*)'/.exec(face)?.[1] ?? '';
}

test('every address in the rules has a file that is there, and no other', () => {
  const urls = faces.map((face) => /url\('([^']*)'\)/.exec(face)?.[1] ?? '');
  expect(new Set(urls)).toEqual(new Set(fonts.files.keys()));
  expect(urls.length).toBe(new Set(urls).size);
  expect([...fonts.files.values()].filter((file) => !existsSync(file))).toEqual([]);
});

test.each([...'aé€ŁЖΩעםمپہआকਕકଓతకമසไລကႠሀԱᎠᐁខ水のカ한ཀᠠ∑☎☕😡𝑥'])('%s has a font', (character) => {
  expect(familiesWith(character)).not.toEqual([]);
});

test('nobody loads the large font of emoji for kana or for Han characters', () => {
  expect([...'ひカ。「漢한'].filter((character) => familiesWith(character).includes('noto-emoji'))).toEqual(
    [],
  );
});

test('the screens get the same families but the two that they bring with them', () => {
  const families = (css: string): Set<string> =>
    new Set(
      css
        .split('\n')
        .filter((line) => line.startsWith('@font-face'))
        .map(familyOf),
    );
  const brought = ['atkinson-hyperlegible-next', 'newsreader', 'noto-sans-arabic', 'noto-naskh-arabic'];
  expect(new Set([...families(onScreen.css), ...brought])).toEqual(families(fonts.css));
  for (const family of families(onScreen.css))
    expect(onScreen.css).toMatch(new RegExp(`--noto:.*'${family}'`));
  expect([...onScreen.files.keys()].every((url) => url.startsWith('app://kiosk/fonts/'))).toBe(true);
});

test('both voices name every family that there is', () => {
  const families = new Set(faces.map(familyOf));
  for (const voice of ['--sans', '--words']) {
    const named = new RegExp(`:root,:lang\\(ja\\)\\{.*${voice}:([^;}]*)`).exec(fonts.css)?.[1] ?? '';
    for (const family of families) {
      const otherVoice = voice === '--sans' ? /newsreader|naskh/ : /atkinson|sans-arabic/;
      expect(named.includes(`'${family}'`), `${family} in ${voice}`).toBe(!otherVoice.test(family));
    }
  }
});

test('each country’s Han shapes come first in its language', () => {
  const first = (lang: string): string | undefined =>
    new RegExp(`:lang\\(${lang}\\)\\{--sans:[^;]*?'(noto-sans-(?:jp|sc|tc|kr))'`).exec(fonts.css)?.[1];
  expect(['ja', 'zh-Hans', 'zh-Hant', 'ko'].map(first)).toEqual(
    ['jp', 'sc', 'tc', 'kr'].map((name) => `noto-sans-${name}`),
  );
});
