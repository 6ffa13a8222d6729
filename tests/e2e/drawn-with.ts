import type { Locator } from '@playwright/test';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Kiosk } from './kiosk.ts';

/** A font that an element was drawn with, as Chromium tells it. */
export interface DrawnWith {
  /** The name inside the font's file. */
  readonly name: string;
  /** Whether the page brought it, so that it is none of the machine's. */
  readonly ours: boolean;
  readonly glyphs: number;
}

const ONLY_FONT = '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf';
const MARK = 'data-asked-for-fonts';

/** Returns the environment of a machine that has one font, of Latin, Greek and Cyrillic letters; `folder` holds it. */
export async function withoutSystemFonts(folder: string): Promise<Record<string, string>> {
  const fonts = join(folder, 'fonts');
  await mkdir(fonts);
  await copyFile(createRequire(import.meta.url).resolve(ONLY_FONT), join(fonts, 'only.ttf'));
  const config = join(folder, 'fonts.conf');
  const cache = join(folder, 'cache');
  await writeFile(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: config };
}

/** Returns the fonts that the text of an element is drawn with now. */
export async function fontsOf(kiosk: Kiosk, element: Locator): Promise<readonly DrawnWith[]> {
  const devtools = await kiosk.devtools();
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  await element.evaluate((node, mark) => node.setAttribute(mark, ''), MARK);
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[${MARK}]` });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await element.evaluate((node, mark) => node.removeAttribute(mark), MARK);
  return fonts.map(({ familyName, isCustomFont, glyphCount }) => ({
    name: familyName,
    ours: isCustomFont,
    glyphs: glyphCount,
  }));
}
