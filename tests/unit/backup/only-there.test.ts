import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { salvage } from '../../../src-main/backup/only-there.ts';
import { restoreDatabase } from '../../../src-main/backup/restore.ts';
import type { StoreCode } from '../../../src-main/domain/claim-number.ts';
import { createRecoveryStore } from '../../../src-main/store/recovery-store.ts';
import { after, NOON, workshop, type Workshop } from '../store/support.ts';
import { backUp, backupFolder, takeClaims } from './support.ts';

const RUNNING = { from: 1, to: 1_000_000 };

/** Overwrites the page in which a claim's row is, by the number in it; its index entry keeps it too. */
function spoilPagesWith(shop: Workshop, number: string): void {
  const bytes = readFileSync(shop.file);
  for (let at = bytes.indexOf(number); at >= 0; at = bytes.indexOf(number, at + 1)) {
    const page = at - (at % 4_096);
    if (page > 0) bytes.fill(0xa5, page, page + 100);
  }
  writeFileSync(shop.file, bytes);
}

test('claims that only the damaged database has are told with their times, as far as it can be read', () => {
  using shop = workshop();
  takeClaims(shop, 2);
  backUp(shop);
  const later = takeClaims(shop, 60);
  const [first = '', last = ''] = [later[0], later.at(-1)];
  spoilPagesWith(shop, last);
  const order = {
    ...{ file: shop.file, folders: [backupFolder(shop)], why: 'damaged' as const, detail: '' },
    ...{ storeCode: 'HEL' as StoreCode, at: after(1) },
  };
  const { onlyThere } = restoreDatabase(order);
  expect(onlyThere[0]).toEqual({ number: first, takenAt: NOON });
  expect(onlyThere.length).toBeGreaterThan(10);
  expect(onlyThere.length).toBeLessThan(60);
  expect(later).toEqual(expect.arrayContaining(onlyThere.map(({ number }) => number)));
  expect(createRecoveryStore(shop.open().db).unseen()[0]?.onlyThere).toEqual(onlyThere);
});

test('nothing is read of what is no database any more, and nothing of it is changed', () => {
  using shop = workshop();
  const numbers = takeClaims(shop, 3);
  expect(salvage({ file: shop.file, ...RUNNING }).claims.map(({ number }) => number)).toEqual(numbers);
  const bytes = readFileSync(shop.file);
  bytes.fill(0, 0, 4_096);
  writeFileSync(shop.file, bytes);
  expect(salvage({ file: shop.file, ...RUNNING })).toEqual({ claims: [], erasures: [] });
  expect(readFileSync(shop.file)).toEqual(bytes);
  expect(salvage({ file: `${shop.file}-nowhere`, ...RUNNING })).toEqual({ claims: [], erasures: [] });
});
