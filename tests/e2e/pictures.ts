import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from './fixtures.ts';

/** Whether somebody wants to look: a picture takes longer than all that a test asks of the screen. */
const WANTED = process.env['IYW_PICTURES'] === '1';

/** Photographs a page as `test-results/<folder>/<name>.png` where `IYW_PICTURES=1` asks for it. */
export async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  if (!WANTED) return;
  const into = join(test.info().project.outputDir, folder);
  await mkdir(into, { recursive: true });
  await page.screenshot({ path: join(into, `${name}.png`) });
}
