import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** Screen 7. */
export class ReadBack extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.readback.heading);
  }

  /** The customer's words, quoted. */
  get words(): Locator {
    return this.page
      .getByRole('region', { name: this.names.readback.words, exact: true })
      .getByRole('blockquote');
  }

  /** Everything else that was given. */
  get answers(): Locator {
    return this.page.getByRole('main');
  }

  get main(): Locator {
    return this.button(this.names.readback.yes);
  }

  get change(): Locator {
    return this.button(this.names.readback.change);
  }

  /** "Change" beside one thing. */
  changePart(part: string): Locator {
    return this.button(this.names.readback.changePart(part));
  }

  get tryAgain(): Locator {
    return this.button(this.names.readback.tryAgain);
  }
}
