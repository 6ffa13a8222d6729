import { expect, test } from './fixtures.ts';
import { finger, physicalKeyboard, type Hand } from './hands.ts';
import { keptClaims } from './kept.ts';
import type { Kiosk } from './kiosk.ts';
import { expectOnPaper } from './paper.ts';
import { confirm, ESPRESSO, SHORT_STORY, tell, type Story } from './stories.ts';

test.use({ sharedKiosk: { prints: 'on paper' } });

const HANDS: readonly {
  readonly by: string;
  readonly story: Story;
  readonly hand: (kiosk: Kiosk) => Promise<Hand> | Hand;
}[] = [
  { by: 'by touch', story: SHORT_STORY, hand: (kiosk) => finger(kiosk, kiosk.screens().keyboard) },
  { by: 'by physical keyboard', story: SHORT_STORY, hand: (kiosk) => physicalKeyboard(kiosk.page) },
];

for (const { by, story, hand: handOf } of HANDS) {
  test(`a whole story ${by} is kept and printed`, async ({ kiosk, screens, printer }) => {
    const hand = await handOf(kiosk);
    const slipsBefore = printer.slips.length;
    await tell(screens, story, hand);
    await expect(screens.readBack.words).toHaveJSProperty('textContent', story.statement);
    const number = await confirm(screens, hand);
    const slip = await printer.waitForSlip(slipsBefore + 1);
    await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);

    const claim = keptClaims(kiosk.dataFolder).at(-1);
    expect(claim).toMatchObject({ ...story, locale: 'en', number });
    expect(slip.text).toContain(number.replaceAll('-', ' '));
    expect(slip.qrCodes).toEqual([`IYW:${number}:${claim?.secret}`]);
    expectOnPaper(slip, textsOf(story));

    await hand.press(screens.thanks.main);
    await expect(screens.welcome.sentence).toBeVisible();
  });
}

test('what to expect is the same on the screen, on the paper and in the database', async ({
  kiosk,
  screens,
  printer,
}) => {
  const slipsBefore = printer.slips.length;
  await tell(screens, ESPRESSO);
  await confirm(screens);
  const slip = await printer.waitForSlip(slipsBefore + 1);
  const claim = keptClaims(kiosk.dataFolder).at(-1);

  const kinds = screens.names.expectation;
  const kept = claim?.expectations.map(({ kind, text }) => `${kinds[kind]} ${text}`) ?? [];
  expect(kept.length).toBeGreaterThanOrEqual(4);
  expect(new Set(claim?.expectations.map(({ kind }) => kind))).toEqual(
    new Set(['will', 'try', 'cannot', 'unknown']),
  );
  await expect(screens.thanks.expectations).toHaveText(kept);
  expectOnPaper(
    slip,
    (claim?.expectations ?? []).map(({ kind, text }) => `${kinds[kind].toUpperCase()} ${text}`),
  );
  expectOnPaper(slip, textsOf(ESPRESSO));
});

test('the flow names its steps, and every note of the design is said', async ({ screens }) => {
  await expect(screens.welcome.heading).toBeVisible();
  await expect(screens.welcome.sentence).toBeVisible();
  await screens.welcome.main.click();
  await expect(screens.words.heading).toBeVisible();
  await expect(screens.words.note).toBeVisible();
  for (const button of [screens.words.main, screens.words.finish]) await expect(button).toBeDisabled();
  await screens.words.words.fill('x');
  for (const button of [screens.words.main, screens.words.finish]) await expect(button).toBeEnabled();
  await screens.words.main.click();
  await screens.feeling.skip.click();
  await screens.item.skip.click();
  await expect(screens.attempts.heading).toBeVisible();
  await screens.attempts.skip.click();
  await screens.wishes.skip.click();
  await expect(screens.contact.heading).toBeVisible();
  await screens.contact.skip.click();
  await expect(screens.readBack.words).toHaveText('x');
});

/** Everything of a story that is to be on the ticket; how to reach the customer stays in the shop. */
function textsOf({ statement, feeling, item, attempts, wishes }: Story): string[] {
  const given = [statement, feeling.words, item.name, item.serial, wishes.words];
  const results = {
    no: 'did not help',
    'a-little': 'helped a little',
    yes: 'helped',
    'not-said': 'you did not say whether it helped',
  };
  const wishNames = {
    repair: 'Repair',
    replacement: 'Replacement',
    refund: 'Refund',
    explanation: 'Explanation',
    apology: 'Apology',
    'be-heard': 'Just be heard',
  };
  return [
    ...given.filter((text) => text !== ''),
    ...attempts.map(({ description, outcome }) => `${description}: ${results[outcome]}`),
    ...wishes.kinds.map((kind) => wishNames[kind]),
  ];
}
