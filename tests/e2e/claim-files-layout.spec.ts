import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { takeClaim } from './claims.ts';
import { plugInStick } from './drive-folder.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA } from './office.ts';
import { officeLook } from './office-look.ts';
import { ClaimFilesPage } from './pages/claim-files.ts';

const SLOW = { timeout: 40_000 };
const SAID = {
  en: ['The machine from the front, with the puddle under it', 'The receipt', 'Note'],
  ar: ['الماكينة من الأمام، وتحتها بقعة ماء', 'الإيصال', 'ملاحظة'],
} as const;

for (const locale of LOCALES) {
  test(`photos and files: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
    newFolder,
  }) => {
    test.setTimeout(300_000);
    const { look, found } = officeLook(locale, 'files');
    const [dataFolder, drivesFolder] = [await newFolder(), await newFolder()];
    const switches = ['--use-fake-device-for-media-stream'];
    const kiosk = await launch({ dataFolder, drivesFolder, locale, switches });
    const { page } = kiosk;
    const desk = new ClaimFilesPage(page, locale);
    const { words } = desk;
    const [machine, receipt, note] = SAID[locale];
    const mika = { ...MIKA, locale };
    await hire(page, [mika]);
    await desk.enter(mika.name, mika.pin);
    const number = await takeClaim(page);
    await desk.card(number).click();

    await desk.press(words.fromDrive);
    await expect(desk.drive).toContainText(words.drive.noDrive);
    await desk.drive.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'no-drive', main: null });
    await plugInStick(drivesFolder);
    await mkdir(join(drivesFolder, 'SECOND'));
    await desk.press(words.drive.again, desk.drive);
    await desk.keepFromDrive('IMG_1.jpg', machine);
    await desk.keepFromDrive('IMG_2.png', note);
    await desk.keepFromDrive('receipt.pdf', receipt);
    await desk.drive.getByRole('button').filter({ hasText: 'IMG_1.jpg' }).click();
    await desk.drive.getByRole('textbox').scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'drive', main: null });
    await desk.press(words.drive.done, desk.drive);

    await desk.press(words.takePhoto);
    const take = desk.camera.getByRole('button', { name: words.camera.take });
    await expect(take).toBeEnabled(SLOW);
    await desk.camera.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'camera', main: null });
    await take.click();
    await desk.camera.getByRole('textbox').fill(machine);
    await desk.camera.getByRole('textbox').scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'taken', main: null });
    await desk.press(desk.m.office.cancel, desk.camera);

    await desk.tile(machine).click();
    const viewer = desk.viewer(machine);
    await expect(viewer.getByRole('img')).toBeVisible(SLOW);
    await look(kiosk, { name: 'photo', main: viewer.getByRole('button', { name: words.viewer.close }) });
    await desk.press(words.viewer.larger, viewer);
    await desk.press(words.viewer.next, viewer);
    await desk.press(words.viewer.next, desk.viewer(note));
    await expect(desk.viewer(receipt).getByRole('img').first()).toBeVisible(SLOW);
    await look(kiosk, { name: 'pdf', main: null });
    await desk.press(words.remove.open, desk.viewer(receipt));
    const form = desk.form(words.remove.title(receipt));
    await form.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'remove', main: null });
    await form.getByRole('textbox').fill(note);
    await desk.press(words.remove.remove, form);
    await desk.files.getByText(words.removed(1)).click();
    for (const shelf of await readdir(join(dataFolder, 'files')))
      await rm(join(dataFolder, 'files', shelf), { recursive: true });
    await desk.button(desk.m.office.claimPage.toBoard).click();
    await desk.card(number).click();
    await expect(desk.files).toContainText(words.states.missing);
    await desk.files.getByText(words.removed(1)).click();
    await desk.files.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'missing', main: null });
    expect(found).toEqual([]);
  });
}
