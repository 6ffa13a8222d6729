import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** "Are you still there?" */
export class IdleDialog extends Screen {
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.names.idle.heading, exact: true });
  }

  get main(): Locator {
    return this.dialog.getByRole('button', { name: this.names.idle.stay, exact: true });
  }
}
