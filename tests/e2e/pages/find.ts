import type { Locator } from '@playwright/test';
import { Desk } from './desk.ts';

/** The field that finds claims, and what was found. */
export class Find extends Desk {
  get search(): Locator {
    return this.field(this.m.office.find.label);
  }

  get toHits(): Locator {
    return this.button(this.m.office.find.back);
  }

  /** A hit, by something that stands on it. */
  hit(text: string | RegExp): Locator {
    return this.dialog.getByRole('listitem').getByRole('button').filter({ hasText: text });
  }

  /** What is marked in the hits. */
  get marks(): Locator {
    return this.dialog.locator('mark');
  }

  /** The quiet numbers in the sidebar, as they are read. */
  get counts(): Locator {
    return this.dialog.getByRole('list', { name: this.m.office.find.counts, exact: true });
  }
}
