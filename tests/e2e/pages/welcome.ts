import type { Locator } from '@playwright/test';
import { namesOf } from '../names.ts';
import type { Locale } from '../../../src-main/domain/intake.ts';
import { Screen } from './screen.ts';

/** Screen 0. */
export class Welcome extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.welcome.heading);
  }

  get main(): Locator {
    return this.button(this.names.welcome.start);
  }

  get sentence(): Locator {
    return this.text(this.names.welcome.sentence);
  }

  /** Said when somebody went back to the start: nothing is lost. */
  get kept(): Locator {
    return this.text(this.names.welcome.kept);
  }

  get check(): Locator {
    return this.button(this.names.check.open);
  }

  get thank(): Locator {
    return this.button(this.names.praise.open);
  }

  get clear(): Locator {
    return this.button(this.names.welcome.clear);
  }

  /** The button of a language, in that language's own name. */
  language(locale: Locale): Locator {
    return this.button(namesOf(locale).language);
  }
}
