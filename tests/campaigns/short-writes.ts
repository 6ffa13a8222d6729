import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What came of a host on a disk that takes a part of a write. */
export interface ShortEnding {
  readonly code: number | null;
  /** Writes that Linux took a part of. */
  readonly short: number;
}

/** `pwrite64(20, ""..., 4096, 1234) = 512`: what was given, and what was taken. */
const WRITE = /^pwrite64\(.*, (\d+), \d+\) += (\d+)$/;

/**
 * Runs a script of this folder and counts, by strace's log, the writes that were taken in part. Nothing is injected: a
 * number that strace makes up would be of bytes that were never written. `limit` is the most bytes that a file may have
 * (setrlimit(2)): the write that crosses it is cut there, and the next one fails. `hear` gets each line that it says.
 */
export async function runCutShort(options: {
  readonly script: string;
  readonly args: readonly string[];
  readonly limit: number | null;
  readonly log: string;
  readonly hear: (line: string) => void;
}): Promise<ShortEnding> {
  const { script, args, limit, log, hear } = options;
  const node = [process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args];
  const host = spawn(
    'strace',
    [
      ...['-qq', '-s', '0', '-e', 'trace=pwrite64', '-e', 'signal=none', '-o', log, '--'],
      ...(limit === null ? [] : ['prlimit', `--fsize=${limit}`]),
      ...node,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    host.on('error', (error) =>
      reject(new Error('strace is needed: apt-get install strace', { cause: error })),
    );
    host.on('close', resolve);
  });
  for await (const line of createInterface(host.stdout)) hear(line);
  const code = await ended;
  const short = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => {
      const [, given, taken] = WRITE.exec(line) ?? [];
      return Number(taken) < Number(given);
    }).length;
  return { code, short };
}
