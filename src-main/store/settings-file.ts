import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import { makeFolder, replaceFile, syncFolder } from './durable-file.ts';
import { systemCode } from './whole-file.ts';

/** What is wrong with the settings file. */
export interface SettingsProblem {
  /** The full path that the file was moved to; empty where it was not moved, and `detail` says why. */
  readonly movedTo: string;
  readonly detail: string;
}

/** The settings to run on: the file's, or the defaults where there is a problem. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly problem: SettingsProblem | null;
}

/** Where the settings are, and what to make of them. */
export interface LoadSettings {
  readonly folder: string;
  readonly defaults: Settings;
  /** Checks parsed JSON; the error names each place and what is wrong there. */
  readonly parse: (json: unknown) => Result<Settings, string>;
  readonly now: () => Instant;
}

/** The name of the settings file in the data folder. */
export const SETTINGS_FILE = 'settings.json';
const MOVED_ASIDE = /^settings\.broken-.*\.json$/;

/**
 * Returns the settings in `folder`. Where there are none, the defaults are written; a broken file is moved aside
 * and named, also at every later start, until there is a good one. It always returns settings to run on.
 */
export function loadSettings(given: LoadSettings): LoadedSettings {
  const { folder, defaults, parse } = given;
  const file = join(folder, SETTINGS_FILE);
  let bytes: Buffer;
  try {
    makeFolder(folder);
    bytes = readFileSync(file);
  } catch (error) {
    if (isAbsent(error)) return withoutFile(given);
    // Perhaps sound, only not for us to read: moving it would turn a wrong permission into lost settings.
    return { settings: defaults, problem: { movedTo: '', detail: `cannot be read: ${messageOf(error)}` } };
  }
  const read = decode(bytes, parse);
  if (read.ok) return { settings: read.value, problem: null };
  return { settings: defaults, problem: moveAside(given, read.error) };
}

/** Writes the settings so that a power cut leaves the old or the new file, whole; the error says what failed. */
export function saveSettings(given: {
  readonly folder: string;
  readonly settings: Settings;
}): Result<null, string> {
  try {
    makeFolder(given.folder);
    replaceFile(given.folder, SETTINGS_FILE, `${JSON.stringify(given.settings, null, 2)}\n`);
    return ok(null);
  } catch (error) {
    return err(messageOf(error));
  }
}

/**
 * Defaults are written only where there never was a file. After one was moved aside they would look like the
 * answer to it, and the next start would be silent about a kiosk that prints to nowhere.
 */
function withoutFile({ folder, defaults, parse }: LoadSettings): LoadedSettings {
  let aside: string | undefined;
  try {
    aside = readdirSync(folder)
      .filter((name) => MOVED_ASIDE.test(name))
      .sort()
      .at(-1);
  } catch (error) {
    return { settings: defaults, problem: { movedTo: '', detail: messageOf(error) } };
  }
  if (aside !== undefined) {
    const movedTo = join(folder, aside);
    return { settings: defaults, problem: { movedTo, detail: whyBroken(movedTo, parse) } };
  }
  const saved = saveSettings({ folder, settings: defaults });
  if (saved.ok) return { settings: defaults, problem: null };
  return { settings: defaults, problem: { movedTo: '', detail: `cannot be written: ${saved.error}` } };
}

function moveAside({ folder, now }: LoadSettings, detail: string): SettingsProblem {
  try {
    const movedTo = freeName(folder, now());
    renameSync(join(folder, SETTINGS_FILE), movedTo);
    syncFolder(folder);
    return { movedTo, detail };
  } catch (error) {
    return { movedTo: '', detail: `${detail}; and it could not be moved aside: ${messageOf(error)}` };
  }
}

/** Returns a path that is still free: rename would overwrite in silence, and the clock may repeat itself. */
function freeName(folder: string, at: Instant): string {
  const stamp = new Date(at).toISOString().replaceAll(/[-:.]/g, '');
  for (let count = 1; ; count++) {
    const path = join(folder, `settings.broken-${stamp}${count === 1 ? '' : `-${count}`}.json`);
    if (!existsSync(path)) return path;
  }
}

function whyBroken(path: string, parse: LoadSettings['parse']): string {
  try {
    const read = decode(readFileSync(path), parse);
    return read.ok ? `${basename(path)} is sound now: rename it to ${SETTINGS_FILE}` : read.error;
  } catch (error) {
    return `cannot be read: ${messageOf(error)}`;
  }
}

function decode(bytes: Buffer, parse: LoadSettings['parse']): Result<Settings, string> {
  let json: unknown;
  try {
    // `fatal` refuses what is no UTF-8; the decoder also drops the mark that Windows editors put in front.
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return err(`not JSON: ${messageOf(error)}`);
  }
  return parse(json);
}

function isAbsent(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
