/**
 * The window of the virtual printer: one page and nothing else. It takes the page from IYW_PRINTER_PAGE and keeps
 * Electron's own files in IYW_PRINTER_PROFILE.
 */
import { app, BrowserWindow, Menu, screen } from 'electron';

const SIZE = { width: 690, height: 980 };

app.setPath('userData', process.env.IYW_PRINTER_PROFILE);
Menu.setApplicationMenu(null);
app.on('window-all-closed', () => app.quit());
process.on('SIGTERM', () => app.quit());

// Not awaited: Electron becomes ready only after this module has run.
app.whenReady().then(() => {
  const { workArea } = screen.getPrimaryDisplay();
  const width = Math.min(SIZE.width, workArea.width);
  const height = Math.min(SIZE.height, workArea.height);
  const window = new BrowserWindow({
    width,
    height,
    // The kiosk's own window stands in the middle.
    x: workArea.x + workArea.width - width,
    y: workArea.y + Math.round((workArea.height - height) / 2),
    title: 'Virtual printer',
    backgroundColor: '#FAF6EF',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  return window.loadURL(process.env.IYW_PRINTER_PAGE);
});
