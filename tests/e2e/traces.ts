import { expect } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kiosk } from './kiosk.ts';

/** Expects nothing of these words anywhere that the next customer, or a page, could look. */
export async function expectNoTraceOnScreen(kiosk: Kiosk, words: readonly string[]): Promise<void> {
  const places = await lookEverywhere(kiosk);
  for (const [place, content] of Object.entries(places)) {
    for (const word of words) expect(content, `${place} holds nothing of "${word}"`).not.toContain(word);
  }
}

/** Everything that can be looked at without taking the kiosk apart. */
async function lookEverywhere({ app, page, ...kiosk }: Kiosk): Promise<Record<string, string>> {
  const inPage = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    const databases = await indexedDB.databases();
    return {
      'the document': document.documentElement.outerHTML,
      'its title and address': [document.title, location.href, JSON.stringify(history.state)].join(' '),
      'its fields': fields.map((field) => `${field.value} ${field.defaultValue}`).join('\n'),
      'the selection': getSelection()?.toString() ?? '',
      'local storage': JSON.stringify({ ...localStorage }),
      'session storage': JSON.stringify({ ...sessionStorage }),
      IndexedDB: JSON.stringify(databases),
      cookies: document.cookie,
      'the window name': window.name,
    };
  });
  const devtools = await kiosk.devtools();
  const tree = await devtools.send('Accessibility.getFullAXTree');
  const inMain = await app.evaluate(async ({ clipboard, session }) => ({
    // A promise in newer Electrons, a text in older ones.
    'the clipboard': await clipboard.readText(),
    'the cookie store': JSON.stringify(await session.defaultSession.cookies.get({})),
  }));
  return { ...inPage, ...inMain, 'the accessibility tree': JSON.stringify(tree) };
}

/** Expects these words in no file of the data folder, in the encodings that Chromium and SQLite use. */
export async function expectNoTraceInFolder(folder: string, words: readonly string[]): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    for (const word of words) {
      if (bytes.includes(word, 0, 'utf8') || bytes.includes(word, 0, 'utf16le'))
        found.push(`${word}: ${file}`);
    }
  }
  expect(found, 'nothing of the words is on the disk').toEqual([]);
}
