import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKiosk, writeShopSettings } from '../demo/kiosk.mjs';
import { tellStory, WORDS } from '../demo/story.mjs';
import { readJson } from '../lib/cache.mjs';
import { runScript, say } from '../lib/log.mjs';

// `node take.mjs STORE FOLDER` takes the pictures into FOLDER; STORE is the demo store's data folder.
const [store, folder] = process.argv.slice(2);
/** Wide enough for a README. */
const HALF = 1 / 2;
const TWO_THIRDS = 2 / 3;
const DESK = { width: 1440, height: 900 };

await runScript(async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'in-your-words-pictures-'));
  try {
    await writeShopSettings(dataFolder);
    await withKiosk({ dataFolder }, async (kiosk) => {
      await writeFile(fileOf('ticket'), await readFile(await ticket(kiosk, dataFolder)));
      await save('words', HALF, await wordsScreen(kiosk));
    });
    await withKiosk({ dataFolder: store, screen: DESK }, async (kiosk) => {
      await save('board', TWO_THIRDS, await board(kiosk));
    });
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});

async function withKiosk(options, act) {
  const kiosk = await startKiosk({ app: path.resolve(import.meta.dirname, '../..'), ...options });
  try {
    await act(kiosk);
  } finally {
    await kiosk.close();
  }
}

/** The words screen as a customer leaves it who writes with a finger. */
async function wordsScreen({ page }) {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('textbox', { name: 'Your words', exact: true }).fill(WORDS);
  return photograph(page);
}

/** The slip as it was drawn, every dot of its paper. */
async function ticket(kiosk, dataFolder) {
  const screens = path.join(dataFolder, 'screens');
  await mkdir(screens);
  const number = await tellStory(kiosk, { screens, quick: true });
  return path.join(dataFolder, 'slips', `${number}.png`);
}

/** What somebody of the demo store sees who has just signed in and looks at everyone's claims. */
async function board({ page }) {
  const { people } = await readJson(path.join(store, 'demo-store.json'));
  const { name, pin } = people[0];
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
  await page.keyboard.type(pin);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Promises', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Everyone', exact: true }).click();
  await page.getByRole('region', { name: /^Broken [1-9]/ }).waitFor();
  return photograph(page);
}

async function photograph(page) {
  await page.evaluate(() => globalThis.document.fonts.ready);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Writes a picture at a part of its size. */
async function save(name, scale, bytes) {
  const picture = await loadImage(bytes);
  const canvas = createCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  await writeFile(fileOf(name), canvas.toBuffer('image/png'));
}

function fileOf(name) {
  const file = path.join(folder, `${name}.png`);
  say(`  ${file}`);
  return file;
}
