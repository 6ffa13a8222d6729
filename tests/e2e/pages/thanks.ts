import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** Screen 8. */
export class Thanks extends Screen {
  get heading(): Locator {
    return this.headingNamed(this.names.thanks.heading);
  }

  /** The claim number as it is said: `HEL 1042 K`. */
  get number(): Locator {
    return this.page.getByText(/^[A-Z][A-Z0-9]{1,5} \d+ [0-9A-Z]$/);
  }

  /** What the printer is doing, in plain words. */
  get printing(): Locator {
    return this.page.getByRole('status');
  }

  get cameOut(): Locator {
    return this.button(this.names.thanks.cameOut);
  }

  get didNotComeOut(): Locator {
    return this.button(this.names.thanks.didNotComeOut);
  }

  get expectations(): Locator {
    return this.page.getByRole('main').getByRole('list').getByRole('listitem');
  }

  get main(): Locator {
    return this.button(this.names.thanks.done);
  }

  get showTicket(): Locator {
    return this.button(this.names.thanks.showTicket);
  }

  /** The ticket on the screen, where there is no printer. */
  get ticket(): Locator {
    return this.page.getByRole('dialog', { name: this.names.thanks.ticket, exact: true });
  }

  get ticketPicture(): Locator {
    return this.ticket.getByRole('img');
  }

  get hideTicket(): Locator {
    return this.ticket.getByRole('button', { name: this.names.thanks.hideTicket, exact: true });
  }
}
