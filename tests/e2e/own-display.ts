import { spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A display that nobody else uses, so that keys and a pointer of X itself reach one kiosk only. */
export interface OwnDisplay {
  /** `:7`, for the environment of who draws on it. */
  readonly name: string;
  /** Runs xdotool on it; throws where that fails. */
  xdotool(...args: readonly string[]): void;
  close(): void;
}

/** Starts a display of the size of an upright kiosk. */
export async function openOwnDisplay(): Promise<OwnDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    told.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
  });
  const name = `:${number}`;
  return {
    name,
    xdotool(...args) {
      const { status, error, stderr } = spawnSync('xdotool', args, {
        env: { ...process.env, DISPLAY: name },
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${stderr}`, { cause: error });
    },
    close: () => void server.kill(),
  };
}
