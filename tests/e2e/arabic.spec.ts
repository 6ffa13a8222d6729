import { countInk } from '../virtual-printer/bitmap.ts';
import type { RasterLine, Slip } from '../virtual-printer/types.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { finger } from './hands.ts';
import { keptClaims } from './kept.ts';
import { confirm, onlyWords, tell, tellAndFinish, type Story } from './stories.ts';

const STORY: Story = {
  statement: 'اشتريت آلة الإسبريسو من هنا في مارس، وهي تسرّب من الأسفل كلما سخنت.\nرقمها Lumo 3.',
  feeling: { face: 'worried', words: 'قلقة على الأرضية' },
  item: { name: 'آلة إسبريسو', serial: 'SN-44-12' },
  attempts: [{ description: 'إزالة الكلس مرتين', outcome: 'no' }],
  wishes: { kinds: ['repair', 'explanation'], words: 'هل هي آمنة؟' },
  contact: { name: 'أمينة', phone: '040 555 0142', email: '', way: 'visit' },
};

test.use({ sharedKiosk: { prints: 'on paper' } });

test('the whole flow in Arabic, right to left, on a ticket that is drawn', async ({ kiosk, printer }) => {
  await kiosk.screens('en').welcome.language('ar').click();
  const screens = kiosk.screens('ar');
  const html = kiosk.page.locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expect(screens.welcome.heading).toBeVisible();

  await tell(screens, STORY);
  await expect(screens.readBack.words).toHaveJSProperty('textContent', STORY.statement);
  const number = await confirm(screens);
  const claim = keptClaims(kiosk.dataFolder).at(-1);
  expect(claim).toMatchObject({ ...STORY, locale: 'ar', number });
  const kinds = screens.names.expectation;
  await expect(screens.thanks.expectations).toHaveText(
    (claim?.expectations ?? []).map(({ kind, text }) => `${kinds[kind]} ${text}`),
  );

  const slip = await printer.waitForSlip(1);
  expect(slip.whole).toBe(true);
  expect(slip.qrCodes).toEqual([`IYW:${number}:${claim?.secret}`]);
  // Heading, words, four kinds and more: no line of them is text that a printer would get wrong.
  expect(drawn(slip).length).toBeGreaterThan(15);
  expect(slip.text).not.toMatch(/[\u0600-\u06FF?]{2,}/);
  for (const line of drawn(slip)) expect(countInk(line.bitmap), 'a drawn line has ink').toBeGreaterThan(20);
});

test('the main action stands at the bottom left, and the way back at the right', async ({ kiosk }) => {
  await kiosk.screens('en').welcome.language('ar').click();
  const screens = kiosk.screens('ar');
  await screens.welcome.main.click();
  await expect(screens.words.heading).toBeVisible();
  const main = await screens.words.main.boundingBox();
  const back = await screens.words.back.boundingBox();
  if (!main || !back) throw new Error('the buttons are not there');
  expect(main.x + main.width).toBeLessThan(back.x);
  expect(Math.abs(main.y - back.y)).toBeLessThan(main.height);
});

test('Arabic is typed on the screen, letter by letter', async ({ kiosk, printer }) => {
  const slipsBefore = printer.slips.length;
  await kiosk.screens('en').welcome.language('ar').click();
  const screens = kiosk.screens('ar');
  const hand = await finger(kiosk, screens.keyboard);
  await tellAndFinish(screens, 'تسرب', hand);
  expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject(onlyWords('تسرب'));
  const slip = await printer.waitForSlip(slipsBefore + 1);
  expect(drawn(slip).every((line) => countInk(line.bitmap) > 20)).toBe(true);
});

test('an English customer may write Arabic: only these lines are drawn', async ({ screens, printer }) => {
  const slipsBefore = printer.slips.length;
  await tellAndFinish(screens, 'She said:\nالآلة تسرّب\nand left.');
  const slip = await printer.waitForSlip(slipsBefore + 1);
  expect(drawn(slip)).toHaveLength(1);
  expect(slip.text).toContain('| She said:');
  expect(slip.text).toContain('| and left.');
});

test('a shop that speaks Arabic starts in Arabic, and goes back to it', async ({ launch, plugIn }) => {
  const kiosk = await launch({ locale: 'ar', printerUrl: addressOf(await plugIn()) });
  const arabic = kiosk.screens('ar');
  await expect(arabic.welcome.sentence).toBeVisible();
  await arabic.welcome.language('en').click();
  const english = kiosk.screens('en');
  await tellAndFinish(english, 'In English.');
  await english.thanks.main.click();
  await expect(arabic.welcome.sentence).toBeVisible();
  await expect(kiosk.page.locator('html')).toHaveAttribute('dir', 'rtl');
});

function drawn(slip: Slip): RasterLine[] {
  return slip.lines.filter((line): line is RasterLine => line.kind === 'raster');
}
