import type { Locator, Page } from '@playwright/test';
import { messagesFor, type Messages } from '../../../resources/messages/catalogue.ts';
import type { SectionName } from '../../../src-main/contract/settings-api.ts';
import type { Locale } from '../../../src-main/domain/intake.ts';
import type { ScreenName } from '../../../src-renderer/back-office/screens.ts';

/** The staff's door, the wizard and the back office, in the language of whoever uses them. */
export class Office {
  readonly page: Page;
  readonly m: Messages;

  constructor(page: Page, locale: Locale = 'en') {
    this.page = page;
    this.m = messagesFor(locale);
  }

  /** Everything behind the door, the door itself included. */
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.m.staff.title, exact: true });
  }

  get pin(): Locator {
    return this.heading(this.m.office.door.title);
  }

  get signIn(): Locator {
    return this.button(this.m.office.door.signIn);
  }

  get alert(): Locator {
    return this.dialog.getByRole('alert').filter({ hasText: /./ });
  }

  get toKiosk(): Locator {
    return this.button(this.m.office.door.toKiosk);
  }

  get signOut(): Locator {
    return this.button(this.m.office.shell.signOut);
  }

  get screens(): Locator {
    return this.dialog.getByRole('navigation', { name: this.m.office.shell.screens });
  }

  heading(name: string): Locator {
    return this.dialog.getByRole('heading', { level: 1, name, exact: true });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true });
  }

  /** A person at the door. */
  person(name: string): Locator {
    return this.dialog.getByRole('button', { name: new RegExp(`^${name} `) });
  }

  /** A screen, in the sidebar. */
  screen(name: ScreenName): Locator {
    return this.screens.getByRole('button', { name: this.m.office.shell[name], exact: true });
  }

  /** A card of the settings. */
  setting(section: SectionName): Locator {
    return this.dialog.locator(`[data-section="${section}"]`);
  }

  /** A slip on the screen "Paper", by something that stands on its card. */
  slip(text: string | RegExp): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: text });
  }

  /** Types digits on the real keyboard. */
  async type(pin: string): Promise<void> {
    await this.page.keyboard.type(pin);
  }

  /** Comes in as somebody whose name may be the only one. */
  async enter(name: string, pin: string): Promise<void> {
    await this.page.keyboard.press('F9');
    await this.signInAs(name, pin);
  }

  /** Signs in at the door. */
  async signInAs(name: string, pin: string): Promise<void> {
    await this.person(name).click();
    await this.type(pin);
    await this.signIn.click();
    await this.signOut.waitFor();
  }
}
