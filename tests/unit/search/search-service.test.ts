import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import { startSearch } from '../../../src-main/search/search.ts';
import { createSearchService, type SearchService } from '../../../src-main/search/search-service.ts';
import { value } from '../store/support.ts';
import { searchShop, WORKER_URL, type SearchShop } from './support.ts';

let shop: SearchShop;
let damages: string[];
let service: SearchService;
beforeEach(() => {
  shop = searchShop();
  damages = [];
  service = createSearchService({
    workerUrl: WORKER_URL,
    file: shop.file,
    onDamage: (detail) => damages.push(detail),
  });
});
afterEach(async () => {
  await service.close();
  shop[Symbol.dispose]();
});

function zeroTheIndex(): void {
  shop.db.unsafeMode(true);
  shop.db.exec('UPDATE search_words_data SET block = zeroblob(length(block)) WHERE id > 10');
  shop.db.unsafeMode(false);
}

test('what was typed meanwhile is dropped for what was typed last', async () => {
  const { claimId } = shop.take({ statement: 'kettle' });
  shop.index();
  const answers = await Promise.all(['k', 'ke', 'ket', 'kett'].map((text) => service.find(text, false)));
  expect(answers.map((answer) => (answer.ok ? answer.value.claims[0]?.claimId : answer.error))).toEqual([
    claimId,
    'outdated',
    'outdated',
    claimId,
  ]);
  expect(value(await service.find('kettle', true)).claims).toHaveLength(1);
});

test('it sees what was taken in since it started, and similar claims beside a search', async () => {
  expect(value(await service.find('kettle', false)).claims).toEqual([]);
  const past = shop.take({ statement: 'kettle leaks' });
  const asked = shop.take({ statement: 'kettle leaks' });
  shop.index();
  const [found, similar] = await Promise.all([service.find('kettle', false), service.similar(asked.claimId)]);
  expect(value(found).claims).toHaveLength(2);
  expect(value(similar)?.map(({ claimId }) => claimId)).toEqual([past.claimId]);
  expect(value(await service.similar('nobody' as ClaimId))).toBeNull();
  expect(value(await service.verify())).toBeNull();
});

test('a worker that cannot open the file fails loudly, and the next search starts another', async () => {
  renameSync(shop.file, `${shop.file}-away`);
  await expect(service.find('kettle', false)).rejects.toThrow('search worker');
  renameSync(`${shop.file}-away`, shop.file);
  expect(value(await service.find('kettle', false)).claims).toEqual([]);
});

test('a damaged index is told of, and is no answer', async () => {
  shop.take({ statement: 'kettle' });
  shop.index();
  zeroTheIndex();
  expect(await service.find('kettle', false)).toEqual({ ok: false, error: 'unavailable' });
  expect(damages).toHaveLength(1);
});

test('after closing there are no answers and no worker', async () => {
  await service.close();
  expect(await service.find('kettle', false)).toEqual({ ok: false, error: 'unavailable' });
  expect(await service.similar('x' as ClaimId)).toEqual({ ok: false, error: 'unavailable' });
});

test('running by itself, a new claim is soon found, and a damaged index is soon whole again', async () => {
  const problems: unknown[] = [];
  const search = startSearch({
    db: shop.db,
    file: shop.file,
    workerUrl: WORKER_URL,
    onProblem: (problem) => problems.push(problem),
  });
  const idsOf = async (text: string): Promise<readonly ClaimId[]> => {
    const found = await search.find(text, false);
    return found.ok ? found.value.claims.map(({ claimId }) => claimId) : [];
  };
  try {
    const { claimId } = shop.take({ statement: 'kettle' });
    await expect.poll(() => idsOf('kett'), { timeout: 20_000 }).toEqual([claimId]);
    zeroTheIndex();
    expect(await idsOf('kett')).toEqual([]);
    expect(problems).toHaveLength(1);
    await expect.poll(() => idsOf('kett'), { timeout: 20_000 }).toEqual([claimId]);
  } finally {
    await search.close();
  }
});
