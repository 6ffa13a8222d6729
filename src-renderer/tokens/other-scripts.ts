import { logFailure } from '../log.ts';

/** The latest at which the fonts are made known, however busy the page is. */
const WITHIN_MS = 1_000;
/** A page that is still there after this long was not going away. */
const STAYS_MS = 1_000;

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
      link.onerror = () => {
        // A page that goes away ends its loading too; only one that stays lacks them.
        setTimeout(() => logFailure('the fonts of other scripts are not there', link.href), STAYS_MS);
      };
      document.head.append(link);
    },
    { timeout: WITHIN_MS },
  );
}
