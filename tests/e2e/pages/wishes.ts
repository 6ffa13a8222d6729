import type { Locator } from '@playwright/test';
import type { Wish } from '../../../src-main/domain/intake.ts';
import { StepScreen } from './screen.ts';

/** Screen 5. */
export class Wishes extends StepScreen {
  get heading(): Locator {
    return this.headingNamed(this.names.wishes.heading);
  }

  wish(wish: Wish): Locator {
    return this.page.getByRole('checkbox', { name: this.names.wishes.kinds[wish], exact: true });
  }

  get words(): Locator {
    return this.field(this.names.wishes.field);
  }
}
