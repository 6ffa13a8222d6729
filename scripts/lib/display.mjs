import { spawn } from 'node:child_process';
import { SetUpError } from './log.mjs';

const READY_WITHIN_MS = 10_000;

/**
 * Gives a display to what runs next. Where the machine has one, it is used; on Linux without one (a server, a
 * container) a virtual display is started. Resolves with { env, virtual, stop }: what to add to the environment,
 * the virtual display's name or null, and how to end it.
 */
export async function openDisplay({ width, height }) {
  const hasOwn = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.platform !== 'linux' || hasOwn) return { env: {}, virtual: null, stop: () => {} };

  // The server chooses a free number itself and reports it on descriptor 3 once it accepts clients.
  const screen = `${width}x${height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl+C is for the app, which needs its display until it has closed.
    detached: true,
  });
  const stop = () => server.kill('SIGTERM');
  process.on('exit', stop);
  const virtual = `:${await displayNumber(server)}`;
  // Only `stop` ends the server, and it must not keep the script alive.
  server.unref();
  server.stdio[3].destroy();
  return { env: { DISPLAY: virtual }, virtual, stop };
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = () => {
      reject(new SetUpError('no display could be started; is the package xvfb installed?'));
    };
    const timer = setTimeout(fail, READY_WITHIN_MS);
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number.parseInt(text, 10));
    });
    server.on('error', fail);
    server.on('exit', fail);
  });
}
