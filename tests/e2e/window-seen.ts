import type { Kiosk } from './kiosk.ts';

/** A question that falls between two processes is never answered; who asks then asks again. */
const ANSWER_WITHIN_MS = 1_000;

/** Returns what stands on the screen, fields included, asked of the window itself: Playwright loses a page with its process. */
export function wordsOnScreen({ app }: Kiosk): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow }, limit) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.body.innerText + [...document.querySelectorAll('textarea, input')].map((field) => field.value)`,
        ) as Promise<string>,
        new Promise<string>((resolve) => setTimeout(resolve, limit, 'no answer')),
      ]),
    ANSWER_WITHIN_MS,
  );
}

/** Puts the page into a loop that never ends, once `app.evaluate` has answered. */
export async function hang({ app }: Kiosk): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    void contents?.executeJavaScript('setTimeout(() => { for (;;) document.title; })').catch(() => null);
  });
}
