import { expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { reportTable } from '../../../src-main/domain/report-table.ts';
import type { Reports } from '../../../src-main/domain/report.ts';
import { csvRows } from '../../../src-main/ipc/report-csv.ts';

const HOUR_MS = 3_600_000;
const NONE = { calm: 0, worried: 0, disappointed: 0, upset: 0, furious: 0 };
const periods = [{ date: '2026-11-16', from: 0 as Instant, until: 1 as Instant }];

function one<T>(figures: T): { periods: readonly T[]; whole: T } {
  return { periods: [figures], whole: figures };
}

const reports: Reports = {
  promises: { ...one({ kept: 2, broken: 1, renegotiated: 0 }), open: 4 },
  firstUpdate: { ...one({ count: 0, medianMs: null, p90Ms: null }), waiting: 0 },
  resolution: { ...one({ count: 3, medianMs: 1.5 * HOUR_MS, p90Ms: 30 * HOUR_MS }), open: 0 },
  feelings: { start: { ...NONE, upset: 2 }, end: { ...NONE, calm: 2 }, both: 2, unsaid: 0 },
  repeats: one({ proposed: 3, failed: 1, helped: 1 }),
  repeatedItems: [{ name: '=HYPERLINK("x")', serial: 'K-77', times: 2 }],
  goodwill: one({
    given: 2,
    refused: 1,
    worth: [
      { minor: 1_250, currency: 'EUR' },
      { minor: 300, currency: 'JPY' },
    ],
  }),
  knownIssues: [
    { title: '=Leaks', counts: [2], whole: 2 },
    { title: 'Hums', counts: [0], whole: 0 },
  ],
  praise: one({ named: 3, everyone: 1 }),
};

test('what a spreadsheet reckons with is plain numbers', () => {
  const csv = (name: Parameters<typeof reportTable>[0]) =>
    csvRows(reportTable(name, { periods, reports }), 'en');
  expect(csv('promises')).toEqual([
    ['From', 'Kept', 'Broken', 'Agreed anew', 'Kept, per cent'],
    ['2026-11-16', 2, 1, 0, 66.7],
    ['All together', 2, 1, 0, 66.7],
  ]);
  expect(csv('known-issues')).toEqual([
    ['From', 'Known issue', 'Claims that joined'],
    ['2026-11-16', '=Leaks', 2],
    ['All together', '', 2],
  ]);
  expect(csv('praise')).toEqual([
    ['From', 'To somebody by name', 'To everyone'],
    ['2026-11-16', 3, 1],
    ['All together', 3, 1],
  ]);
  expect(csv('first-update')[1]).toEqual(['2026-11-16', 0, null, null]);
  expect(csv('resolution').slice(0, 2)).toEqual([
    ['From', 'Closed', 'Half within, in minutes', 'Nine of ten within, in minutes'],
    ['2026-11-16', 3, 90, 1_800],
  ]);
  expect(csv('goodwill').slice(0, 2)).toEqual([
    ['From', 'Given', 'Refused', 'Worth in EUR', 'Worth in JPY'],
    ['2026-11-16', 2, 1, '12.50', '300'],
  ]);
  expect(csv('feelings')).toHaveLength(6);
  expect(csv('feelings')[1]).toEqual(['Calm', 0, 2]);
  expect(csv('repeated-items')).toEqual([
    ['Item', 'Serial number', 'Times'],
    ['=HYPERLINK("x")', 'K-77', 2],
  ]);
});
