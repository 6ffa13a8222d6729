import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf } from './kept.ts';
import { hire, MIKA, SANNA, type Person } from './office.ts';
import { KnownIssues } from './pages/known-issues.ts';
import { ESPRESSO, onlyWords, type Story } from './stories.ts';

const run = promisify(execFile);

const OUTI: Person = { name: 'Outi', role: 'supervisor', locale: 'en', pin: '503816' };
const TITLE = 'Lumo 3 leaks when hot';
const LEAKS: Story = {
  ...ESPRESSO,
  statement:
    '=1+1 is not what I came for. My espresso machine leaks from the bottom when it heats up, ' +
    'and I, Pekka Virtanen, said so on 040 555 0199.',
  item: { name: 'Espresso machine, Lumo 3', serial: 'SN-44-90' },
  contact: { name: 'Pekka Virtanen', phone: '040 555 0199', email: 'pekka@example.org', way: 'phone' },
};
const SIZE = { width: 1440, height: 900 };

test('a clerk sees that claims are alike, starts a known issue, and the next slip of each claim says so', async ({
  launch,
}) => {
  const { page } = await launch({ size: SIZE });
  const office = new KnownIssues(page);
  const { onClaim, lines } = office.words;
  await hire(page, [MIKA, SANNA]);
  await takeClaim(page);
  const second = await takeClaim(page, LEAKS);
  await office.enter(SANNA.name, SANNA.pin);
  await office.card(second).click();
  await expect(office.onClaim).toContainText(onClaim.none);
  await expect(async () => {
    // The index takes the claims in by itself, a moment after they were taken.
    await office.onClaim.getByRole('button', { name: onClaim.start, exact: true }).click();
    const cancel = office.startForm.getByRole('button', { name: office.m.office.cancel, exact: true });
    await expect(office.startForm).toBeVisible();
    const offered = await office.startForm.getByRole('checkbox').count();
    await cancel.click();
    await office.button(office.m.office.claimPage.toBoard).click();
    await office.card(second).click();
    expect(offered).toBe(1);
  }).toPass();
  await office.start(TITLE, [/espresso machine/]);
  await expect(office.onClaim).toContainText(TITLE);
  await expect(office.expectations).toContainText(lines.suspected);

  const third = await takeClaim(page, {
    ...ESPRESSO,
    statement: 'The espresso machine leaks at the bottom, every time it heats up.',
  });
  await office.button(office.m.office.claimPage.toBoard).click();
  await expect(async () => {
    await office.card(third).click();
    const offered = office.onClaim.getByRole('button', { name: onClaim.joinOne(TITLE), exact: true });
    try {
      await expect(office.onClaim).toContainText(onClaim.similar(2), { timeout: 1_000 });
    } finally {
      if (!(await offered.isVisible())) await office.button(office.m.office.claimPage.toBoard).click();
    }
  }).toPass();
  await office.onClaim.getByRole('button', { name: onClaim.joinOne(TITLE), exact: true }).click();
  await expect(office.expectations).toContainText(lines.suspected);
  await expect(office.timeline).toContainText(
    office.m.office.claimPage.timeline.events['known-issue-joined'],
  );
  await office.onClaim.getByRole('button', { name: onClaim.leaveOne(TITLE), exact: true }).click();
  await expect(office.onClaim.getByRole('status')).toHaveText(onClaim.left(TITLE));
  await office.onClaim.getByRole('button', { name: onClaim.undo, exact: true }).click();
  await expect(office.onClaim).toContainText(onClaim.joined);

  await office.onClaim.getByRole('button', { name: TITLE, exact: true }).click();
  await expect(office.heading(TITLE)).toBeVisible();
  await expect(office.claims).toContainText(office.words.claims(3));
  await office.claims.getByRole('button', { name: office.words.joined.open(second) }).click();
  await expect(office.heading(second)).toBeVisible();
  await office.onClaim.getByRole('button', { name: TITLE, exact: true }).click();
  await office.button(office.m.office.escalation.toClaim).click();
  await expect(office.heading(second)).toBeVisible();

  await office.screen('known-issues').click();
  await expect(office.issue(TITLE)).toContainText(office.words.claims(3));
});

