import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf, databaseFile } from './kept.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { newestTicket } from './tickets.ts';

/** Returns the praise that is kept, oldest first. */
function keptPraise(dataFolder: string): unknown[] {
  const db = new Database(databaseFile(dataFolder), { readonly: true });
  try {
    return db
      .prepare(
        `SELECT staff_member.name, words, praise.locale, claim.number FROM praise
         LEFT JOIN staff_member ON staff_member.id = staff_id LEFT JOIN claim ON claim.id = claim_id ORDER BY seq`,
      )
      .all();
  } finally {
    db.close();
  }
}

test('a named person is thanked in two taps, with words or without', async ({ launch }) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const { welcome, praise, praised } = kiosk.screens();
  await hire(page, [MIKA, SANNA]);
  await welcome.thank.click();
  await praise.person('Sanna').check();
  await praise.main.dblclick();
  await expect(praised.heading).toBeVisible();
  await expect(page.getByText('Sanna will read it on their own screen.')).toBeVisible();
  await praised.main.click();
  await expect(welcome.heading).toBeVisible();

  await welcome.language('ar').click();
  const arabic = kiosk.screens('ar');
  await arabic.welcome.thank.click();
  await arabic.praise.everyone.check();
  await arabic.praise.words.fill('شكرًا لكم،\nجميعًا 🌷');
  await arabic.praise.main.click();
  await expect(arabic.praised.heading).toBeVisible();
  await arabic.praised.main.click();

  expect(keptPraise(dataFolder)).toEqual([
    { name: 'Sanna', words: '', locale: 'en', number: null },
    { name: null, words: 'شكرًا لكم،\nجميعًا 🌷', locale: 'ar', number: null },
  ]);
  const rows = auditOf(dataFolder).filter(({ event }) => event === 'praise-given');
  expect(rows).toHaveLength(2);
});

test('thanks from a claim name the claim', async ({ launch }) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const screens = kiosk.screens();
  await hire(page, [MIKA]);
  const number = await takeClaim(page);
  await screens.welcome.check.click();
  await screens.check.number.fill(number);
  await screens.check.secret.fill(newestTicket(dataFolder).secret);
  await screens.check.main.click();
  await screens.status.thank.click();
  await screens.praise.person('Mika').check();
  await screens.praise.main.click();
  await expect(screens.praised.heading).toBeVisible();
  expect(keptPraise(dataFolder)).toEqual([
    { name: 'Mika', words: '', locale: 'en', number: number.replaceAll(' ', '-') },
  ]);
});

test('a child that mashes the button fills no disk, and is told so kindly', async ({ launch }) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const { welcome, praise, praised } = kiosk.screens();
  const thank = () =>
    callBridge(page, 'thanks:give', {
      ...{ requestId: randomUUID() as never, to: null, words: '', locale: 'en', lookId: null },
    });
  for (let tap = 0; tap < 40; tap += 1) await thank();
  expect(await thank()).toMatchObject({ ok: false, error: { code: 'locked' } });
  expect(keptPraise(dataFolder).length).toBeLessThan(10);
  await welcome.thank.click();
  await praise.everyone.check();
  await praise.main.click();
  await expect(page.getByText(/So many thanks at once/)).toBeVisible();
  await expect(praise.main).toBeDisabled();
  await expect(praised.heading).toBeHidden();
});
