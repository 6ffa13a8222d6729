import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** "Check on my claim". */
export class CheckClaim extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.check.heading);
  }

  get number(): Locator {
    return this.field(this.names.check.number);
  }

  get secret(): Locator {
    return this.field(this.names.check.secret);
  }

  get main(): Locator {
    return this.button(this.names.check.show);
  }

  get back(): Locator {
    return this.button(this.names.step.back);
  }

  get problem(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /./ });
  }
}

/** The claim of a ticket. */
export class ClaimStatus extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.status.heading);
  }

  get promises(): Locator {
    return this.page.getByRole('region', { name: this.names.status.promised, exact: true });
  }

  /** The section of the customer's own words. */
  get told(): Locator {
    return this.page.getByRole('region', { name: this.names.status.told, exact: true });
  }

  get content(): Locator {
    return this.page.getByRole('main');
  }

  get add(): Locator {
    return this.button(this.names.status.add);
  }

  get thank(): Locator {
    return this.button(this.names.praise.open);
  }

  get main(): Locator {
    return this.button(this.names.thanks.done);
  }
}

/** Further words to a claim. */
export class MoreWords extends Screen {
  get words(): Locator {
    return this.field(this.names.more.field);
  }

  get main(): Locator {
    return this.button(this.names.more.add);
  }
}

/** "Say thank you". */
export class SayThanks extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.praise.heading);
  }

  person(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  get everyone(): Locator {
    return this.person(this.names.praise.everyone);
  }

  get words(): Locator {
    return this.field(this.names.praise.field);
  }

  get main(): Locator {
    return this.button(this.names.praise.send);
  }
}

/** After a thank you. */
export class Thanked extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.praised.heading);
  }

  get main(): Locator {
    return this.button(this.names.thanks.done);
  }
}
