import type { Locator } from '@playwright/test';
import type { ContactWay } from '../../../src-main/domain/intake.ts';
import { StepScreen } from './screen.ts';

/** Screen 6. */
export class Contact extends StepScreen {
  get heading(): Locator {
    return this.headingNamed(this.names.contact.heading);
  }

  get name(): Locator {
    return this.field(this.names.contact.name);
  }

  get phone(): Locator {
    return this.field(this.names.contact.phone);
  }

  get email(): Locator {
    return this.field(this.names.contact.email);
  }

  way(way: ContactWay): Locator {
    const { group, ways } = this.names.contact;
    return this.page
      .getByRole('group', { name: group, exact: true })
      .getByRole('radio', { name: ways[way], exact: true });
  }
}
