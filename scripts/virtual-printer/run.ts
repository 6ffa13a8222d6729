import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from './desk.ts';
import { servePage } from './page-server.ts';

// The virtual printer with its window, until either the window is closed or standard input ends: then whoever started
// it is gone. `node run.ts ELECTRON [FLAGS]` says where it prints in one line, once it does.
const [electron = '', ...flags] = process.argv.slice(2);
const profile = await mkdtemp(join(tmpdir(), 'in-your-words-printer-'));
const desk = await startDesk();
const page = await servePage(desk);
const window = spawn(electron, [...flags, join(import.meta.dirname, 'window')], {
  // A person who presses Ctrl+C means the kiosk; this window follows it.
  detached: true,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, IYW_PRINTER_PAGE: page.url, IYW_PRINTER_PROFILE: profile },
});
const closed = once(window, 'exit');
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => window.kill());
process.stdin.on('end', () => window.kill()).resume();
process.stdout.write(`${desk.address}\n`);
await closed;
await page.close();
await desk.close();
await rm(profile, { recursive: true, force: true });
// Standard input may still be open: the window was closed by hand.
process.exit();
