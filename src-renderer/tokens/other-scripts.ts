import { logFailure } from '../log.ts';

/** The latest at which the fonts are made known, however busy the page is. */
const WITHIN_MS = 1_000;

/**
 * Makes the fonts of every script known that the first screen does not need. Their rules alone are longer than all other
 * styles together, so the page is painted before it reads them; a font's file is loaded once a character of it is shown.
 */
export function knowOtherScripts(): void {
  requestIdleCallback(
    () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = './fonts/other-scripts.css';
      link.onerror = () => logFailure('the fonts of other scripts are not there', link.href);
      document.head.append(link);
    },
    { timeout: WITHIN_MS },
  );
}
