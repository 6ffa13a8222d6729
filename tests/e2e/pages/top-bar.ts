import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** The bar over every screen. */
export class TopBar extends Screen {
  get textSize(): Locator {
    return this.button(this.names.bar.textSize);
  }

  get contrast(): Locator {
    return this.button(this.names.bar.contrast);
  }

  /** The store's name, which staff hold. */
  store(name: string): Locator {
    return this.button(name);
  }
}
