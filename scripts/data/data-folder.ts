import { readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Returns the kiosk's data folder, as the app itself finds it: `IYW_DATA`, or where the system keeps such things. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['IYW_DATA']) return resolve(env['IYW_DATA']);
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    win32: env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'),
    darwin: join(homedir(), 'Library', 'Application Support'),
  };
  const base = folders[process.platform] ?? env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  return join(base, 'in-your-words');
}

/**
 * Returns whether the kiosk runs on this data folder. Chromium keeps a link in its profile that names the host and the
 * process which holds it; one that a kill left behind names a process that is gone. (Windows has no such link: there
 * the file itself cannot be moved while the app has it open.)
 */
export function isRunning(folder: string): boolean {
  try {
    const pid = Number(
      readlinkSync(join(folder, 'electron', 'SingletonLock'))
        .split('-')
        .at(-1),
    );
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EPERM') return true;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EINVAL') return false;
    throw error;
  }
}
