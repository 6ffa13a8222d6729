import type { Locator } from '@playwright/test';
import { StepScreen } from './screen.ts';

/** Screen 1. */
export class Words extends StepScreen {
  get heading(): Locator {
    return this.headingNamed(this.names.words.heading);
  }

  get words(): Locator {
    return this.field(this.names.words.field);
  }

  get note(): Locator {
    return this.text(this.names.words.note);
  }
}
