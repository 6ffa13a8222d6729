import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Zone } from '../../../src-main/domain/brand.ts';
import { periodsUntil } from '../../../src-main/domain/period.ts';
import { createReportService, type ReportService } from '../../../src-main/reports/report-service.ts';
import type { ReportQuestion } from '../../../src-main/store/report-reader.ts';
import { deskShop, type DeskShop } from '../store/desk/support.ts';
import { after, failure, HOUR_MS, value, workshop, type Workshop } from '../store/support.ts';

let shop: Workshop;
let desk: DeskShop;
let service: ReportService;
beforeEach(() => {
  shop = workshop();
  desk = deskShop(shop);
  service = createReportService({
    workerUrl: new URL('../../../src-main/reports/report-worker.ts', import.meta.url),
    file: shop.file,
  });
});
afterEach(async () => {
  await service.close();
  shop[Symbol.dispose]();
});

const now = after(2 * HOUR_MS);
const zone = 'Europe/Helsinki' as Zone;

function question(count = 4): ReportQuestion {
  return { periods: periodsUntil({ now, zone, unit: 'week', count }), who: null, now };
}

test('it counts what was committed a moment ago, and the day for paper', async () => {
  desk.take();
  const before = value(await service.read(question()));
  expect(before.promises.whole).toEqual({ kept: 0, broken: 1, renegotiated: 0 });
  expect(before.promises.periods).toHaveLength(4);
  desk.take();
  expect(value(await service.read(question())).promises.whole.broken).toBe(2);
  const [today] = periodsUntil({ now, zone, unit: 'day', count: 1 });
  if (!today) throw new Error('no day');
  expect(value(await service.day({ today, tomorrow: today, now })).claims).toBe(2);
});

test('a question is given up for a newer one, and what is counted when the app ends', async () => {
  const [older, newer] = await Promise.all([service.read(question(4)), service.read(question(8))]);
  expect(failure(older).code).toBe('outdated');
  expect(value(newer).promises.periods).toHaveLength(8);
  const last = service.read(question());
  await service.close();
  expect(failure(await last).code).toBe('outdated');
  expect(failure(await service.read(question())).code).toBe('outdated');
});

test('a database that is not there is an answer, and the next question is asked anew', async () => {
  desk.take();
  renameSync(shop.file, `${shop.file}-away`);
  expect(failure(await service.read(question())).code).toBe('unreadable');
  renameSync(`${shop.file}-away`, shop.file);
  expect(value(await service.read(question())).promises.whole.broken).toBe(1);
});
