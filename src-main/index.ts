import { app } from 'electron';
import { join, resolve } from 'node:path';
import type { AppContext } from './app-context.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { createCameraGrant } from './camera-grant.ts';
import { watchClosing } from './closing.ts';
import { windowMode } from './command-line.ts';
import { foldersAsDrives, mountedDrives } from './files/drive-files.ts';
import { registerHandlers } from './ipc/register.ts';
import { createLog } from './log.ts';
import { TICK_MS } from './pulse.ts';
import { createSupervisor } from './supervisor.ts';
import { isTestBuild } from './test-build.ts';
import { lockSession, openKioskWindow, preloadFile, type KioskWindow } from './window.ts';

const log = createLog((line) => process.stderr.write(line));
const here = import.meta.dirname;
const dataFolder = resolve(process.env['IYW_DATA'] ?? join(app.getPath('appData'), 'in-your-words'));
// Electron's own files, and with them the lock: one instance per data folder.
app.setPath('userData', join(dataFolder, 'electron'));

const mode = windowMode(process.argv);
const camera = createCameraGrant(() => performance.now());
const ending = watchClosing({ log });
let window: KioskWindow | undefined;
let context: Promise<AppContext> | undefined;
let quitting = false;
const supervisor = createSupervisor({
  env: process.env,
  isAlive: () => window?.isAlive() ?? false,
  monotonicMs: () => performance.now(),
  onProblem: (problem) => log.error('supervisor', problem),
});

if (app.requestSingleInstanceLock()) start();
else {
  log.info('already-running', { dataFolder: true });
  app.quit();
}

function start(): void {
  declareAppScheme();
  app.on('second-instance', () => window?.show());
  app.on('window-all-closed', () => {
    // A page can close its own window past every guard; a kiosk then opens it again, at the welcome screen.
    if (mode.kind === 'kiosk' && !quitting) openWindow();
    else app.quit();
  });
  app.on('before-quit', () => {
    quitting = true;
    ending.begin();
  });
  app.on('will-quit', (event) => {
    if (!context) return;
    event.preventDefault();
    supervisor.stopping();
    const closing = context;
    context = undefined;
    closing
      .then((running) => running.close((part) => ending.at(part)))
      .catch((error: unknown) => log.error('closing', error))
      // In a turn of its own: Electron ignores a quit that comes while it is still asking about the last one.
      .finally(() =>
        setImmediate(() => {
          ending.at('Electron');
          app.quit();
        }),
      );
  });
  process.on('SIGTERM', () => app.quit());
  process.on('SIGINT', () => app.quit());
  app.whenReady().then(open, (error: unknown) => log.error('start', error));
}

/** The window first: its process starts while main opens the database. */
function open(): void {
  serveApp(join(here, '../renderer'));
  lockSession({ mayUseCamera: () => camera.holds() });
  openWindow();
  setInterval(() => supervisor.tick(), TICK_MS);
  context = import('./app-context.ts').then(({ createAppContext }) =>
    createAppContext({
      dataFolder,
      env: process.env,
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      testBuild: isTestBuild(process.resourcesPath),
      backupWorkerUrl: new URL('./backup-worker.js', import.meta.url),
      startAgain,
      searchWorkerUrl: new URL('./search-worker.js', import.meta.url),
      pictureWorkerUrl: new URL('./picture-worker.js', import.meta.url),
      reportWorkerUrl: new URL('./report-worker.js', import.meta.url),
      photoWorkerUrl: new URL('./photo-worker.js', import.meta.url),
      pinWorkerUrl: new URL('./pin-worker.js', import.meta.url),
      pinCost: whileWorkedOn('IYW_PIN_COST'),
      drives: drivesNow(),
      camera,
      paperWorkerUrl: new URL('./paper-worker.js', import.meta.url),
      log,
      send: (event, payload) => window?.send(event, payload),
    }),
  );
  registerHandlers({
    isKiosk: (frame) => window?.isKiosk(frame) ?? false,
    handlers: context.then((running) => running.handlers),
    onRefused: (channel, error) => log.error('refused', `${channel} ${error.code} ${error.detail}`),
    onBug: (channel, error) => log.error(channel, error),
  });
}

/** Returns what the environment says for tests; installed, the app does not listen. */
function whileWorkedOn(name: string): string | undefined {
  return app.isPackaged ? undefined : process.env[name];
}

/** What is mounted; for tests `IYW_DRIVES` names a folder whose folders stand for drives. */
function drivesNow(): () => Promise<readonly string[]> {
  const folder = whileWorkedOn('IYW_DRIVES');
  return folder === undefined ? mountedDrives() : foldersAsDrives(folder);
}

/** With nobody there for longer than any screen waits, no story is cut off. */
const DESERTED_MS = 6 * 60_000;
const LOOK_MS = 10_000;

/** Ends this process and starts another one; who looks after the process itself (systemd) does the starting. */
function startAgain(when: 'idle' | 'now'): void {
  if (when === 'idle' && (window?.untouchedMs() ?? 0) < DESERTED_MS) {
    setTimeout(() => startAgain(when), LOOK_MS);
    return;
  }
  if (process.env['IYW_SUPERVISED'] === undefined) app.relaunch();
  app.quit();
}

function openWindow(): void {
  window = openKioskWindow({
    mode,
    preloadFile: preloadFile(here),
    onGone: (reason) => {
      log.error('renderer-gone', reason);
      void context?.then(
        (running) => running.rescueDraft(),
        () => undefined,
      );
    },
    onSilent: () => log.error('renderer-silent', 'the page does not answer'),
    // A page that is new, or gone, has nobody signed in.
    onNewPage: () =>
      void context?.then(
        (running) => running.endSession(),
        () => undefined,
      ),
    isQuitting: () => quitting,
  });
}
