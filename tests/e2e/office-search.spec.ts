import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';
import { hire, MIKA } from './office.ts';
import { Find } from './pages/find.ts';
import { burst } from './scanner.ts';
import { ESPRESSO, onlyWords } from './stories.ts';

const SIZE = { width: 1440, height: 900 };

async function atTheBoard(kiosk: Kiosk): Promise<Find> {
  await hire(kiosk.page, [MIKA]);
  const find = new Find(kiosk.page);
  await find.enter(MIKA.name, MIKA.pin);
  await expect(find.board).toBeVisible();
  return find;
}

/** Waits until a claim is in the index. */
async function indexed(find: Find, text: string, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const found = await callBridge(find.page, 'search:find', { text, ranked: true });
      return found.ok ? found.value.claims.length : found.error.code;
    })
    .toBe(count);
}

test('a claim is found while somebody types, with the keyboard alone, and Back returns to what was found', async ({
  launch,
}) => {
  const kiosk = await launch({ size: SIZE });
  const find = await atTheBoard(kiosk);
  const { keyboard } = kiosk.page;
  const words = find.m.office.find;
  const espresso = await takeClaim(kiosk.page, ESPRESSO);
  const kettle = await takeClaim(kiosk.page, onlyWords('My kettle leaks a little. LEAKS, I say.'));
  await indexed(find, 'leaks', 2);

  await keyboard.press('/');
  await expect(find.search).toBeFocused();
  await expect(find.dialog.getByText(words.hintsTitle)).toBeVisible();
  await keyboard.type('LEA');
  await expect(find.heading(words.newest(2))).toBeVisible();
  await expect(find.marks).toHaveText(['leaks', 'LEAKS', 'leaks']);
  await keyboard.press('Enter');
  await expect(find.heading(words.best(2))).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(find.hit(kettle)).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(find.hit(espresso)).toBeFocused();
  await keyboard.press('Enter');
  await expect(find.heading(espresso)).toBeVisible();
  await find.toHits.click();
  await expect(find.hit(espresso)).toBeFocused();
  await expect(find.search).toHaveValue('LEA');

  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(find.search).toBeFocused();
  await keyboard.press('Escape');
  await expect(find.board).toBeFocused();
  await keyboard.press('Control+k');
  await expect(find.search).toBeFocused();
  await expect(find.search).toHaveValue('');
  await keyboard.type('zeppelin');
  await expect(find.heading(words.none('zeppelin'))).toBeVisible();
  await expect(find.dialog.getByText(words.noneHints[0] ?? '')).toBeVisible();
  await find.button(words.close).click();
  await expect(find.board).toBeFocused();
});

test('words and a part of the phone find the claim, and touch opens it', async ({ launch }) => {
  const kiosk = await launch({ size: SIZE });
  const find = await atTheBoard(kiosk);
  const contact = { name: 'Aino Mäkinen', phone: '040 555 01 42', email: '', way: 'phone' } as const;
  const number = await takeClaim(kiosk.page, { ...ESPRESSO, contact });
  await takeClaim(kiosk.page, onlyWords('It leaks as well.'));
  await indexed(find, 'leaks', 2);
  await find.search.fill('leaks 55501');
  await expect(find.heading(find.m.office.find.newest(1))).toBeVisible();
  await expect(find.marks).toHaveText(['leaks', '555 01']);
  await find.hit(number).click();
  await expect(find.heading(number)).toBeVisible();
  await find.screen('board').click();
  await expect(find.board).toBeVisible();
  await expect(find.search).toHaveValue('');
});

test('a scanned ticket opens its claim from anywhere, and leaves what was written as it was', async ({
  launch,
}) => {
  const kiosk = await launch({ size: SIZE });
  const find = await atTheBoard(kiosk);
  const first = await takeClaim(kiosk.page);
  const second = await takeClaim(kiosk.page, onlyWords('It hums.'));
  const code = (number: string): string => `IYW:${number.replaceAll(' ', '-')}:7F3KQ9`;

  // A focused card is not pressed by the scanner's Enter.
  await find.card(first).focus();
  await burst(kiosk, code(second));
  await expect(find.heading(second)).toBeVisible();
  await find.button(find.m.office.claimPage.give.open).click();
  const form = find.form(find.m.office.claimPage.give.title);
  const text = form.getByRole('textbox').first();
  await text.fill('call on Friday');
  await burst(kiosk, code(second));
  await expect(text).toHaveValue('call on Friday');
  await burst(kiosk, code(first));
  await expect(find.heading(first)).toBeVisible();

  await find.screen('people').click();
  await burst(kiosk, 'IYW:ABC-1-Q:7F3KQ9');
  await expect(find.heading(find.m.office.find.none('IYW:ABC-1-Q:7F3KQ9'))).toBeVisible();
});

test('the sidebar counts the lanes of the board, on every screen, as they are now', async ({ launch }) => {
  const kiosk = await launch({ size: SIZE });
  const find = await atTheBoard(kiosk);
  await expect(find.counts).toBeHidden();
  await takeClaim(kiosk.page);
  await find.screen('people').click();
  await expect(find.counts).toHaveText(/^New\s*1\s*$/);
  await takeClaim(kiosk.page, onlyWords('It hums.'));
  await expect(find.counts).toHaveText(/^New\s*2\s*$/);
});
