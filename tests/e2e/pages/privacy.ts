import type { Locator } from '@playwright/test';
import { Desk } from './desk.ts';

/** What is held on whoever brought a claim, at the end of its page. */
export class PrivacyPage extends Desk {
  get privacy(): Locator {
    return this.section(this.m.office.privacy.title);
  }

  /** Opens a claim that is on the board. */
  async open(number: string): Promise<void> {
    await this.card(number).click();
    await this.timeline.waitFor();
  }

  /** Types the PIN into the question that is open, and answers it. */
  async confirm(pin: string, action: string): Promise<void> {
    await this.type(pin);
    await this.page.getByRole('dialog').last().getByRole('button', { name: action, exact: true }).click();
  }
}
