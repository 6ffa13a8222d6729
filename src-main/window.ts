import { app, BrowserWindow, Menu, screen, session, type WebFrameMain } from 'electron';
import { join } from 'node:path';
import type { Events } from './contract/api.ts';
import { PULSE, type EventName } from './contract/channels.ts';
import { KIOSK_ORIGIN } from './app-protocol.ts';
import { createPulse, TICK_MS } from './pulse.ts';

/** How the window stands: the whole screen, or a window of that size for development. */
export type WindowMode =
  { readonly kind: 'kiosk' } | { readonly kind: 'windowed'; readonly width: number; readonly height: number };

/** The kiosk window, and the only way to tell it something. */
export interface KioskWindow {
  /** Returns whether a call came from this window's own page and no other frame. */
  isKiosk(frame: WebFrameMain | null): boolean;
  send<E extends EventName>(event: E, payload: Events[E]): void;
  /** Returns for how many milliseconds nobody has touched it, with a finger, a key or a mouse. */
  untouchedMs(): number;
  /** Returns whether its page is open and answers. */
  isAlive(): boolean;
  /** Brings the window to the front. */
  show(): void;
}

/** The one page there is. */
const HOME_PAGE = `${KIOSK_ORIGIN}/index.html`;
/** Colour of the paper background, so that the first frame is already calm. */
const BACKGROUND = '#FAF6EF';
/** Keys that edit text with Ctrl; every other chord with Ctrl, Alt or Meta belongs to no customer. */
const EDITING_KEYS = new Set([
  'a',
  'c',
  'v',
  'x',
  'z',
  'y',
  'arrowleft',
  'arrowright',
  'home',
  'end',
  'backspace',
  'delete',
]);

/** Opens the kiosk window and locks it: no menu, zoom, navigation, second window, permission, download or tools. */
export function openKioskWindow(parts: {
  readonly mode: WindowMode;
  readonly preloadFile: string;
  readonly onGone: (reason: string) => void;
  /** The page no longer answers; its process is ended, and `onGone` follows. */
  readonly onSilent: () => void;
  /** A page begins to load, the first one or another. */
  readonly onNewPage: () => void;
  /** Whether the app itself is ending; nothing else closes the kiosk. */
  readonly isQuitting: () => boolean;
}): KioskWindow {
  Menu.setApplicationMenu(null);
  const kiosk = parts.mode.kind === 'kiosk';
  const bounds = parts.mode.kind === 'kiosk' ? screen.getPrimaryDisplay().bounds : parts.mode;
  const window = new BrowserWindow({
    ...bounds,
    // The page's own size, also where a window manager adds a frame.
    useContentSize: true,
    backgroundColor: BACKGROUND,
    frame: !kiosk,
    kiosk: kiosk && !hasWholeScreen(),
    fullscreen: kiosk && !hasWholeScreen(),
    autoHideMenuBar: true,
    roundedCorners: false,
    show: true,
    title: 'In Your Words',
    webPreferences: {
      preload: parts.preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      enableWebSQL: false,
    },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('before-input-event', (event, input) => {
    const key = input.key.toLowerCase();
    // AltGr arrives as Ctrl+Alt and types characters; Alt alone opens menus.
    const altGr = input.control && input.alt && [...input.key].length === 1;
    const chord = (input.control || input.meta) && !altGr && !EDITING_KEYS.has(key);
    const functionKey = /^f\d+$/.test(key) && key !== 'f9';
    if (chord || (input.alt && !altGr) || functionKey || key.startsWith('browser')) event.preventDefault();
  });
  let touchedAt = performance.now();
  webContents.on('input-event', () => {
    touchedAt = performance.now();
  });
  webContents.on('zoom-changed', () => webContents.setZoomLevel(0));
  webContents.on('did-finish-load', () => {
    webContents.setZoomLevel(0);
    void webContents.setVisualZoomLevelLimits(1, 1);
  });
  const openPage = (): void => void window.loadURL(HOME_PAGE);
  const pulse = createPulse({
    ask: () => {
      if (!webContents.isCrashed()) webContents.send(PULSE);
    },
    onSilent: () => {
      parts.onSilent();
      if (webContents.isCrashed()) openPage();
      else webContents.forcefullyCrashRenderer();
    },
    monotonicMs: () => performance.now(),
  });
  webContents.ipc.on(PULSE, (event, ready: unknown) => {
    if (event.senderFrame === webContents.mainFrame) pulse.answered(ready === true);
  });
  const ticking = setInterval(() => pulse.tick(), TICK_MS);
  window.on('closed', () => clearInterval(ticking));
  webContents.on('did-start-navigation', (details) => {
    if (!details.isMainFrame || details.isSameDocument) return;
    pulse.newPage();
    parts.onNewPage();
  });
  // about:blank asks nobody: a page that goes there is brought back.
  webContents.on('did-navigate', (_, url) => {
    if (url !== HOME_PAGE) setImmediate(() => !window.isDestroyed() && openPage());
  });
  webContents.on('render-process-gone', (_, details) => {
    parts.onGone(details.reason);
    // Back at the welcome screen, with nothing of anybody's on it.
    // In a turn of its own: Chromium is still taking the dead process apart while it tells us.
    setImmediate(() => {
      if (!window.isDestroyed()) openPage();
    });
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    if (kiosk && !parts.isQuitting()) event.preventDefault();
  });
  openPage();
  return {
    isKiosk: (frame) =>
      frame !== null && frame === webContents.mainFrame && frame.url.startsWith(`${KIOSK_ORIGIN}/`),
    send: (event, payload) => {
      if (!window.isDestroyed()) webContents.send(event, payload);
    },
    untouchedMs: () => performance.now() - touchedAt,
    isAlive: () => !window.isDestroyed() && pulse.isAlive(),
    show: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

/**
 * Installed as an appliance, the window is the only one of a Wayland compositor that shows one window on the whole
 * screen. It must not ask for the screen as well: Electron 33.2.1 ends there with a trap (electron#42585).
 */
function hasWholeScreen(): boolean {
  return app.commandLine.getSwitchValue('ozone-platform') === 'wayland';
}

/**
 * Denies every permission, download and request that leaves `app://`, for whatever window there is. The one exception is
 * the camera, without sound, for the kiosk's own page and only while `mayUseCamera` says so.
 */
export function lockSession({ mayUseCamera }: { readonly mayUseCamera: () => boolean }): void {
  const kiosk = session.defaultSession;
  kiosk.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const isPicture = permission === 'media' && types?.length === 1 && types[0] === 'video';
    const isOwn = details.isMainFrame && details.requestingUrl.startsWith(`${KIOSK_ORIGIN}/`);
    answer(isPicture && isOwn && mayUseCamera());
  });
  kiosk.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame, mediaType }) => {
    const isOwn = isMainFrame && origin.replace(/\/$/, '') === KIOSK_ORIGIN;
    return permission === 'media' && mediaType === 'video' && isOwn && mayUseCamera();
  });
  kiosk.setDevicePermissionHandler(() => false);
  kiosk.on('will-download', (event) => event.preventDefault());
  kiosk.setSpellCheckerEnabled(false);
  // Nothing that the window could ask for lies outside app://.
  kiosk.webRequest.onBeforeRequest((details, answer) => {
    const own = details.url.startsWith(`${KIOSK_ORIGIN}/`) || details.url.startsWith(`blob:${KIOSK_ORIGIN}/`);
    answer({ cancel: !own });
  });
}

/** Returns where the built preload lies, seen from the built main. */
export function preloadFile(mainFolder: string): string {
  return join(mainFolder, '../preload/index.cjs');
}
