import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** The screen of a kiosk whose database cannot be used. */
export class OutOfService extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.outOfService);
  }

  get more(): Locator {
    return this.text(this.names.outOfServiceMore);
  }

  /** The door for staff is all that can be pressed here. */
  get main(): Locator {
    return this.button(this.names.staff.heading);
  }
}
