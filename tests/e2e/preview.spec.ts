import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { keptClaims } from './kept.ts';
import { readQrCode } from './qr-reader.ts';
import { confirm, ESPRESSO, tell, tellAndFinish } from './stories.ts';

test('without a printer the ticket is on the screen, and its picture in the data folder', async ({
  kiosk,
  screens,
}) => {
  await tell(screens, ESPRESSO);
  const number = await confirm(screens);
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.preview);
  const claim = keptClaims(kiosk.dataFolder).at(-1);
  const code = `IYW:${number}:${claim?.secret}`;

  const file = join(kiosk.dataFolder, 'slips', `${number}.png`);
  expect(readQrCode(await readFile(file))).toBe(code);
  expect((await stat(file)).mode & 0o077, 'nobody else may read it').toBe(0);

  await screens.thanks.showTicket.click();
  await expect(screens.thanks.ticketPicture).toBeVisible();
  const heard = (await screens.thanks.ticketPicture.getAttribute('alt')) ?? '';
  for (const text of [number.replaceAll('-', ' '), 'Descaling, twice: did not help', 'WE CANNOT PROMISE']) {
    expect(heard).toContain(text);
  }
  await screens.thanks.ticketPicture.scrollIntoViewIfNeeded();
  const shown = await screens.thanks.ticketPicture.evaluate(async (picture: HTMLImageElement) => {
    await picture.decode();
    return [picture.naturalWidth > 300, picture.naturalHeight > picture.naturalWidth];
  });
  expect(shown).toEqual([true, true]);
  await screens.thanks.hideTicket.click();
  await expect(screens.thanks.ticket).toBeHidden();
  await screens.thanks.main.click();
  await expect(kiosk.page.getByRole('img', { name: number.replaceAll('-', ' ') })).toHaveCount(0);
});

test('each claim has its own picture, and none is left half written', async ({ kiosk, screens }) => {
  const numbers: string[] = [];
  for (const statement of ['First.', 'Second.']) {
    numbers.push(await tellAndFinish(screens, statement));
    await expect(screens.thanks.printing).toContainText(screens.names.thanks.preview);
    await screens.thanks.main.click();
  }
  const pictures = await readdir(join(kiosk.dataFolder, 'slips'));
  expect(pictures).toEqual(expect.arrayContaining(numbers.map((number) => `${number}.png`)));
  expect(pictures.filter((name) => !name.endsWith('.png'))).toEqual([]);
});
