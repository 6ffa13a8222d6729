import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import {
  briefOf,
  FINDINGS,
  HEALTH_SUBJECTS,
  judgeHealth,
  LITTLE_SPACE_BYTES,
  type FindingCode,
  type HealthReadings,
} from '../../../src-main/domain/health.ts';

const NOW = 1_795_000_000_000 as Instant;
const HOUR_MS = 3_600_000;
const ago = (hours: number): Instant => (NOW - hours * HOUR_MS) as Instant;

const PRINTER = { name: 'Counter', onScreen: false, problem: null, waiting: 0 } as const;
const FINE: HealthReadings = {
  now: NOW,
  printers: [PRINTER],
  oldestSlipAt: null,
  askingSlips: 0,
  dataFolder: '/data',
  disk: { free: 10 * LITTLE_SPACE_BYTES, total: 20 * LITTLE_SPACE_BYTES },
  hasRoom: true,
  backups: { newestAt: ago(1), failure: null, running: false },
  second: { folder: '/drive', space: { free: 1, total: 2 }, sameDisk: false, failed: false },
  latestRecordAt: ago(0.1),
  databaseBytes: 1,
  logBytes: 1,
  searchReady: true,
  settingsBroken: false,
  settingsUnused: 0,
  version: '1',
  runtime: 'Electron',
  upMs: 9 * HOUR_MS,
};
const backups = (changed: Partial<HealthReadings['backups']>) => ({ ...FINE.backups, ...changed });
const failed = (reason: 'damaged' | 'disk') => ({ reason, detail: '', at: NOW });

test('a kiosk in order: one finding for each subject, in their order, all good', () => {
  const found = judgeHealth(FINE);
  expect(found.map(({ subject }) => subject)).toEqual(HEALTH_SUBJECTS);
  expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['good']));
  expect(briefOf(found, 0)).toEqual({ acts: 0, urgent: [], unseenRecoveries: 0 });
});

describe('what is wrong is said', () => {
  test.each<[FindingCode, Partial<HealthReadings>]>([
    ['printer-trouble', { printers: [{ ...PRINTER, problem: 'paper-out', waiting: 1 }] }],
    ['printer-on-screen', { printers: [{ ...PRINTER, onScreen: true }] }],
    ['slips-waiting', { oldestSlipAt: ago(0.1) }],
    ['slips-asking', { askingSlips: 1 }],
    ['disk-little', { disk: { free: LITTLE_SPACE_BYTES - 1, total: 2 * LITTLE_SPACE_BYTES } }],
    ['disk-full', { hasRoom: false }],
    ['backup-old', { backups: backups({ newestAt: ago(27) }) }],
    ['backup-old', { backups: backups({ newestAt: null }) }],
    ['backup-none-yet', { backups: backups({ newestAt: null }), upMs: 1 }],
    ['backup-failed', { backups: backups({ failure: failed('disk') }) }],
    ['check-damaged', { backups: backups({ failure: failed('damaged') }) }],
    ['check-none-yet', { backups: backups({ newestAt: null }) }],
    ['second-none', { second: null }],
    ['second-missing', { second: { folder: '/drive', space: null, sameDisk: false, failed: false } }],
    ['second-missing', { second: { folder: '/d', space: FINE.disk, sameDisk: false, failed: true } }],
    ['second-same-disk', { second: { folder: '/d', space: FINE.disk, sameDisk: true, failed: false } }],
    ['clock-back', { latestRecordAt: ago(-1) }],
    ['database-log-long', { logBytes: 1_000_000_000 }],
    ['search-catching-up', { searchReady: false }],
    ['settings-broken', { settingsBroken: true }],
    ['settings-in-part', { settingsUnused: 1 }],
  ])('%s', (code, changed) => {
    const found = judgeHealth({ ...FINE, ...changed });
    expect(found.find((finding) => finding.code === code)?.level).toBe(FINDINGS[code]);
  });

  test('a kiosk that slept a day is not told off before it could make a backup', () => {
    const found = judgeHealth({ ...FINE, backups: backups({ newestAt: ago(48) }), upMs: 60_000 });
    expect(found.map(({ code }) => code)).toContain('backup-fine');
  });
});

test('the frame around every screen counts what is to be acted on, and names what everybody is told', () => {
  const found = judgeHealth({
    ...FINE,
    printers: [{ ...PRINTER, problem: 'offline', waiting: 2 }],
    hasRoom: false,
    backups: backups({ failure: failed('disk') }),
  });
  expect(briefOf(found, 2)).toEqual({
    acts: 3,
    urgent: ['disk-full', 'backup-failed'],
    unseenRecoveries: 2,
  });
});
