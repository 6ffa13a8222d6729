import type { Locator } from '@playwright/test';
import { Desk } from './desk.ts';

/** One's own screen, in the language of whoever uses it. */
export class MyDayScreen extends Desk {
  get praise(): Locator {
    return this.section(this.m.office.myDay.praise.title);
  }

  get handedOver(): Locator {
    return this.section(this.m.office.myDay.handedOver.title);
  }

  get hard(): Locator {
    return this.section(this.m.office.myDay.hard.title);
  }

  get unfinished(): Locator {
    return this.section(this.m.office.myDay.unfinished.title);
  }

  /** How many hard conversations a person has carried, as their row says it. */
  carriedBy(name: string): Locator {
    return this.hard.getByRole('listitem').filter({ hasText: name }).first();
  }
}
