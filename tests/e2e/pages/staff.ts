import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** The staff's door, which F9 opens, and how the kiosk is, which anybody there can read. */
export class Staff extends Screen {
  /** The door, with its heading. */
  get door(): Locator {
    return this.headingNamed(this.names.staff.pin);
  }

  /** What leads to how the kiosk is. */
  get health(): Locator {
    return this.button(this.names.staff.health);
  }

  get toKiosk(): Locator {
    return this.button(this.names.staff.toKiosk);
  }

  /** How the kiosk is. */
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.names.staff.health, exact: true });
  }

  get main(): Locator {
    return this.dialog.getByRole('button', { name: this.names.staff.close, exact: true });
  }
}
