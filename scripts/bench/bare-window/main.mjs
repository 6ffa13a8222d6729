/**
 * The least that shows a page: what the app's start is measured against. It takes `--windowed=WIDTHxHEIGHT` and
 * IYW_DATA like the app.
 */
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

app.setPath('userData', path.join(process.env.IYW_DATA, 'electron'));
const [width, height] = process.argv
  .find((argument) => argument.startsWith('--windowed='))
  .split('=')[1]
  .split('x')
  .map(Number);

// Not awaited: Electron becomes ready only after this module has run.
app.whenReady().then(() => {
  const window = new BrowserWindow({ width, height, useContentSize: true, title: 'Bare window' });
  return window.loadFile(path.join(import.meta.dirname, 'page.html'));
});