test('what only a supervisor may say or take out is refused to a clerk, and on record', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const dataFolder = await newFolder();
  const { page } = await launch({ dataFolder, size: SIZE });
  const office = new KnownIssues(page);
  await hire(page, [MIKA, SANNA]);
  const number = await takeClaim(page);
  await office.enter(SANNA.name, SANNA.pin);
  await office.card(number).click();
  await office.start(TITLE);
  await expect(office.onClaim).toContainText(TITLE);
  await office.openIssue(TITLE);
  await expect(office.button(office.words.change.title)).toBeHidden();
  await expect(office.pack).toContainText(office.words.pack.supervisors);

  const listed = await callBridge(page, 'known-issue:list', { closed: false, after: null });
  const issue = listed.ok ? listed.value.rows[0] : undefined;
  if (!issue) throw new Error('the issue is not on the list');
  const line = { kind: 'try', texts: { en: 'All is well.', ar: 'كل شيء بخير.' } } as const;
  const { id: issueId, title, items } = issue;
  const forbidden = [
    await callBridge(page, 'known-issue:change', {
      ...{ issueId, title, items, line },
      ...{ description: '', state: 'fixed' },
    }),
    await callBridge(page, 'known-issue:pack', {
      ...{ issueId, placeId: 'kiosk', locale: 'en' },
      ...{ format: 'csv', paper: 'a4' },
    }),
  ];
  for (const answer of forbidden) expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  const refused = auditOf(dataFolder).filter(({ event }) => event === 'refused');
  expect(refused.map(({ subject }) => subject)).toEqual(['known-issues', 'export']);
  const after = await callBridge(page, 'known-issue:view', { issueId });
  expect(after).toMatchObject({ ok: true, value: { state: 'suspected' } });
});

test('a supervisor says what was found, sees whom to tell, and takes the evidence out without names', async ({
  launch,
  newFolder,
}) => {
  const dataFolder = await newFolder();
  const { page } = await launch({ dataFolder, size: SIZE });
  const office = new KnownIssues(page);
  const { tell, lines, pack } = office.words;
  await hire(page, [MIKA, OUTI]);
  const arabic = await takeClaim(page, onlyWords('الآلة تسرّب الماء من الأسفل كلما سخنت'), 'ar');
  const number = await takeClaim(page, LEAKS);
  await office.enter(OUTI.name, OUTI.pin);
  await office.card(number).click();
  await office.start(TITLE);
  await expect(office.onClaim).toContainText(TITLE);
  const listed = await callBridge(page, 'known-issue:list', { closed: false, after: null });
  const issueId = listed.ok ? listed.value.rows[0]?.id : undefined;
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const cards = board.ok ? board.value.lanes.flatMap((lane) => lane.cards) : [];
  const other = cards.find((card) => card.number === arabic.replaceAll(' ', '-'));
  if (!issueId || !other) throw new Error('the claims are not there');
  await callBridge(page, 'known-issue:join', { claimId: other.claimId, issueId });

  await office.openIssue(TITLE);
  await expect(office.claims).toContainText('الآلة تسرّب');
  await office.say('cause-found');
  await expect(office.dialog.getByText(tell.left(1), { exact: true })).toBeVisible();
  await expect(office.customers).toContainText('Pekka Virtanen');
  await office.customers.getByRole('button', { name: tell.tick('Pekka Virtanen'), exact: true }).click();
  await office.customers.getByRole('button', { name: tell.ways.phone, exact: true }).click();
  await expect(office.dialog.getByText(tell.left(1), { exact: true })).toBeHidden();
  await office.customers.getByRole('button', { name: tell.toldOnes, exact: true }).click();
  await expect(office.customers).toContainText(/told by phone, by Outi/);

  const make = office.pack.getByRole('button', { name: pack.make, exact: true });
  await make.click();
  await expect(office.pack.getByRole('status')).toContainText('.pdf', { timeout: 30_000 });
  await office.pack.getByRole('combobox', { name: pack.format, exact: true }).selectOption('csv');
  await make.click();
  await expect(office.pack.getByRole('status')).toContainText('.csv');
  const day = new Date().toISOString().slice(0, 10);
  const file = join(dataFolder, 'exports', `Evidence-Lumo-3-leaks-when-hot-${day}`);
  const table = await readFile(`${file}.csv`, 'utf8');
  const { stdout: paper } = await run('pdftotext', ['-layout', `${file}.pdf`, '-']);
  expect(table.startsWith('\uFEFF')).toBe(true);
  expect(table).toContain('"\'=1+1 is not what I came for.');
  for (const text of [table, paper.replaceAll(/\s+/g, ' ')]) {
    expect(text).toContain('said so on […].');
    expect(text).toContain('SN-44-90');
    expect(text).toContain('Descaling, twice');
    expect(text).not.toMatch(/Pekka|Virtanen|0199|example\.org|Outi/);
  }
  expect(table).toContain('الآلة تسرّب الماء من الأسفل كلما سخنت');
  expect(paper).toContain(TITLE);
  const packed = auditOf(dataFolder).filter(({ event }) => event === 'known-issue-packed');
  expect(packed.map(({ subject }) => subject)).toEqual([`${issueId} pdf 2`, `${issueId} csv 2`]);

  await office.claims.getByRole('button', { name: office.words.joined.open(arabic), exact: true }).click();
  await expect(office.expectations).toContainText('لقد عُرف سبب هذا العطل.');
  await expect(office.expectations).not.toContainText(lines.suspected);
  await office.button(office.words.backToIssue).click();
  await expect(office.heading(TITLE)).toBeVisible();
});
