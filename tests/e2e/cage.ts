import { expect } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';

/** What must be true of the kiosk, whatever hands do to it. */
const CAGE = {
  windows: 1,
  contents: 1,
  url: 'app://kiosk/index.html',
  zoom: 0,
  scale: 1,
  ratio: 1,
  tools: false,
  menu: null,
  visible: true,
  minimized: false,
  title: 'In Your Words',
};

/** Asserts that there is the same one window, whole, at its own page, with nothing in front of it; `after` names what was done. */
export async function expectCaged(kiosk: Kiosk, after: string): Promise<void> {
  const page = await kiosk.page.evaluate(() => ({
    url: location.href,
    scale: visualViewport?.scale,
    ratio: devicePixelRatio,
  }));
  const app = await kiosk.app.evaluate(({ BrowserWindow, Menu, webContents }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().length,
      zoom: window?.webContents.getZoomLevel(),
      tools: window?.webContents.isDevToolsOpened(),
      menu: Menu.getApplicationMenu(),
      visible: window?.isVisible(),
      minimized: window?.isMinimized(),
      title: window?.getTitle(),
    };
  });
  expect({ ...page, ...app }, after).toEqual(CAGE);
}
