import type { Page } from '@playwright/test';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { readPdf } from './pdf-reader.ts';
import { ESPRESSO, onlyWords } from './stories.ts';

const HOSTILE = '<script>alert(1)</script></blockquote>&amp;<b>not bold</b> {{7*7}} \'"';
const ARABIC = 'الماكينة تسرّب الماء كل صباح، ولا أحد يجيب.';
const JAPANESE = 'エスプレッソマシンから水が漏れます。直してください。';
const LETTER_WORDS = [
  ...['Aroma Machines Ltd', '1 Long Secret Lane', 'It leaks at the pump when it is hot.', 'Descaling, twice'],
  ...['We gave it back untested.', 'no charge', 'A loaner for two weeks', '€15.00'],
  ...['Pressure test of the pump', 'Replace the machine, or pay for the new pump.'],
];
/** Pages are made one after the other, each in a window of its own, which takes a while on a busy machine. */
const SLOW = { timeout: 40_000 };
const PLACES = /[\s\u00a0]+/gu;

/** Returns the claim that was taken last. */
async function newestClaim(page: Page): Promise<ClaimId> {
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const cards = board.ok ? board.value.lanes.flatMap((lane) => lane.cards) : [];
  const newest = cards.toSorted((one, two) => two.running - one.running)[0];
  if (!newest) throw new Error('there is no claim');
  return newest.claimId;
}

/** Does what a shop does before it asks somebody else. */
async function workOn(page: Page, claimId: ClaimId): Promise<void> {
  const done = [
    await callBridge(page, 'claim:understand', { claimId, text: 'It leaks at the pump when it is hot.' }),
    await callBridge(page, 'claim:answer-understanding', {
      ...{ claimId, version: 1 },
      ...({ answer: 'confirmed', how: 'counter' } as const),
    }),
    await callBridge(page, 'claim:note', { claimId, kind: 'apology', text: 'We gave it back untested.' }),
    await callBridge(page, 'claim:research', { claimId, minutes: 45, what: '' }),
    await callBridge(page, 'claim:goodwill', {
      ...{ claimId, what: 'A loaner for two weeks', minor: 1_500, reason: 'Two visits' },
      ...({ kind: 'gift', decision: 'given', approval: null } as const),
    }),
    await callBridge(page, 'claim:propose-attempt', {
      ...{ claimId, description: 'Pressure test of the pump', serial: '', reason: null },
    }),
  ];
  expect(done.filter(({ ok }) => !ok)).toEqual([]);
}

/** A text without blanks: a line break on paper is one in no other text. */
function dense(text: string): string {
  return text.replaceAll(PLACES, '').normalize('NFKC');
}

