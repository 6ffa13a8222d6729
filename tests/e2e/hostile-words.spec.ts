import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Intake } from '../../src-main/domain/intake.ts';
import { callBridge, intakeOf } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { hostileStatements, TYPED_STATEMENTS } from './hostile-words.ts';
import { countClaims, keptClaims, keptStatements } from './kept.ts';
import { begin, confirm, onlyWords } from './stories.ts';

test.use({ sharedKiosk: { prints: 'on paper' } });

const STATEMENTS = 500;
const AT_ONCE = 25;
const REFUSED = /"event":"refused"/;

test(`${STATEMENTS} hostile statements are kept code point for code point, and command no printer`, async ({
  kiosk,
  printer,
}) => {
  // Five hundred slips, most of them drawn line by line.
  test.setTimeout(300_000);
  const slipsBefore = printer.slips.length;
  const intakes = hostileStatements(STATEMENTS).map((statement, index) => hostileIntake(statement, index));
  expect(intakes).toHaveLength(STATEMENTS);
  for (let at = 0; at < intakes.length; at += AT_ONCE) {
    const refused = await submitAll(kiosk.page, intakes.slice(at, at + AT_ONCE));
    expect(refused).toEqual([]);
  }

  const kept = keptStatements(kiosk.dataFolder);
  const wrong = intakes.filter(({ requestId, statement }) => kept.get(requestId) !== statement);
  expect(wrong.map(({ statement }) => JSON.stringify(statement.slice(0, 200)))).toEqual([]);

  await printer.waitForSlip(slipsBefore + STATEMENTS, { timeoutMs: 240_000 });
  expect(printer.slips.slice(slipsBefore).filter((slip) => !slip.whole)).toEqual([]);
  expect(printer.slips.slice(slipsBefore).filter((slip) => slip.qrCodes.length !== 1)).toEqual([]);
  printer.assertClean();
  expect(printer.drawerPulses).toEqual([]);
  expect(printer.slips).toHaveLength(slipsBefore + STATEMENTS);
});

test('every other field keeps hostile words just as exactly', async ({ kiosk }) => {
  const words = hostileStatements(120).filter((text) => [...text].length <= 1_000);
  for (let at = 0; at + 7 <= words.length; at += 7) {
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = words.slice(at, at + 7);
    const intake: Intake = {
      ...intakeOf(onlyWords(a), randomUUID()),
      feeling: { face: null, words: b },
      item: { name: c, serial: d },
      attempts: [{ description: e, outcome: 'no' }],
      wishes: { kinds: [], words: f },
      contact: { name: g, phone: a, email: b, way: null },
    };
    expect(await submitAll(kiosk.page, [intake])).toEqual([]);
    expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject({ ...intake });
  }
});

for (const [index, statement] of TYPED_STATEMENTS.entries()) {
  test(`hostile words through the screen, number ${index + 1}`, async ({ kiosk, screens, printer }) => {
    const slipsBefore = printer.slips.length;
    const before = countClaims(kiosk.dataFolder);
    await begin(screens);
    if (index % 2 === 0) await screens.words.words.fill(statement);
    else {
      await screens.words.words.focus();
      await kiosk.page.keyboard.insertText(statement);
    }
    await expect(screens.words.words).toHaveJSProperty('value', statement);
    await screens.words.finish.click();
    await expect(screens.readBack.words).toHaveJSProperty('textContent', statement);
    await confirm(screens);
    expect(countClaims(kiosk.dataFolder)).toBe(before + 1);
    expect(keptClaims(kiosk.dataFolder).at(-1)?.statement).toBe(statement);
    expect((await printer.waitForSlip(slipsBefore + 1)).whole).toBe(true);
  });
}

test('20,000 characters fit through the screen, and it says so; the next one is not taken', async ({
  kiosk,
  screens,
}) => {
  const full = '😀'.repeat(20_000);
  await begin(screens);
  await screens.words.words.fill(full);
  await expect(screens.words.words).toHaveJSProperty('value', full);
  await screens.words.words.focus();
  await kiosk.page.keyboard.press('End');
  await kiosk.page.keyboard.insertText('x');
  await expect(screens.words.words).toHaveJSProperty('value', full);
  await screens.words.finish.click();
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)?.statement).toBe(full);
});

test('20,001 characters, half a character and no words at all are refused with a typed error', async ({
  kiosk,
  expectTrouble,
}) => {
  expectTrouble(REFUSED);
  const before = countClaims(kiosk.dataFolder);
  for (const statement of ['x'.repeat(20_001), '😀'.repeat(20_001), '']) {
    const answer = await callBridge(kiosk.page, 'claim:submit', intakeOf(onlyWords(statement), randomUUID()));
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
  // Half a character cannot be sent to the page from here, so the page makes it.
  const intake = intakeOf(onlyWords('?'), randomUUID());
  for (const half of [0xd800, 0xdfff]) {
    const answer = await kiosk.page.evaluate(
      ([given, unit]) =>
        window.inYourWords.call('claim:submit', {
          ...given,
          statement: `half of ${String.fromCharCode(unit)} something`,
        }),
      [intake, half] as const,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
  expect(countClaims(kiosk.dataFolder)).toBe(before);
});

/** The hostile words also as what was tried, where they are short enough: fields share the statement's way to paper. */
function hostileIntake(statement: string, index: number): Intake {
  const short = [...statement].length <= 200;
  return {
    ...intakeOf(onlyWords(statement), randomUUID(), index % 5 === 0 ? 'ar' : 'en'),
    attempts: short ? [{ description: statement, outcome: 'no' }] : [],
  };
}

/** Submits claims one after the other, in one visit to the page; returns what was refused. */
function submitAll(page: Page, intakes: readonly Intake[]): Promise<unknown[]> {
  return page.evaluate(async (given) => {
    const refused: unknown[] = [];
    for (const intake of given) {
      const answer = await window.inYourWords.call('claim:submit', intake);
      if (!answer.ok) refused.push({ statement: intake.statement.slice(0, 200), error: answer.error });
    }
    return refused;
  }, intakes);
}
