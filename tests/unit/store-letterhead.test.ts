import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { createPaperService } from '../../src-main/print/paper-service.ts';
import { createStoreLetterhead, LETTERHEAD_FILE } from '../../src-main/store-letterhead.ts';
import { workshop } from './store/support.ts';

function picture(grey: number, size = 64): Buffer {
  const png = new PNG({ width: size, height: size });
  png.data.fill(255);
  for (let at = 0; at < (size * size * 4) / 2; at += 4) png.data.fill(grey, at, at + 3);
  return PNG.sync.write(png);
}

test('the picture in the data folder heads the slips, as long as it is there and whole', async () => {
  using shop = workshop();
  const folder = join(shop.folder, 'letterheads');
  const paper = createPaperService({
    workerUrl: new URL('../../src-main/print/paper-worker.ts', import.meta.url),
    letterheads: { folder, onProblem: (problem) => expect.fail(problem) },
  });
  try {
    const letterhead = createStoreLetterhead({ dataFolder: shop.folder, paper });
    const file = join(shop.folder, LETTERHEAD_FILE);
    await letterhead.look();
    expect([letterhead.digest(), letterhead.problem()]).toEqual([undefined, null]);

    writeFileSync(file, picture(0));
    await letterhead.look();
    const first = letterhead.digest();
    expect(first).toMatch(/^[0-9a-f]{64}$/);

    writeFileSync(file, picture(60, 80));
    await letterhead.look();
    expect(letterhead.digest()).not.toBe(first);
    // The old one stays, for reprints of the slips that it heads.
    expect(readdirSync(folder)).toHaveLength(2);

    writeFileSync(file, 'no picture at all, but long enough to be looked at');
    await letterhead.look();
    expect([letterhead.digest(), letterhead.problem()]).toEqual([undefined, 'not-a-png']);

    rmSync(file);
    await letterhead.look();
    expect([letterhead.digest(), letterhead.problem()]).toEqual([undefined, null]);
  } finally {
    await paper.close();
  }
});
