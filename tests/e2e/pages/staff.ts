import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** The staff screen, which F9 opens. */
export class Staff extends Screen {
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.names.staff.heading, exact: true });
  }

  get main(): Locator {
    return this.dialog.getByRole('button', { name: this.names.staff.close, exact: true });
  }
}