test('a letter is drafted, edited, looked at, taken out, sent and answered', async ({
  launch,
  newFolder,
}) => {
  test.setTimeout(180_000);
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder, size: { width: 1440, height: 900 } });
  const { page } = kiosk;
  const desk = new Desk(page);
  const words = desk.m.office.escalation;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const other = await takeClaim(page, {
    ...onlyWords('My espresso machine leaks too. Call me, Aino Virta, at 040 123 4567 or aino@example.org.'),
    contact: { ...ESPRESSO.contact, name: 'Aino Virta' },
  });
  const statement = `${ESPRESSO.statement}\n\n${HOSTILE}\n${ARABIC}\n${JAPANESE}`;
  const number = await takeClaim(page, { ...ESPRESSO, statement });
  await workOn(page, await newestClaim(page));
  await desk.card(number).click();
  await expect(desk.heading(number)).toBeVisible();

  await test.step('draft it', async () => {
    await desk.section(words.title).getByRole('button', { name: words.write }).click();
    await desk.button(words.make).click();
    await expect(desk.section(words.details)).toContainText(words.toNeeded);
    await desk.field(words.organisation).fill('Aroma Machines Ltd');
    await desk.field(words.name).fill('Ms Fischer');
    await desk.field(words.address).fill('1 Long Secret Lane\n00100 Helsinki');
    await desk.field(words.asked).fill('Replace the machine, or pay for the new pump.');
    await desk.dialog.getByRole('checkbox', { name: new RegExp(other) }).check();
    await desk.button(words.make).click();
    await expect(desk.section(words.edit)).toBeVisible();
  });

  await test.step('edit what is around the records; the records have no field', async () => {
    await desk.field(words.sections.closing).fill('We wait for you.\n\nKind regards,');
    await expect(desk.button(words.send)).toBeDisabled();
    await desk.button(words.keep).click();
    await expect(desk.dialog.getByText(words.version(2))).toBeVisible();
    const fields = desk.section(words.edit).getByRole('textbox');
    for (const field of await fields.all()) expect(await field.inputValue()).not.toContain(HOSTILE);
    await expect(desk.section(words.edit)).toContainText(HOSTILE);
  });

  await test.step('see its pages', async () => {
    const images = desk.section(words.pages).getByRole('img');
    await expect(images.first()).toBeVisible(SLOW);
    await expect(images.first()).toHaveAttribute('alt', /Aroma Machines Ltd/);
    expect(await kiosk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  await test.step('take it out, and the customer’s copy', async () => {
    const pages = desk.section(words.pages);
    const save = pages.getByRole('button', { name: words.save });
    await save.click();
    await expect(pages).toContainText('letter.pdf', SLOW);
    await pages.getByRole('combobox', { name: words.paper }).selectOption('letter');
    await pages.getByRole('combobox', { name: words.which }).selectOption('copy');
    await save.click();
    await expect(pages).toContainText('letter-copy.pdf', SLOW);
  });

  await test.step('what was taken out says it all, on its paper', async () => {
    const folder = join(dataFolder, 'exports');
    const names = (await readdir(folder)).sort();
    expect(names.map((name) => name.replace(/^HEL-\d+-.-/, ''))).toEqual(['letter-copy.pdf', 'letter.pdf']);
    const [copyName = '', letterName = ''] = names;
    const letter = await readPdf(join(folder, letterName));
    // 210 × 297 mm, to a dot of the screen.
    expect(Math.abs(letter.width - 595.3) + Math.abs(letter.height - 841.9)).toBeLessThan(1);
    const said = dense(letter.pages.join(' '));
    for (const text of [HOSTILE, JAPANESE, ...LETTER_WORDS, 'We wait for you.']) {
      expect(said).toContain(dense(text));
    }
    expect(letter.pages[0]).toContain(`1 / ${letter.pages.length}`);
    for (const secret of ['Virta', '040 123', 'aino@example.org', ESPRESSO.contact.phone]) {
      expect(said).not.toContain(dense(secret));
    }
    expect(said).toContain(dense(other));
    const copy = await readPdf(join(folder, copyName));
    expect([copy.width, copy.height].map(Math.round)).toEqual([612, 792]);
    const copied = dense(copy.pages.join(' '));
    expect(copied).toContain(dense(desk.m.letter.copy.mark));
    expect(copied).toContain(dense(JAPANESE));
    expect(copied).not.toContain(dense('Long Secret Lane'));
    expect(copied).not.toContain(dense(other));
  });

  await test.step('send it, and keep the answer', async () => {
    await desk.button(words.send).click();
    await desk.form(words.sendTitle).getByRole('combobox').selectOption('email');
    await desk.button(words.sendIt).click();
    const steps = desk.section(words.states.sent);
    await expect(steps).toContainText(words.ways.email);
    await expect(desk.section(words.edit)).toBeHidden();
    await desk.button(words.toClaim).click();
    await expect(desk.section(words.title)).toContainText(words.states.sent);
    await expect(desk.dialog.getByText(desk.m.office.board.status['waiting-supplier']).first()).toBeVisible();
    await desk.button(words.openTo('Ms Fischer · Aroma Machines Ltd')).click();
    await desk.button(words.answer).click();
    await desk.field(words.answerText).fill('A new machine is on its way.');
    await desk.button(words.answerIt).click();
    await expect(desk.section(words.states.answered)).toContainText('A new machine is on its way.');
  });
});

test('a letter in Arabic says everything in Arabic, from right to left', async ({ launch, newFolder }) => {
  const dataFolder = await newFolder();
  const { page } = await launch({ dataFolder, locale: 'ar' });
  const desk = new Desk(page, 'ar');
  const mika = { ...MIKA, locale: 'ar' } as const;
  await hire(page, [mika]);
  await desk.enter(mika.name, mika.pin);
  await takeClaim(page, { ...ESPRESSO, statement: `${ARABIC}\n${HOSTILE}` }, 'ar');
  const claimId = await newestClaim(page);
  await workOn(page, claimId);
  const drafted = await callBridge(page, 'escalation:draft', {
    claimId,
    locale: 'ar',
    wanted: {
      to: { name: 'سارة الأحمد', organisation: 'شركة أروما', address: 'شارع البحر 4' },
      ...{ asked: 'استبدال الماكينة.', due: (Date.now() + 14 * 86_400_000) as Instant, similar: [] },
    },
  });
  if (!drafted.ok) throw new Error(drafted.error.detail);
  const asked = { claimId, escalationId: drafted.value[0]?.id ?? '', paper: 'a4', copy: false } as const;
  const saved = await callBridge(page, 'escalation:save', { ...asked, placeId: 'kiosk' });
  if (!saved.ok) throw new Error(saved.error.detail);
  const { pages } = await readPdf(join(dataFolder, 'exports', saved.value.name));
  const said = dense(pages.join(' '));
  expect(said).toContain(dense(HOSTILE));
  const latin = said.replaceAll(/[A-Za-z]+/g, '').length;
  expect(latin / said.length).toBeGreaterThan(0.6);
});

test('letters are for who is signed in, and what was sent is not written again', async ({ kiosk }) => {
  const { page } = kiosk;
  const claimId = '01890000-0000-7000-8000-000000000000' as never;
  expect(await callBridge(page, 'escalation:of-claim', { claimId })).toMatchObject({
    ok: false,
    error: { code: 'signed-out' },
  });
});
