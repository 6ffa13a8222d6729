import Database from 'better-sqlite3';
import { testAccessibilityIn, violations } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { databaseFile } from './kept.ts';

testAccessibilityIn('en');

test('axe finds nothing on the out-of-service screen', async ({ launch, newFolder, expectTrouble }) => {
  expectTrouble(/"event":"database"|kiosk:open was refused/);
  const dataFolder = await newFolder();
  const db = new Database(databaseFile(dataFolder));
  db.pragma('application_id = 1');
  db.pragma('user_version = 1');
  db.close();
  const kiosk = await launch({ dataFolder });
  await expect(kiosk.screens().outOfService.heading).toBeVisible();
  expect(await violations(kiosk, 'out of service')).toEqual([]);
});
