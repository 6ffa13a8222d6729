import type { Page } from '@playwright/test';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimId } from '../../src-main/domain/brand.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { plugInStick, PLACE } from './drive-folder.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { ClaimFilesPage } from './pages/claim-files.ts';

const CAMERA = ['--use-fake-device-for-media-stream'];
/** Pictures are drawn in workers, which takes a while on a busy machine. */
const SLOW = { timeout: 40_000 };

async function onlyClaim(page: Page): Promise<ClaimId> {
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const [card] = board.ok ? board.value.lanes.flatMap(({ cards }) => cards) : [];
  if (!card) throw new Error('there is no claim');
  return card.claimId;
}

/** Every kept file there is. */
async function keptFiles(dataFolder: string): Promise<string[]> {
  const entries = await readdir(join(dataFolder, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Asks for a camera and a microphone as a hostile page would; returns what came of each. */
function askForDevices(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const ask = async (wanted: MediaStreamConstraints): Promise<string> => {
      try {
        const stream = await navigator.mediaDevices.getUserMedia(wanted);
        stream.getTracks().forEach((track) => track.stop());
        return 'given';
      } catch (error) {
        return error instanceof DOMException ? error.name : String(error);
      }
    };
    return [await ask({ video: true }), await ask({ audio: true }), await ask({ audio: true, video: true })];
  });
}

test('a photo is taken at the counter, looked at, removed and put back', async ({ launch, newFolder }) => {
  test.setTimeout(180_000);
  const dataFolder = await newFolder();
  const { page } = await launch({ dataFolder, switches: CAMERA, size: { width: 1440, height: 900 } });
  const desk = new ClaimFilesPage(page);
  const { words } = desk;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();
  await expect(desk.files).toContainText(words.none);

  await test.step('take it', async () => {
    await desk.press(words.takePhoto);
    const take = desk.camera.getByRole('button', { name: words.camera.take });
    await expect(take).toBeEnabled(SLOW);
    await take.click();
    await expect(desk.camera.getByRole('img', { name: words.camera.taken })).toBeVisible();
    await desk.press(words.camera.again, desk.camera);
    await take.click();
    await desk.press(words.keep, desk.camera);
    await expect(desk.camera).toContainText(words.showsNeeded);
    await desk.camera.getByRole('textbox', { name: words.shows }).fill('The leak at the pump');
    await desk.press(words.keep, desk.camera);
    await expect(desk.tile('The leak at the pump').locator('img')).toBeVisible(SLOW);
    await expect(desk.camera).toBeHidden();
    expect(await page.locator('video').count()).toBe(0);
    expect(await keptFiles(dataFolder)).toHaveLength(1);
  });

  await test.step('look at it, larger and smaller', async () => {
    await desk.tile('The leak at the pump').click();
    const viewer = desk.viewer('The leak at the pump');
    const image = viewer.getByRole('img', { name: 'The leak at the pump' });
    await expect(image).toBeVisible(SLOW);
    const before = (await image.boundingBox())?.width ?? 0;
    await desk.press(words.viewer.larger, viewer);
    await expect.poll(async () => (await image.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.2);
    await expect(viewer.getByRole('button', { name: words.viewer.save })).toBeHidden();
    await desk.press(words.remove.open, viewer);
  });

  await test.step('remove it with the reason, and put it back', async () => {
    const form = desk.form(words.remove.title('The leak at the pump'));
    await desk.press(words.remove.remove, form);
    await expect(form).toContainText(words.remove.whyNeeded);
    await form.getByRole('textbox').fill('It shows a neighbour.');
    await desk.press(words.remove.remove, form);
    await expect(desk.tile('The leak at the pump')).toBeHidden();
    await desk.files.getByText(words.removed(1)).click();
    await expect(desk.files).toContainText(words.because('It shows a neighbour.'));
    await desk.files.getByRole('button', { name: new RegExp(`^${words.putBack}: `) }).click();
    await expect(desk.tile('The leak at the pump')).toBeVisible();
    await expect(desk.timeline).toContainText(desk.m.office.claimPage.timeline.events['attachment-put-back']);
  });
});

test('photos and files come from a drive, and can be taken out by who may', async ({ launch, newFolder }) => {
  test.setTimeout(180_000);
  const [dataFolder, drivesFolder] = [await newFolder(), await newFolder()];
  const { page } = await launch({ dataFolder, drivesFolder });
  const desk = new ClaimFilesPage(page);
  const { words } = desk;
  await hire(page, [MIKA]);
  await desk.enter(MIKA.name, MIKA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();

  await test.step('without a drive it says what to do', async () => {
    await desk.press(words.fromDrive);
    await expect(desk.drive).toContainText(words.drive.noDrive);
    await plugInStick(drivesFolder);
    await desk.press(words.drive.again, desk.drive);
  });

  await test.step('keep a photo, a PDF and a text; what only looks like a photo is refused', async () => {
    await desk.keepFromDrive('IMG_1.jpg', 'The machine');
    await desk.keepFromDrive('receipt.pdf', 'The receipt');
    await desk.keepFromDrive('note.txt', 'What the customer wrote');
    await desk.drive.getByRole('button').filter({ hasText: 'program.jpg' }).click();
    await desk.drive.getByRole('textbox', { name: words.shows }).fill('A program');
    await desk.press(words.keep, desk.drive);
    await expect(desk.drive.getByRole('alert')).toContainText(words.errors['not-shown']);
    await desk.press(words.drive.done, desk.drive);
    const files = await keptFiles(dataFolder);
    expect(files).toHaveLength(3);
    for (const file of files) expect((await readFile(file)).includes(PLACE)).toBe(false);
  });

  await test.step('look at each, one after the other', async () => {
    await desk.tile('The machine').click();
    await expect(desk.viewer('The machine').getByRole('img', { name: 'The machine' })).toBeVisible(SLOW);
    await desk.press(words.viewer.next, desk.viewer('The machine'));
    const pdf = desk.viewer('The receipt');
    await expect(pdf.getByRole('img', { name: /Receipt 42/ })).toBeVisible(SLOW);
    await desk.press(words.viewer.next, pdf);
    const text = desk.viewer('What the customer wrote');
    await expect(text).toContainText('The serial number is under the lid.');
    await expect(text.getByRole('button', { name: words.viewer.next })).toBeDisabled();
    await desk.press(words.viewer.save, text);
    await expect(text).toContainText('file-3.txt', SLOW);
    await desk.press(words.viewer.close, text);
    const [saved = ''] = await readdir(join(dataFolder, 'exports'));
    expect(await readFile(join(dataFolder, 'exports', saved), 'utf8')).toContain('under the lid');
  });

  await test.step('a damaged file and a missing one are said so', async () => {
    const files = await keptFiles(dataFolder);
    for (const file of files) {
      const isText = (await readFile(file, 'utf8')).startsWith('The serial');
      await (isText ? rm(file) : writeFile(file, 'something else'));
    }
    await desk.button(desk.m.office.claimPage.toBoard).click();
    await desk.card(number).click();
    await expect(desk.files).toContainText(words.states.missing);
    await expect(desk.files).toContainText(words.states.altered);
    await desk.tile('The machine').click();
    await expect(desk.viewer('The machine').getByRole('alert')).toContainText(words.errors['file-damaged']);
  });
});

test('the camera is for who is signed in and asked for it, and nobody gets a microphone', async ({
  launch,
}) => {
  const { page } = await launch({ switches: CAMERA });
  const desk = new ClaimFilesPage(page);
  await hire(page, [MIKA]);
  const refused = ['NotAllowedError', 'NotAllowedError', 'NotAllowedError'];
  expect(await askForDevices(page)).toEqual(refused);
  await desk.enter(MIKA.name, MIKA.pin);
  await takeClaim(page);
  const claimId = await onlyClaim(page);
  expect(await askForDevices(page)).toEqual(refused);
  expect(await callBridge(page, 'attachment:camera', { claimId })).toEqual({ ok: true, value: null });
  expect(await askForDevices(page)).toEqual(['given', 'NotAllowedError', 'NotAllowedError']);
  await callBridge(page, 'staff:sign-out', null);
  expect(await askForDevices(page)).toEqual(refused);
});

test('a clerk takes nothing out, and no call opens what it did not list', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const { page, dataFolder } = await launch();
  const desk = new ClaimFilesPage(page);
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  await takeClaim(page);
  const claimId = await onlyClaim(page);
  const picture = new TextEncoder().encode('no picture at all');
  const tried = await page.evaluate(
    async ([id, bytes]) => {
      const call = (channel: string, input: unknown) =>
        window.inYourWords.call(channel as never, input as never) as Promise<{ error?: { code: string } }>;
      const answers = [
        await call('attachment:save', { claimId: id, seq: 1, placeId: 'kiosk' }),
        await call('attachment:keep-photo', { claimId: id, picture: new Uint8Array(bytes), shows: 'x' }),
        await call('attachment:keep-photo', { claimId: id, picture: 'bytes', shows: 'x' }),
        await call('attachment:keep-from-drive', { claimId: id, fileId: '/etc/passwd', shows: 'x' }),
        await call('attachment:keep-from-drive', { claimId: id, fileId: id, shows: 'x' }),
        await call('attachment:look', { claimId: id, seq: 1 }),
      ];
      return answers.map(({ error }) => error?.code);
    },
    [claimId, [...picture]] as const,
  );
  expect(tried).toEqual([
    ...['not-allowed', 'not-shown', 'invalid-input', 'invalid-input', 'drive-gone', 'not-found'],
  ]);
  await expect(readdir(join(dataFolder, 'files'))).rejects.toThrow('ENOENT');
});
