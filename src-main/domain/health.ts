import type { BackupState } from './backup.ts';
import type { Instant } from './brand.ts';
import type { PrintProblem } from './print-state.ts';

/** How something is: in order, worth a look, or to be acted on now. */
export type HealthLevel = 'good' | 'look' | 'act';

/** Everything that can be said of the kiosk, and how bad it is. Its words say what to do. */
export const FINDINGS = {
  'printer-ready': 'good',
  'printer-on-screen': 'look',
  'printer-trouble': 'act',
  'slips-done': 'good',
  'slips-waiting': 'look',
  'slips-asking': 'look',
  'disk-roomy': 'good',
  'disk-little': 'look',
  'disk-full': 'act',
  'backup-fine': 'good',
  'backup-none-yet': 'look',
  'backup-old': 'act',
  'backup-failed': 'act',
  'second-fine': 'good',
  'second-none': 'look',
  'second-same-disk': 'look',
  'second-missing': 'act',
  'check-sound': 'good',
  'check-none-yet': 'look',
  'check-damaged': 'act',
  'clock-right': 'good',
  'clock-back': 'act',
  'database-fine': 'good',
  'database-log-long': 'look',
  'search-ready': 'good',
  'search-catching-up': 'look',
  'settings-fine': 'good',
  'settings-in-part': 'look',
  'settings-broken': 'act',
  'software-runs': 'good',
} as const satisfies Readonly<Record<string, HealthLevel>>;
/** See {@link FINDINGS}. */
export type FindingCode = keyof typeof FINDINGS;

/** What of the kiosk a finding is about, in the order in which staff read them. */
export const HEALTH_SUBJECTS = [
  'printer',
  'slips',
  'disk',
  'backup',
  'second',
  'check',
  'clock',
  'database',
  'search',
  'settings',
  'software',
] as const;
/** See {@link HEALTH_SUBJECTS}. */
export type HealthSubject = (typeof HEALTH_SUBJECTS)[number];

/** One thing that is said of the kiosk. */
export interface Finding {
  readonly subject: HealthSubject;
  readonly code: FindingCode;
  readonly level: HealthLevel;
  /** Which printer; absent of what there is one of. */
  readonly printer?: PrinterReading;
}

/** One printer, as its line of slips shows it. */
export interface PrinterReading {
  readonly name: string;
  readonly onScreen: boolean;
  /** Why its next slip is not on paper; null where nothing keeps it. */
  readonly problem: PrintProblem | null;
  readonly waiting: number;
}

/** Bytes of a disk. */
export interface SpaceReading {
  readonly free: number;
  readonly total: number;
}

/** What was measured. Bytes and milliseconds. */
export interface HealthReadings {
  readonly now: Instant;
  readonly printers: readonly PrinterReading[];
  /** When the slip was put into line that waits longest; null where none waits. */
  readonly oldestSlipAt: Instant | null;
  /** Slips that staff are asked about: did they come out? */
  readonly askingSlips: number;
  readonly dataFolder: string;
  /** Null where the system does not say. */
  readonly disk: SpaceReading | null;
  /** Whether claims are taken, as far as the disk goes. */
  readonly hasRoom: boolean;
  readonly backups: {
    readonly newestAt: Instant | null;
    readonly failure: BackupState['failure'];
    readonly running: boolean;
  };
  /** The second place for backups; null for none. `space` is null where it is not there. */
  readonly second: {
    readonly folder: string;
    readonly space: SpaceReading | null;
    /** Whether it is on the disk of the data folder: as after a drive was pulled out whose folder stayed. */
    readonly sameDisk: boolean;
    readonly failed: boolean;
  } | null;
  /** The latest time on record; null where there is no history yet. */
  readonly latestRecordAt: Instant | null;
  readonly databaseBytes: number;
  readonly logBytes: number;
  readonly searchReady: boolean;
  readonly settingsBroken: boolean;
  /** Parts of the settings that could not be used. */
  readonly settingsUnused: number;
  readonly version: string;
  readonly runtime: string;
  readonly upMs: number;
}

/** What the frame around every screen says. */
export interface HealthBrief {
  /** How many findings are to be acted on. */
  readonly acts: number;
  /** Those that everybody is told on every screen. */
  readonly urgent: readonly FindingCode[];
  /** Replaced databases that no supervisor has seen yet. */
  readonly unseenRecoveries: number;
}

