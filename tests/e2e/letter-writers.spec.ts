import type { Page } from '@playwright/test';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import {
  LETTER_SECTIONS,
  type Escalation,
  type LetterProse,
  type LetterVersion,
} from '../../src-main/domain/escalation.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA, type Person } from './office.ts';
import { Desk } from './pages/desk.ts';
import { ESPRESSO } from './stories.ts';

const ORGANISATION = 'Aroma Machines Ltd';
const MIKAS = 'Mika’s closing: we wait for you until Friday.';
const SANNAS = 'Sanna’s closing.\n\nKind regards,';
const MIKAS_OPENING = 'Dear Ms Fischer, it is us again.';
/** Pages are made one after the other, which takes a while on a busy machine. */
const SLOW = { timeout: 40_000 };

async function signIn(page: Page, { name, pin }: Person): Promise<void> {
  const door = await callBridge(page, 'staff:door', null);
  const id = door.ok ? door.value.people.find((each) => each.name === name)?.id : undefined;
  if (id === undefined) throw new Error(`${name} does not work here`);
  expect(await callBridge(page, 'staff:sign-in', { id, pin })).toMatchObject({ ok: true });
}

async function onlyLetter(page: Page, claimId: ClaimId): Promise<Escalation> {
  const answer = await callBridge(page, 'escalation:of-claim', { claimId });
  const [letter] = answer.ok ? answer.value : [];
  if (!letter) throw new Error('there is no letter');
  return letter;
}

/** Returns what staff wrote in each section of a version. */
function proseIn({ letter }: LetterVersion): LetterProse {
  const kept = new Map(letter.sections.map(({ name, prose }) => [name, prose]));
  return Object.fromEntries(LETTER_SECTIONS.map((name) => [name, kept.get(name) ?? ''])) as LetterProse;
}

/** Keeps a version of the letter as Mika, while the screen is Sanna's, who goes on afterwards. */
async function writeAsMika(page: Page, claimId: ClaimId, prose: Partial<LetterProse>): Promise<void> {
  await signIn(page, MIKA);
  const { id, versions, newest } = await onlyLetter(page, claimId);
  const { to, asked, due, similar } = newest;
  const wanted = { to, asked, due, similar };
  const written = await callBridge(page, 'escalation:write', {
    ...{ claimId, escalationId: id, version: versions, wanted },
    prose: { ...proseIn(newest), ...prose },
  });
  expect(written).toMatchObject({ ok: true });
  await signIn(page, SANNA);
}

async function proseOf(page: Page, claimId: ClaimId, name: keyof LetterProse): Promise<string> {
  return proseIn((await onlyLetter(page, claimId)).newest)[name];
}

/** Opens the page of a letter that Sanna drafted. */
async function openLetter(page: Page, desk: Desk): Promise<ClaimId> {
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page, ESPRESSO);
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const claimId = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0]?.claimId : undefined;
  if (claimId === undefined) throw new Error('there is no claim');
  const drafted = await callBridge(page, 'escalation:draft', {
    ...{ claimId, locale: 'en' },
    wanted: {
      ...{ to: { name: '', organisation: ORGANISATION, address: '' }, asked: 'Replace it.', similar: [] },
      due: (Date.now() + 14 * 86_400_000) as Instant,
    },
  });
  expect(drafted).toMatchObject({ ok: true });
  await desk.card(number).click();
  await desk.button(desk.m.office.escalation.openTo(ORGANISATION)).click();
  await expect(desk.section(desk.m.office.escalation.edit)).toBeVisible();
  return claimId;
}

test('of two who write one letter nobody loses a word', async ({ launch, newFolder }) => {
  test.setTimeout(120_000);
  const { page } = await launch({ dataFolder: await newFolder(), size: { width: 1440, height: 900 } });
  const desk = new Desk(page);
  const words = desk.m.office.escalation;
  const { writers } = words;
  const claimId = await openLetter(page, desk);
  const closing = desk.field(words.sections.closing);
  const opening = desk.field(words.sections.opening);
  const bar = desk.form(writers.title);

  await test.step('what Mika keeps meanwhile is told, beside what Sanna types', async () => {
    await closing.fill(SANNAS);
    await writeAsMika(page, claimId, { closing: MIKAS, opening: MIKAS_OPENING });
    await expect(bar).toContainText('Mika changed this letter at');
    await expect(closing).toHaveValue(SANNAS);
    await expect(desk.form(writers.wrote('Mika'))).toContainText(MIKAS);
    await expect(opening).toHaveValue(MIKAS_OPENING);
    await expect(desk.button(words.keep)).toBeDisabled();
  });

  await test.step('theirs can be taken, and hers put back', async () => {
    await bar.getByRole('button', { name: writers.takeTheirs }).click();
    await expect(closing).toHaveValue(MIKAS);
    await bar.getByRole('button', { name: writers.putBack }).click();
    await expect(closing).toHaveValue(SANNAS);
    await expect(bar).toBeHidden();
  });

  await test.step('hers can be kept; what she did not touch stays Mika’s', async () => {
    await writeAsMika(page, claimId, { closing: `${MIKAS} Truly.` });
    await bar.getByRole('button', { name: writers.keepMine }).click();
    await expect(desk.dialog.getByText(words.version(4))).toBeVisible();
    await expect(bar).toBeHidden();
    expect(await proseOf(page, claimId, 'closing')).toBe(SANNAS);
    expect(await proseOf(page, claimId, 'opening')).toBe(MIKAS_OPENING);
  });

  await test.step('main refuses what was written on an older version, and a version that was not seen', async () => {
    const { id, newest } = await onlyLetter(page, claimId);
    const older = { claimId, escalationId: id, version: 3 };
    const { to, asked, due, similar } = newest;
    const prose = proseIn(newest);
    const wanted = { to, asked, due, similar };
    const refused = { ok: false, error: { code: 'newer-version', detail: '4' } };
    expect(await callBridge(page, 'escalation:write', { ...older, wanted, prose })).toMatchObject(refused);
    expect(await callBridge(page, 'escalation:send', { ...older, how: 'post' })).toMatchObject(refused);
  });

  await test.step('a letter that was sent meanwhile leaves what she typed in sight', async () => {
    await closing.fill('One more thing.');
    const { id, versions } = await onlyLetter(page, claimId);
    const sent = { claimId, escalationId: id, version: versions, how: 'post' } as const;
    expect(await callBridge(page, 'escalation:send', sent)).toMatchObject({ ok: true });
    await expect(desk.section(writers.unkept)).toContainText('One more thing.');
  });
});

test('a page of a letter is read large, by keys alone', async ({ launch, newFolder }) => {
  test.setTimeout(120_000);
  const { page } = await launch({ dataFolder: await newFolder(), size: { width: 1440, height: 900 } });
  const desk = new Desk(page);
  const words = desk.m.office.escalation;
  const { viewer } = desk.m.office.files;
  await openLetter(page, desk);
  const open = desk.button(words.largePage(1));
  await expect(open).toBeVisible(SLOW);
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: words.whose.letter, exact: true });
  const view = dialog.getByRole('group', { name: words.pages, exact: true });
  const image = dialog.getByRole('img').first();
  await expect(view).toBeFocused();
  const width = async (): Promise<number> => (await image.boundingBox())?.width ?? 0;
  const wide = await width();
  expect(wide).toBeGreaterThan(1_000);
  const top = (): Promise<number> => view.evaluate((element) => element.scrollTop);
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(100);
  await dialog.getByRole('button', { name: viewer.larger }).press('Enter');
  await expect.poll(width).toBeGreaterThan(wide * 1.3);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});
