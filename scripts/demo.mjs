import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readClaim } from './demo/claim.mjs';
import { startKiosk, writeShopSettings } from './demo/kiosk.mjs';
import { tellStory } from './demo/story.mjs';
import { exists, writeJson } from './lib/cache.mjs';
import { SetUpError, runScript, say, seconds } from './lib/log.mjs';
import { ROOT, inRoot } from './lib/paths.mjs';

const USAGE = 'npm start -- --demo [--out=FOLDER] [--quick]';

/**
 * `npm start -- --demo`: the real app takes one claim by itself, so that a person can see what it does and hold the
 * result. It leaves the ticket, a picture of every screen and the claim as it was kept, and prints their paths.
 */
await runScript(async () => {
  const { out, quick, app } = readArguments();
  const started = Date.now();
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'in-your-words-demo-'));
  try {
    await writeShopSettings(dataFolder);
    const screens = await emptyFolder(path.join(out, 'screens'));
    say('A customer walks up with an espresso machine …');
    const kiosk = await startKiosk({ app, dataFolder });
    const number = await tellStory(kiosk, { screens, quick }).finally(() => kiosk.close());

    const ticket = path.join(out, 'ticket.png');
    await copyFile(await pictureOf(dataFolder, number), ticket);
    const claim = path.join(out, 'claim.json');
    await writeJson(claim, readClaim(dataFolder, number));
    say(`${number} was taken, kept and drawn in ${seconds(Date.now() - started)}. Look at:`);
    process.stdout.write(`${[ticket, screens, claim].join('\n')}\n`);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});

function readArguments() {
  const options = {
    out: { type: 'string', default: inRoot('demo') },
    // For tests: no pauses for the eye.
    quick: { type: 'boolean', default: false },
    // For tests: another build of the app than the checkout's.
    app: { type: 'string', default: ROOT },
  };
  try {
    const { values } = parseArgs({ options });
    return { ...values, out: path.resolve(values.out) };
  } catch (error) {
    throw new SetUpError(`${error.message}\n  ${USAGE}`, { cause: error });
  }
}

async function emptyFolder(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Pictures of customers' words belong in no commit, wherever the folder is.
  await writeFile(path.join(folder, '.gitignore'), '*\n');
  return folder;
}

async function pictureOf(dataFolder, number) {
  const picture = path.join(dataFolder, 'slips', `${number}.png`);
  if (!(await exists(picture)))
    throw new SetUpError('the app took the claim but drew no ticket; please report it.');
  return picture;
}
