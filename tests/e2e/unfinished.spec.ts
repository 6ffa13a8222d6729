import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import { auditOf, keptClaims, keptUnfinished } from './kept.ts';
import { callBridge } from './bridge.ts';
import { hire, MIKA } from './office.ts';
import { MyDayScreen } from './pages/my-day.ts';
import { confirm } from './stories.ts';

const LEFT = 'I only wanted to say\nthat it leaks 💧';

test('words that were left behind become a claim with the customer', async ({ launch }) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const screens = kiosk.screens();
  await hire(page, [MIKA]);
  const draft = { requestId: randomUUID() as never, locale: 'en', statement: LEFT } as const;
  await callBridge(page, 'unfinished:keep', draft);
  const desk = new MyDayScreen(page);
  const words = desk.m.office.myDay.unfinished;
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.screen('mine').click();
  await expect(desk.unfinished).toContainText('I only wanted to say');
  expect(auditOf(dataFolder).some(({ event }) => event === 'unfinished-read')).toBe(false);
  await desk.unfinished.getByRole('button').click();
  await expect(desk.dialog.getByRole('blockquote')).toHaveText(LEFT);
  expect(auditOf(dataFolder).some(({ event }) => event === 'unfinished-read')).toBe(true);
  await desk.button(words.goOn).click();

  await expect(desk.dialog).toBeHidden();
  await expect(screens.words.words).toHaveValue(LEFT);
  expect(keptUnfinished(dataFolder)).toHaveLength(1);
  await screens.words.finish.click();
  const number = await confirm(screens);
  expect(keptClaims(dataFolder)).toMatchObject([{ number, statement: LEFT }]);
  expect(keptUnfinished(dataFolder)).toEqual([]);
  expect(await callBridge(page, 'my-day:view', null)).toMatchObject({ error: { code: 'signed-out' } });
});

test('words are discarded for a reason, which is on record', async ({ launch }) => {
  const { page, dataFolder } = await launch();
  await hire(page, [MIKA]);
  const draft = { requestId: randomUUID() as never, locale: 'en', statement: 'asdf' } as const;
  await callBridge(page, 'unfinished:keep', draft);
  const desk = new MyDayScreen(page);
  const words = desk.m.office.myDay.unfinished;
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.screen('mine').click();
  await desk.unfinished.getByRole('button').click();
  await desk.button(words.discard).click();
  await expect(desk.button(words.discardIt)).toBeDisabled();
  await desk.dialog.getByRole('radio', { name: words.reasons['no-story'] }).check();
  await desk.button(words.discardIt).click();
  await expect(desk.dialog.getByText(words.discarded)).toBeVisible();
  await expect(desk.unfinished).toContainText(words.none);
  expect(keptUnfinished(dataFolder)).toEqual([]);
  expect(auditOf(dataFolder).at(-1)).toMatchObject({ event: 'unfinished-discarded' });
});
