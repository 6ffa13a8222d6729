import type { Locator } from '@playwright/test';
import type { Outcome } from '../../../src-main/domain/intake.ts';
import { StepScreen } from './screen.ts';

/** Screen 4. */
export class Attempts extends StepScreen {
  get heading(): Locator {
    return this.headingNamed(this.names.attempts.heading);
  }

  get tried(): Locator {
    return this.field(this.names.attempts.field);
  }

  helped(outcome: Outcome): Locator {
    const { group, outcomes } = this.names.attempts;
    return this.page
      .getByRole('group', { name: group, exact: true })
      .getByRole('radio', { name: outcomes[outcome], exact: true });
  }

  get add(): Locator {
    return this.button(this.names.attempts.add);
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: this.names.attempts.list, exact: true }).getByRole('listitem');
  }

  remove(what: string): Locator {
    return this.button(this.names.attempts.remove(what));
  }
}
