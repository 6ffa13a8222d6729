import { BrowserWindow, session, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../domain/result.ts';
import { markup, type Html } from './html.ts';
import { pageFonts, type PageFonts } from './page-fonts.ts';
import type { Pages } from './pages.ts';

/** Why there are no pages; `detail` is for the log. */
export interface PdfFault {
  readonly reason: 'too-slow' | 'failed' | 'closed';
  readonly detail: string;
}

/** Makes PDFs of pages, one at a time. */
export interface PdfMaker {
  /** Returns the PDF's bytes. Every font in it is the app's own, but for the digits and the mark at the foot. */
  make(pages: Pages): Promise<Result<Uint8Array, PdfFault>>;
  /** Ends what is being made; what was asked for and not made is closed. */
  close(): void;
}

const ORIGIN = 'app://pages';
const FONTS = `${ORIGIN}/fonts/`;
const PAGE = `${ORIGIN}/page.html`;
const FONTS_CSS = `${ORIGIN}/fonts.css`;
const PAGE_CSS = `${ORIGIN}/page.css`;
const LIMIT_MS = 30_000;
/** Inches. Chromium's own A4 is half a millimetre off. */
const SIZES = { a4: { width: 210 / 25.4, height: 297 / 25.4 }, letter: { width: 8.5, height: 11 } };
/** Inches. The foot stands in the lower one. */
const MARGINS = { top: 0.85, bottom: 0.95, left: 0.95, right: 0.95 };
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ');
/** A world of our own beside the page's, which has no script at all. */
const OUR_WORLD = 900;
/** Lays the page out, which is when it asks for its fonts, and waits for them. */
const FONTS_ARE_THERE = 'document.body.offsetHeight; document.fonts.ready.then(() => document.fonts.status)';

/**
 * Returns the app's one maker. It prints in a window which nobody ever sees: no script, no preload, no permission, a
 * session of its own in memory only, and nothing to load but the page and the app's fonts. `limitMs`: how long one may
 * take.
 */
export function createPdfMaker({ limitMs = LIMIT_MS }: { readonly limitMs?: number } = {}): PdfMaker {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let ending: AbortController | undefined;
  let served: Served = new Map();
  let partition: Session | undefined;

  async function makeNow(pages: Pages): Promise<Result<Uint8Array, PdfFault>> {
    if (closed) return err({ reason: 'closed', detail: 'the app is closing' });
    ending = new AbortController();
    const fonts = await pageFonts(FONTS);
    partition ??= lockedSession(() => served, fonts);
    served = textsOf(pages, fonts);
    const window = openWindow(partition);
    try {
      return await Promise.race([print(window, pages), ended(window, ending.signal, limitMs)]);
    } finally {
      ending.abort();
      window.destroy();
      served = new Map();
    }
  }

  return {
    make(pages) {
      const made = last.then(() => makeNow(pages));
      // Whoever asked hears of its failure; the next one is made all the same.
      last = made.catch(() => undefined);
      return made;
    },
    close() {
      closed = true;
      ending?.abort();
    },
  };
}

async function print(window: BrowserWindow, pages: Pages): Promise<Result<Uint8Array, PdfFault>> {
  try {
    const { webContents } = window;
    await webContents.loadURL(PAGE);
    const fonts: unknown = await webContents.executeJavaScriptInIsolatedWorld(OUR_WORLD, [
      { code: FONTS_ARE_THERE },
    ]);
    if (fonts !== 'loaded') return err({ reason: 'failed', detail: `the fonts are ${String(fonts)}` });
    const pdf = await webContents.printToPDF({
      pageSize: SIZES[pages.paper],
      margins: MARGINS,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: markup`<span></span>`.source,
      footerTemplate: footOf(pages.mark).source,
      generateTaggedPDF: true,
    });
    return ok(pdf);
  } catch (error) {
    return err({ reason: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Chromium's own template of a foot; it can load no font, so that it holds only what any font has. */
function footOf(mark: string): Html {
  return markup`<div
    style="inline-size: 100%; margin-inline: 0.95in; display: flex; justify-content: space-between; color: #5a6272; font: 8pt sans-serif"
  >
    <span>${mark}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span>
  </div>`;
}

/** Settles when it has taken too long, when its process is gone, or when the app is closing. */
function ended(
  window: BrowserWindow,
  closing: AbortSignal,
  limitMs: number,
): Promise<Result<never, PdfFault>> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(err({ reason: 'too-slow', detail: `longer than ${limitMs} ms` })),
      limitMs,
    );
    window.webContents.on('render-process-gone', (_, { reason }) =>
      resolve(err({ reason: 'failed', detail: `the process of the pages is gone: ${reason}` })),
    );
    closing.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(err({ reason: 'closed', detail: 'the app is closing' }));
    });
  });
}

function openWindow(partition: Session): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      session: partition,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      images: false,
      webgl: false,
      disableDialogs: true,
      enableWebSQL: false,
    },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  return window;
}

/** What the window may load: addresses with their texts. */
type Served = ReadonlyMap<string, { readonly type: string; readonly text: string }>;

function textsOf(pages: Pages, fonts: PageFonts): Served {
  return new Map([
    [PAGE, { type: 'text/html; charset=utf-8', text: documentOf(pages).source }],
    [FONTS_CSS, { type: 'text/css; charset=utf-8', text: fonts.css }],
    [PAGE_CSS, { type: 'text/css; charset=utf-8', text: pages.css }],
  ]);
}

/** Returns a locked session that has these texts and the fonts, and nothing else; no word of it reaches a disk. */
function lockedSession(served: () => Served, { files }: PageFonts): Session {
  const partition = session.fromPartition('pages', { cache: false });
  partition.protocol.handle('app', async ({ url }) => {
    const found = served().get(url);
    if (found) return new Response(found.text, { headers: headersOf(found.type) });
    const file = files.get(url);
    if (file === undefined) return new Response('not here', { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), { headers: headersOf('font/woff2') });
  });
  partition.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !served().has(url) && !files.has(url) }),
  );
  partition.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  partition.setPermissionCheckHandler(() => false);
  partition.setDevicePermissionHandler(() => false);
  partition.on('will-download', (event) => event.preventDefault());
  partition.setSpellCheckerEnabled(false);
  return partition;
}

function headersOf(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // A page in a sandbox has no origin, and fonts are asked for with one.
    'access-control-allow-origin': '*',
  };
}

function documentOf({ title, lang, dir, body }: Pages): Html {
  return markup`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <link rel="stylesheet" href="${FONTS_CSS}" />
        <link rel="stylesheet" href="${PAGE_CSS}" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
