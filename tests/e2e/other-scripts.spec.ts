import type { Locator } from '@playwright/test';
import { takeClaim } from './claims.ts';
import { fontsOf, withoutSystemFonts, type DrawnWith } from './drawn-with.ts';
import { expect, test } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';
import { hire, MIKA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { takePicture } from './pictures.ts';
import { begin, onlyWords } from './stories.ts';

const PICTURES = 'other-scripts';
/** Words of one script each, the font that has it, and the language that Han characters are shaped for. */
const STATEMENTS = [
  { words: '洗濯機が温まるたびに、下から水が漏れます。', font: 'Noto Sans JP', lang: 'ja' },
  { words: '《洗衣机》每次加热时都会从底部漏水。', font: 'Noto Sans SC', lang: 'zh-Hans' },
  { words: '這台機器每次加熱時都會漏水。', font: 'Noto Sans TC', lang: 'zh-Hant' },
  { words: '세탁기가 데워질 때마다 물이 샙니다', font: 'Noto Sans KR', lang: 'ko' },
  { words: 'मशीन गरम होते ही नीचे से पानी टपकता है।', font: 'Noto Sans Devanagari', lang: null },
  { words: 'המכונה נוזלת בכל פעם שהיא מתחממת', font: 'Noto Sans Hebrew', lang: null },
  { words: 'เครื่องรั่วทุกครั้งที่ร้อนขึ้น', font: 'Noto Sans Thai', lang: null },
  { words: 'மெஷின் சூடாகும்போது கசிகிறது', font: 'Noto Sans Tamil', lang: null },
  { words: 'Машина течёт каждый раз', font: 'Noto Sans', lang: null },
  { words: '💧😡🌧️👩🏽‍🔧', font: 'Noto Emoji', lang: null },
] as const;

/** Expects every letter of the words to be drawn with that font of ours, and with no box in their place. */
async function expectDrawn(
  kiosk: Kiosk,
  element: Locator,
  { words, font }: (typeof STATEMENTS)[number],
): Promise<void> {
  await expect
    .poll(async () => othersThanLatin(await fontsOf(kiosk, element), font), { message: words })
    .toEqual([{ font, ours: true }]);
}

/** Spaces and stops are Newsreader's, as in any words. */
function othersThanLatin(fonts: readonly DrawnWith[], wanted: string): { font: string; ours: boolean }[] {
  return fonts
    .filter(({ name }) => !name.startsWith('Newsreader'))
    .map(({ name, ours }) => ({ font: isCut(name, wanted) ? wanted : name, ours }));
}

/** A variable font is named by its first weight: "Noto Sans JP Thin". */
function isCut(name: string, family: string): boolean {
  return name === family || new RegExp(`^${family} (Thin|ExtraLight|Light|Bold)$`).test(name);
}

test('on a machine without fonts, the kiosk draws the words of any script with its own', async ({
  launch,
  newFolder,
}) => {
  test.setTimeout(180_000);
  const kiosk = await launch({ env: await withoutSystemFonts(await newFolder()) });
  const screens = kiosk.screens();
  for (const statement of STATEMENTS) {
    await begin(screens);
    await screens.words.words.fill(statement.words);
    await expectDrawn(kiosk, screens.words.words, statement);
    await screens.words.finish.click();
    await expect(screens.readBack.words).toHaveText(statement.words);
    await expectDrawn(kiosk, screens.readBack.words, statement);
    if (statement.lang) await expect(screens.readBack.words).toHaveAttribute('lang', statement.lang);
    else await expect(screens.readBack.words).not.toHaveAttribute('lang');
    await takePicture(kiosk.page, PICTURES, `read-back-${statement.font}`);
    await kiosk.reload();
  }
});

test('on a machine without fonts, so do the board and the page of a claim', async ({ launch, newFolder }) => {
  test.setTimeout(180_000);
  const kiosk = await launch({
    env: await withoutSystemFonts(await newFolder()),
    size: { width: 1440, height: 900 },
  });
  const { page } = kiosk;
  await hire(page, [MIKA]);
  const numbers: string[] = [];
  for (const { words } of STATEMENTS) numbers.push(await takeClaim(page, onlyWords(words)));
  const desk = new Desk(page);
  await desk.enter(MIKA.name, MIKA.pin);
  for (const [at, statement] of STATEMENTS.entries()) {
    const card = desk.card(numbers[at] ?? '');
    await expectDrawn(kiosk, card.getByText(statement.words), statement);
    if (at === 0) await takePicture(page, PICTURES, 'board');
    await card.click();
    const quote = desk.dialog.getByRole('blockquote').filter({ hasText: statement.words });
    await expectDrawn(kiosk, quote, statement);
    await takePicture(page, PICTURES, `claim-${statement.font}`);
    await desk.button(desk.m.office.claimPage.toBoard).click();
  }
});
