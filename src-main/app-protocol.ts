import { protocol } from 'electron';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { screenFonts } from './pdf/page-fonts.ts';

const SCHEME = 'app';
/** The origin of the kiosk's page. */
export const KIOSK_ORIGIN = `${SCHEME}://kiosk`;
/** The fonts of all scripts but Latin and Arabic, out of the packages that paper is drawn with. */
const FONTS = `${KIOSK_ORIGIN}/fonts/`;
const FONTS_CSS = `${FONTS}other-scripts.css`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Declares `app://` as a standard, secure scheme; must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/**
 * Serves the built renderer on `app://kiosk/`: exactly the files that lie in `folder` now and the fonts that ship with the
 * app, GET only, under a strict content security policy. Anything else is 404, whatever dots and escapes its path holds.
 */
export function serveApp(folder: string): void {
  const table = fileTable(folder);
  protocol.handle(SCHEME, async (request) => {
    const { method, url } = request;
    const file = method === 'GET' ? ((await table).get(url) ?? (await fontFile(url))) : undefined;
    if (file !== undefined) return answer(new Uint8Array(await readFile(file)), extname(file));
    if (method === 'GET' && url === FONTS_CSS) return answer((await screenFonts(FONTS)).css, '.css');
    return new Response('not here', { status: 404 });
  });
}

function answer(body: Uint8Array<ArrayBuffer> | string, extension: string): Response {
  return new Response(body, {
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/** Their list is read only when a page first asks for one, which is after its first screen. */
async function fontFile(url: string): Promise<string | undefined> {
  return url.startsWith(FONTS) ? (await screenFonts(FONTS)).files.get(url) : undefined;
}

async function fileTable(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [`${KIOSK_ORIGIN}/${relative(folder, file).split(sep).join('/')}`, file];
      }),
  );
}