/** Below this the disk is worth a look: bytes. */
export const LITTLE_SPACE_BYTES = 512 * 1024 * 1024;
/** A log that grew past this is not emptied as it should be. */
const LONG_LOG_BYTES = 64 * 1024 * 1024;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A backup a day is due even where nothing changes; two hours are the slack for a kiosk that is busy. */
const OLD_BACKUP_MS = 26 * HOUR_MS;
/** A kiosk that was just switched on has not had the time for its first backup. */
const FIRST_BACKUP_MS = 15 * MINUTE_MS;
const LONG_WAIT_MS = 5 * MINUTE_MS;
/** Clocks are set right by less than this all the time. */
const CLOCK_SLACK_MS = 2 * MINUTE_MS;
const URGENT: ReadonlySet<FindingCode> = new Set([
  'disk-full',
  'backup-old',
  'backup-failed',
  'second-missing',
  'check-damaged',
]);

/** Returns what is to be said of the kiosk: one finding for each printer and each other subject, in their order. */
export function judgeHealth(readings: HealthReadings): readonly Finding[] {
  const said = (subject: HealthSubject, code: FindingCode, printer?: PrinterReading): Finding => ({
    subject,
    code,
    level: FINDINGS[code],
    ...(printer ? { printer } : {}),
  });
  return [
    ...readings.printers.map((printer) => said('printer', printerCode(printer), printer)),
    said('slips', slipsCode(readings)),
    said('disk', diskCode(readings)),
    said('backup', backupCode(readings)),
    said('second', secondCode(readings)),
    said('check', checkCode(readings)),
    said('clock', isClockBack(readings) ? 'clock-back' : 'clock-right'),
    said('database', readings.logBytes > LONG_LOG_BYTES ? 'database-log-long' : 'database-fine'),
    said('search', readings.searchReady ? 'search-ready' : 'search-catching-up'),
    said('settings', settingsCode(readings)),
    said('software', 'software-runs'),
  ];
}

/** Returns what the frame around every screen says of these findings. */
export function briefOf(findings: readonly Finding[], unseenRecoveries: number): HealthBrief {
  const acts = findings.filter(({ level }) => level === 'act');
  return {
    acts: acts.length,
    urgent: acts.map(({ code }) => code).filter((code) => URGENT.has(code)),
    unseenRecoveries,
  };
}

function printerCode({ onScreen, problem }: PrinterReading): FindingCode {
  if (problem !== null) return 'printer-trouble';
  return onScreen ? 'printer-on-screen' : 'printer-ready';
}

function slipsCode({ now, oldestSlipAt, askingSlips }: HealthReadings): FindingCode {
  if (askingSlips > 0) return 'slips-asking';
  return oldestSlipAt !== null && now - oldestSlipAt > LONG_WAIT_MS ? 'slips-waiting' : 'slips-done';
}

function diskCode({ hasRoom, disk }: HealthReadings): FindingCode {
  if (!hasRoom) return 'disk-full';
  return disk !== null && disk.free < LITTLE_SPACE_BYTES ? 'disk-little' : 'disk-roomy';
}

function backupCode({ now, backups: { newestAt, failure }, upMs }: HealthReadings): FindingCode {
  if (failure?.reason === 'disk') return 'backup-failed';
  if (newestAt === null) return upMs < FIRST_BACKUP_MS ? 'backup-none-yet' : 'backup-old';
  return now - newestAt > OLD_BACKUP_MS && upMs > FIRST_BACKUP_MS ? 'backup-old' : 'backup-fine';
}

function secondCode({ second }: HealthReadings): FindingCode {
  if (second === null) return 'second-none';
  if (second.failed || second.space === null) return 'second-missing';
  return second.sameDisk ? 'second-same-disk' : 'second-fine';
}

/** Every backup reads the whole database: it is the check. */
function checkCode({ backups: { newestAt, failure } }: HealthReadings): FindingCode {
  if (failure?.reason === 'damaged') return 'check-damaged';
  return newestAt === null ? 'check-none-yet' : 'check-sound';
}

function isClockBack({ now, latestRecordAt }: HealthReadings): boolean {
  return latestRecordAt !== null && latestRecordAt - now > CLOCK_SLACK_MS;
}

function settingsCode({ settingsBroken, settingsUnused }: HealthReadings): FindingCode {
  if (settingsBroken) return 'settings-broken';
  return settingsUnused > 0 ? 'settings-in-part' : 'settings-fine';
}
