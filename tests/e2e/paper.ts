import { expect } from '@playwright/test';
import type { Slip } from '../virtual-printer/types.ts';

/** Returns a text without what paper changes: where its lines break, the bar beside the words, indents. */
export function unwrapped(text: string): string {
  return text.replaceAll(/^\s*\| ?/gm, '').replaceAll(/\s+/g, '');
}

/** Expects every one of the texts on the slip, whole. */
export function expectOnPaper(slip: Slip, texts: readonly string[]): void {
  expect(slip.whole, 'the slip is whole').toBe(true);
  const paper = unwrapped(slip.text);
  for (const text of texts) expect(paper).toContain(unwrapped(text));
}
