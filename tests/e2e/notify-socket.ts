import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** A real Unix datagram socket, as systemd gives one to a service. */
export interface NotifySocket {
  readonly path: string;
  /** Returns what was said, one assignment a line. */
  said(): readonly string[];
  /** Returns how many beats came so far. */
  beats(): number;
  close(): Promise<void>;
}

/**
 * Node cannot make such a socket, and socat holds on to the descriptor that systemd-notify sends along and waits for;
 * Perl, which every Debian has, drops it like systemd does.
 */
const RECEIVER = `use Socket; $| = 1; socket(S, AF_UNIX, SOCK_DGRAM, 0) or die $!;
bind(S, pack_sockaddr_un($ARGV[0])) or die $!; while (defined recv(S, $m, 4096, 0)) { print "$m\\n" }`;

/** Opens a socket in `folder`. */
export async function openNotifySocket(folder: string): Promise<NotifySocket> {
  const path = join(folder, 'notify');
  const receiver = spawn('perl', ['-e', RECEIVER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  receiver.stdout.setEncoding('utf8').on('data', (text: string) => (heard += text));
  await expect.poll(() => existsSync(path)).toBe(true);
  return {
    path,
    said: () => heard.split('\n').filter((line) => line !== ''),
    beats: () => heard.split('WATCHDOG=1').length - 1,
    close: () => ended(receiver),
  };
}

function ended(child: ChildProcess): Promise<void> {
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill();
  return over;
}
