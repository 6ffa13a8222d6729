import type { Locator } from '@playwright/test';
import type { Lane } from '../../../src-main/domain/claim-life.ts';
import { Office } from './office.ts';

/** The board and the page of a claim, in the language of whoever uses them. */
export class Desk extends Office {
  get board(): Locator {
    return this.heading(this.m.office.board.title);
  }

  /** A lane, with its count as it stands beside its name. */
  lane(lane: Lane, count: number): Locator {
    return this.dialog.getByRole('region', {
      name: `${this.m.office.board.lanes[lane]} ${count}`,
      exact: true,
    });
  }

  /** A card of a lane or of the whole board, by something that stands on it; not what others owe on the same claim. */
  card(text: string | RegExp, within: Locator = this.dialog): Locator {
    return within.getByRole('button').and(this.page.locator(':not(.thing)')).filter({ hasText: text });
  }

  /** A section of a claim's page. */
  section(name: string): Locator {
    return this.dialog.getByRole('region', { name, exact: true });
  }

  get promises(): Locator {
    return this.section(this.m.office.claimPage.promises.title);
  }

  get expectations(): Locator {
    return this.section(this.m.office.claimPage.expectations.title);
  }

  get timeline(): Locator {
    return this.section(this.m.office.claimPage.timeline.title);
  }

  /** A few questions in their place on the page. */
  form(name: string): Locator {
    return this.dialog.getByRole('group', { name, exact: true });
  }
}
