import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** The keyboard on the screen. */
export class OnScreenKeyboard extends Screen {
  get board(): Locator {
    return this.page.getByRole('group', { name: this.names.keyboard.label, exact: true });
  }

  /** A key by the letter on it, or by its name. */
  key(name: string): Locator {
    return this.board.getByRole('button', { name, exact: true });
  }

  get shift(): Locator {
    return this.key(this.names.keyboard.shift);
  }

  get space(): Locator {
    return this.key(this.names.keyboard.space);
  }

  get enter(): Locator {
    return this.key(this.names.keyboard.enter);
  }

  get backspace(): Locator {
    return this.key(this.names.keyboard.backspace);
  }

  get numbers(): Locator {
    return this.pageKey(this.names.keyboard.numbers);
  }

  get letters(): Locator {
    return this.pageKey(this.names.keyboard.letters);
  }

  /** The key shows a sample of where it leads, such as `123`, which may be the beginning of its name. */
  private pageKey(name: string): Locator {
    return this.board.getByRole('button', { name: new RegExp(`(^|\\s)${name}$`) });
  }
}
