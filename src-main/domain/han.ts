/** Whose shapes Han characters have: Japan's, simplified or traditional Chinese, Korea's. */
export type HanShapes = 'jp' | 'sc' | 'tc' | 'kr';
/** A language in which Han characters have shapes of their own, as `lang` names it. */
export type HanLanguage = 'ja' | 'zh-Hans' | 'zh-Hant' | 'ko';

const LANGUAGES: Readonly<Record<HanShapes, HanLanguage>> = {
  jp: 'ja',
  sc: 'zh-Hans',
  tc: 'zh-Hant',
  kr: 'ko',
};

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;
/** Frequent characters that only one of the two ways of writing Chinese has, pair by pair. */
const SIMPLIFIED = new Set(
  '们这说时会对发经过还进没动学现样个开问关见实点种当长东车书电视听话语请谢谁让认识难应热买卖员门间响头气线统维换费钱单务师机坏报诉复损边从给为么两与产业举义乐习乡亲亿仅优传伤众价',
);
const TRADITIONAL = new Set(
  '們這說時會對發經過還進沒動學現樣個開問關見實點種當長東車書電視聽話語請謝誰讓認識難應熱買賣員門間響頭氣線統維換費錢單務師機壞報訴復損邊從給為麼兩與產業舉義樂習鄉親億僅優傳傷眾價',
);

/** Returns whose shapes the Han characters of a text should have, or undefined for a text without any. */
export function hanShapes(text: string): HanShapes | undefined {
  if (KANA.test(text)) return 'jp';
  if (HANGUL.test(text)) return 'kr';
  if (!HAN.test(text)) return undefined;
  let simplified = 0;
  for (const character of text) {
    if (SIMPLIFIED.has(character)) simplified++;
    if (TRADITIONAL.has(character)) simplified--;
  }
  return simplified < 0 ? 'tc' : 'sc';
}

/** Returns the `lang` that gives a text its Han characters' own shapes, or undefined for a text that needs none. */
export function hanLanguage(text: string): HanLanguage | undefined {
  const shapes = hanShapes(text);
  return shapes && LANGUAGES[shapes];
}
