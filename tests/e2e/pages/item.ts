import type { Locator } from '@playwright/test';
import { StepScreen } from './screen.ts';

/** Screen 3. */
export class Item extends StepScreen {
  get heading(): Locator {
    return this.headingNamed(this.names.item.heading);
  }

  get name(): Locator {
    return this.field(this.names.item.name);
  }

  get serial(): Locator {
    return this.field(this.names.item.serial);
  }
}
