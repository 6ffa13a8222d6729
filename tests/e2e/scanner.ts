import type { Kiosk } from './kiosk.ts';

/** A scanner's pace. */
const KEY_MS = 5;

/**
 * Scans a code: keys as a scanner sends them, and Enter. The times are told to Chromium, so that a busy machine does
 * not turn a scanner into a person.
 */
export async function burst(kiosk: Kiosk, code: string): Promise<void> {
  const devtools = await kiosk.devtools();
  const start = Date.now() / 1000;
  const keys = [...code].map((key) => ({ key, text: key }));
  for (const [index, { key, text }] of [...keys, { key: 'Enter', text: '\r' }].entries()) {
    const timestamp = start + (index * KEY_MS) / 1000;
    const given = { key, timestamp, windowsVirtualKeyCode: key === 'Enter' ? 13 : text.charCodeAt(0) };
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...given });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...given });
  }
}
