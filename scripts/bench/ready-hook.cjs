/**
 * Loaded with `electron -r` before an app's own code: prints `bench-ready <time>` once the page sets
 * `<html data-ready>`. The same for every app that is measured, and no part of any.
 */
const { app, ipcMain, session } = require('electron');

const WATCHER = require.resolve('./ready-watcher.cjs');

ipcMain.once('bench-ready', (_, at) => process.stdout.write(`bench-ready ${at}\n`));

// Asked for before the app asks, hence in place before it opens its window.
app.whenReady().then(() => {
  const { defaultSession } = session;
  // Electron 35 renamed it.
  if (defaultSession.registerPreloadScript === undefined) defaultSession.setPreloads([WATCHER]);
  else defaultSession.registerPreloadScript({ type: 'frame', filePath: WATCHER });
});
