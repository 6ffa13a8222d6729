import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keptClaims } from './kept.ts';
import type { Screens } from './pages/screens.ts';
import { begin, confirm, ESPRESSO, tell, type Story } from './stories.ts';

test('every screen keeps what was typed, back and forth', async ({ kiosk, screens }) => {
  await tell(screens, ESPRESSO);
  await screens.readBack.change.click();
  // "Change something" begins at the words; from there on everything is passed once more, and then backwards.
  const pages = pagesOf(screens, ESPRESSO);
  for (const [index, { heading, keeps }] of pages.entries()) {
    await expect(heading).toBeVisible();
    await keeps();
    if (index < pages.length - 1) await screens.words.main.click();
  }
  for (const { heading, keeps } of pages.toReversed().slice(1)) {
    await screens.words.back.click();
    await expect(heading).toBeVisible();
    await keeps();
  }
  await screens.words.finish.click();
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject(ESPRESSO);
});

test('back on the way there keeps everything too, down to the welcome screen', async ({ kiosk, screens }) => {
  await tell(screens, ESPRESSO);
  await screens.readBack.change.click();
  await screens.words.finish.click();
  await kiosk.reload();

  await begin(screens);
  await screens.words.words.fill('half a story');
  await screens.words.main.click();
  await screens.feeling.face('furious').check();
  await screens.feeling.words.fill('very');
  await screens.feeling.back.click();
  await expect(screens.words.words).toHaveValue('half a story');
  await screens.words.back.click();
  await expect(screens.welcome.kept).toBeVisible();
  await screens.welcome.main.click();
  await expect(screens.words.words).toHaveValue('half a story');
  await screens.words.main.click();
  await expect(screens.feeling.face('furious')).toBeChecked();
  await expect(screens.feeling.words).toHaveValue('very');
});

test('what was written can be cleared from the welcome screen', async ({ kiosk, screens }) => {
  await begin(screens);
  await screens.words.words.fill('never mind');
  await screens.words.back.click();
  await screens.welcome.clear.click();
  await expect(screens.welcome.kept).toBeHidden();
  await begin(screens);
  await expect(screens.words.words).toHaveValue('');
  await expect(kiosk.page.getByText('never mind')).toHaveCount(0);
});

test('"Change something" changes the claim, and the read-back shows it', async ({ kiosk, screens }) => {
  await tell(screens, ESPRESSO);
  await screens.readBack.change.click();
  await screens.words.words.fill('It leaks from the side.');
  await screens.words.main.click();
  await screens.feeling.face('calm').check();
  await screens.feeling.finish.click();
  await expect(screens.readBack.words).toHaveJSProperty('textContent', 'It leaks from the side.');
  await expect(screens.readBack.answers).toContainText(screens.names.feeling.faces.calm);
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject({
    ...ESPRESSO,
    statement: 'It leaks from the side.',
    feeling: { ...ESPRESSO.feeling, face: 'calm' },
  });
});

test('"Change" beside one thing leads there and straight back', async ({ screens }) => {
  await tell(screens, ESPRESSO);
  const { readBack, words, feeling, item, attempts, wishes, contact } = screens;
  const parts = [
    { name: 'Your words', heading: words.heading },
    { name: 'You feel', heading: feeling.heading },
    { name: 'About', heading: item.heading },
    { name: 'Already tried', heading: attempts.heading },
    { name: 'What would make it right', heading: wishes.heading },
    { name: 'Reach you', heading: contact.heading },
  ];
  for (const [index, { name, heading }] of parts.entries()) {
    await readBack.changePart(name).click();
    await expect(heading).toBeVisible();
    await (index % 2 === 0 ? words.main : words.back).click();
    await expect(readBack.heading).toBeVisible();
    await expect(readBack.words).toHaveJSProperty('textContent', ESPRESSO.statement);
  }
});

test('an attempt can be taken off the list again, and a choice be taken back', async ({ kiosk, screens }) => {
  await tell(screens, ESPRESSO);
  await screens.readBack.changePart('Already tried').click();
  await screens.attempts.remove('Descaling, twice').click();
  await expect(screens.attempts.list).toHaveCount(1);
  await screens.attempts.main.click();
  await screens.readBack.changePart('What would make it right').click();
  await screens.wishes.wish('repair').uncheck();
  await screens.wishes.main.click();
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject({
    attempts: [{ description: 'A new seal', outcome: 'a-little' }],
    wishes: { kinds: ['explanation'] },
  });
});

test('an attempt that was typed but not added is added by Continue, once it is said whether it helped', async ({
  kiosk,
  screens,
}) => {
  const { words, feeling, item, attempts, wishes, contact } = screens;
  await begin(screens);
  await words.words.fill('It leaks.');
  for (const step of [words, feeling, item]) await step.main.click();
  await attempts.tried.fill('Descaling');
  await attempts.main.click();
  await expect(attempts.heading).toBeVisible();
  await attempts.helped('no').check();
  for (const step of [attempts, wishes, contact]) await step.main.click();
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)?.attempts).toEqual([
    { description: 'Descaling', outcome: 'no' },
  ]);
});

interface PassedPage {
  readonly heading: Locator;
  readonly keeps: () => Promise<void>;
}

function pagesOf({ words, feeling, item, attempts, wishes, contact }: Screens, story: Story): PassedPage[] {
  const { face } = story.feeling;
  const { way } = story.contact;
  return [
    {
      heading: words.heading,
      keeps: () => expect(words.words).toHaveValue(story.statement),
    },
    {
      heading: feeling.heading,
      async keeps() {
        if (face !== null) await expect(feeling.face(face)).toBeChecked();
        await expect(feeling.words).toHaveValue(story.feeling.words);
      },
    },
    {
      heading: item.heading,
      async keeps() {
        await expect(item.name).toHaveValue(story.item.name);
        await expect(item.serial).toHaveValue(story.item.serial);
      },
    },
    {
      heading: attempts.heading,
      keeps: () =>
        expect(attempts.list).toHaveText(story.attempts.map(({ description }) => new RegExp(description))),
    },
    {
      heading: wishes.heading,
      async keeps() {
        for (const kind of story.wishes.kinds) await expect(wishes.wish(kind)).toBeChecked();
        await expect(wishes.wish('refund')).not.toBeChecked();
        await expect(wishes.words).toHaveValue(story.wishes.words);
      },
    },
    {
      heading: contact.heading,
      async keeps() {
        await expect(contact.name).toHaveValue(story.contact.name);
        await expect(contact.phone).toHaveValue(story.contact.phone);
        await expect(contact.email).toHaveValue(story.contact.email);
        if (way !== null) await expect(contact.way(way)).toBeChecked();
      },
    },
  ];
}
