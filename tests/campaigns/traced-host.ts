import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What SQLite does with a disk, as Linux calls it; nothing else on Node's main thread does these. */
export const DISK_CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'rename'] as const;

/** How a host ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs a script of this folder under strace, which does to its disk calls what `injection` says (strace(1), `-e inject`);
 * `hear` gets each line that it says. Rejects where strace is missing or cannot trace: a campaign without it shows
 * nothing.
 */
export async function runTraced(options: {
  readonly script: string;
  readonly args: readonly string[];
  readonly calls: readonly string[];
  readonly injection: string;
  readonly hear: (line: string) => void;
}): Promise<Ending> {
  const { script, args, calls, injection, hear } = options;
  const list = calls.join(',');
  const host = spawn(
    'strace',
    [
      ...['-qq', '-o', '/dev/null', '-e', `trace=${list}`, '-e', `inject=${list}:${injection}`, '--'],
      ...[process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const complaints: string[] = [];
  host.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const ended = new Promise<Ending>((resolve, reject) => {
    host.on('error', (error) =>
      reject(new Error('strace is needed: apt-get install strace', { cause: error })),
    );
    host.on('close', (code, signal) => resolve({ code, signal }));
  });
  for await (const line of createInterface(host.stdout)) hear(line);
  const ending = await ended;
  const complaint = complaints.join('');
  if (/^strace: /m.test(complaint)) throw new Error(complaint);
  return ending;
}
