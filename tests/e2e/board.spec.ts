import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { ESPRESSO, onlyWords } from './stories.ts';

/** Long enough to start the app and sign in before a promise passes its time, short enough to wait for it. */
const SOON_MS = 15_000;

test('a claim that a customer takes stands on the open board at once, and opens with the keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ size: { width: 1440, height: 900 } });
  const desk = new Desk(page);
  const { board } = desk.m.office;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  await expect(desk.board).toBeVisible();
  await expect(desk.lane('new', 0)).toContainText(board.empty.new);

  const number = await takeClaim(page);
  await takeClaim(page, onlyWords('لا تعمل الشاشة بعد التحديث الأخير'), 'ar');
  const lane = desk.lane('new', 2);
  const card = desk.card(number, lane);
  await expect(card).toContainText(ESPRESSO.statement.slice(0, 60));
  await expect(card).toContainText(desk.m.feeling.faces.worried);
  await expect(card).toContainText(board.nextUpdate);

  await card.focus();
  await page.keyboard.press('ArrowDown');
  await expect(desk.card('لا تعمل')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.heading(number)).toBeVisible();
  await expect(desk.dialog.getByText(ESPRESSO.statement, { exact: true })).toBeVisible();
  await desk.button(desk.m.office.claimPage.toBoard).click();
  await expect(card).toBeFocused();

  await desk.button(board.mine).click();
  await expect(desk.lane('new', 0)).toBeVisible();
  await desk.button(board.everyone).click();
  await expect(card).toBeVisible();
});

test('a promise makes itself seen before it is due, and moves by itself once it is broken', async ({
  launch,
  claimDue,
}) => {
  const { dataFolder, number } = await claimDue(() => Date.now() + SOON_MS);

  const { page } = await launch({ dataFolder });
  const desk = new Desk(page);
  await desk.enter(MIKA.name, MIKA.pin);
  await expect(desk.card(number, desk.lane('due-today', 1))).toBeVisible();
  await expect(
    desk.dialog.getByRole('status').filter({ hasText: desk.m.office.board.soon(30) }),
  ).toContainText(number);
  await expect(desk.card(number, desk.lane('broken', 1))).toBeVisible({ timeout: SOON_MS * 2 });
  await expect(desk.dialog.getByText(desk.m.office.board.soon(30))).toBeHidden();
});
