import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf } from './kept.ts';
import { hire, MIKA } from './office.ts';
import { officeLook } from './office-look.ts';
import { PrivacyPage } from './pages/privacy.ts';
import { ESPRESSO, SHORT_STORY } from './stories.ts';

const TARJA = { name: 'Tarja', role: 'supervisor', locale: 'en', pin: '718293' } as const;
/** Words that are nowhere else, each in a field of its own. */
const STORY = {
  ...ESPRESSO,
  statement: 'It hissed Quarkleberry at me, 水が漏れた.',
} as typeof ESPRESSO;
const RECEIPT = 'Paid in full by Wibblethorpe, 900.';

/** Returns whether a file of the data folder has the words in it; Electron's own files are not looked at. */
function isAnywhere(dataFolder: string, words: string): boolean {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${join(dataFolder, 'electron')}/`) && !path.includes('/backups/'))
    .some((path) =>
      (['utf8', 'utf16le'] as const).some((as) => readFileSync(path).includes(Buffer.from(words, as))),
    );
}

/** Returns a claim's id by the board. */
async function idOf(page: Page, number: string): Promise<ClaimId> {
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const cards = board.ok ? board.value.lanes.flatMap((lane) => lane.cards) : [];
  const claimId = cards.find((card) => card.number === number.replaceAll(' ', '-'))?.claimId;
  if (!claimId) throw new Error('the claim is not on the board');
  return claimId;
}

/** Keeps the receipt that lies on the drive with a claim. */
async function keepReceipt(page: Page, number: string): Promise<void> {
  const drives = await callBridge(page, 'attachment:drives', null);
  const driveId = drives.ok ? drives.value[0]?.id : undefined;
  const listed = await callBridge(page, 'attachment:drive-files', { driveId: driveId ?? '' });
  const fileId = listed.ok ? listed.value.files[0]?.id : undefined;
  const claimId = await idOf(page, number);
  const given = { claimId, fileId: fileId ?? '', shows: 'What they paid' };
  expect(await callBridge(page, 'attachment:keep-from-drive', given)).toMatchObject({ ok: true });
}

/** Closes a claim that is on the board, as its customer said so. */
async function closeAsAgreed(page: Page, number: string): Promise<void> {
  const claimId = await idOf(page, number);
  const ending = { kind: 'accepted', how: 'counter', at: Date.now() as Instant } as const;
  expect(await callBridge(page, 'claim:close', { claimId, ending, feeling: null })).toMatchObject({
    ok: true,
  });
}

for (const locale of LOCALES) {
  test(`an admin takes out what is held, and erases it: ${locale}`, async ({ launch, newFolder }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'privacy');
    const [dataFolder, drives] = [await newFolder(), await newFolder()];
    mkdirSync(join(drives, 'STICK'));
    writeFileSync(join(drives, 'STICK', 'receipt.txt'), RECEIPT);
    const kiosk = await launch({ dataFolder, locale, drivesFolder: drives });
    const { page } = kiosk;
    const mika = { ...MIKA, locale };
    await hire(page, [mika, TARJA]);
    const number = await takeClaim(page, STORY, locale);
    const other = await takeClaim(page, SHORT_STORY, locale);
    const desk = new PrivacyPage(page, locale);
    const words = desk.m.office.privacy;
    const toBoard = desk.button(desk.m.office.claimPage.toBoard);
    await desk.enter(mika.name, mika.pin);
    await desk.open(number);
    await keepReceipt(page, number);
    await closeAsAgreed(page, number);
    await desk.button(words.look).click();
    await expect(desk.privacy).toContainText(words.held);
    await expect(desk.privacy).toContainText(words.kinds.files);
    await desk.privacy.evaluate((section) => section.scrollIntoView({ block: 'start' }));
    await look(kiosk, { name: 'held', main: null });

    await desk.button(words.take.save).click();
    await expect(desk.privacy).toContainText('everything-held.pdf');
    await desk.privacy.getByLabel(words.take.format).selectOption('json');
    await desk.button(words.take.save).click();
    await expect(desk.privacy).toContainText('everything-held.json');
    const exported = readdirSync(join(dataFolder, 'exports'));
    // Each list has the receipt beside it.
    expect(exported).toHaveLength(4);
    const receipts = exported.filter((name) => name.endsWith('.txt'));
    for (const name of receipts)
      expect(readFileSync(join(dataFolder, 'exports', name), 'utf8')).toBe(RECEIPT);
    expect(receipts).toHaveLength(2);
    const json = exported.find((name) => name.endsWith('.json')) ?? '';
    const held = readFileSync(join(dataFolder, 'exports', json), 'utf8');
    for (const word of ['Quarkleberry', 'What they paid', receipts[1] ?? '-']) expect(held).toContain(word);
    expect(isAnywhere(dataFolder, 'Quarkleberry')).toBe(true);

    await desk.button(words.erase.start).click();
    await expect(desk.dialog).toContainText(words.erase.ask(1));
    await look(kiosk, { name: 'erase', main: desk.button(desk.m.office.cancel) });
    await desk.confirm(mika.pin, words.erase.action);
    await expect(page.getByText(words.gone.note)).toBeVisible({ timeout: 20_000 });
    await look(kiosk, { name: 'erased', main: toBoard });
    expect(isAnywhere(dataFolder, 'Quarkleberry')).toBe(false);
    expect(isAnywhere(dataFolder, '水が漏れた')).toBe(false);
    expect(isAnywhere(dataFolder, RECEIPT)).toBe(false);
    const list = readFileSync(join(dataFolder, 'erased.json'), 'utf8');
    expect(list).toMatch(/^\[\{"claimId":"[0-9a-f-]{36}","at":\d+\}\]$/);
    expect(readdirSync(join(dataFolder, 'exports'))).toEqual([]);
    expect(auditOf(dataFolder).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['person-exported', 'person-erased']),
    );
    await toBoard.click();
    await desk.open(other);
    await expect(page.getByText(SHORT_STORY.statement)).toBeVisible();
    expect(found).toEqual([]);
  });
}

test('a supervisor sees nothing of it, and a straight call is refused and on record', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const { page, dataFolder } = await launch();
  await hire(page, [MIKA, TARJA]);
  const number = await takeClaim(page, STORY);
  const desk = new PrivacyPage(page, 'en');
  await desk.enter(TARJA.name, TARJA.pin);
  await desk.open(number);
  await expect(desk.privacy).toHaveCount(0);
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const claimId = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0]?.claimId : undefined;
  if (!claimId) throw new Error('no claim');
  for (const answer of [
    await callBridge(page, 'privacy:held', { claimId }),
    await callBridge(page, 'privacy:erase', { claimIds: [claimId] }),
  ]) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  }
  expect(auditOf(dataFolder).filter(({ event }) => event === 'refused')).toHaveLength(2);
});
