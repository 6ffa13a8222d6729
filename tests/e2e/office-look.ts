import type { Locator } from '@playwright/test';
import type { Locale } from '../../src-main/domain/intake.ts';
import { violations } from './accessibility.ts';
import type { Kiosk } from './kiosk.ts';
import { complaints } from './layout.ts';
import { takePicture } from './pictures.ts';

/** The kiosk, and a desk's screen. */
const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1440, height: 900 },
] as const;
const TEXT_SIZES = [100, 200] as const;

/** The windows that every screen is looked at in. */
interface Windows {
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/** One screen of the back office. */
export interface OfficeStop {
  readonly name: string;
  /** What is to be in sight on it; null where it is in the middle of a long page. */
  readonly main: Locator | null;
}

/** Looks at screens with axe, and at every size of type and window for what leaves them. */
export interface OfficeLook {
  readonly look: (kiosk: Kiosk, stop: OfficeStop) => Promise<void>;
  /** What was found. */
  readonly found: readonly string[];
}

/** Returns a look whose pictures, if wanted, go to that folder; at the kiosk's and a desk's size where none is said. */
export function officeLook(
  locale: Locale,
  folder: string,
  { sizes }: Windows = { sizes: SIZES },
): OfficeLook {
  const found: string[] = [];
  let place = 0;
  return {
    found,
    async look(kiosk, { name, main }) {
      place += 1;
      for (const textSize of TEXT_SIZES) {
        await kiosk.page.evaluate((size) => {
          document.documentElement.dataset['textSize'] = String(size);
        }, textSize);
        // What axe asks does not depend on the size of type, but for contrast, which small type needs more of.
        if (textSize === 100) found.push(...(await violations(kiosk, name)));
        // There and back again: a window that is drawn anew is what takes the time.
        for (const { width, height } of textSize === 100 ? sizes : sizes.toReversed()) {
          await kiosk.resize(width, height);
          const where = `${name} ${width}×${height} ${textSize} %`;
          const strict = width === 1080 && textSize === 100;
          // At 200 % on a low screen what is to be pressed may need a scroll.
          const inSight = textSize === 100 ? main : null;
          found.push(...(await complaints(kiosk, inSight, strict)).map((text) => `${where}: ${text}`));
          const file = `${String(place).padStart(2, '0')}-${name}-${locale}-${textSize}-${width}`;
          await takePicture(kiosk.page, folder, file);
        }
      }
      await kiosk.resize(SIZES[0].width, SIZES[0].height);
      await kiosk.page.evaluate(() => (document.documentElement.dataset['textSize'] = '100'));
    },
  };
}
