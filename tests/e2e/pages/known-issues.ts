import type { Locator } from '@playwright/test';
import { Desk } from './desk.ts';

/** Known issues: their screen, and the section on the page of a claim. */
export class KnownIssues extends Desk {
  get words(): typeof this.m.office.knownIssues {
    return this.m.office.knownIssues;
  }

  /** The section of a claim's page. */
  get onClaim(): Locator {
    return this.section(this.words.onClaim.title);
  }

  get startForm(): Locator {
    return this.form(this.words.onClaim.startTitle);
  }

  get changeForm(): Locator {
    return this.form(this.words.change.title);
  }

  get customers(): Locator {
    return this.section(this.words.tell.title);
  }

  get claims(): Locator {
    return this.section(this.words.joined.title);
  }

  get pack(): Locator {
    return this.section(this.words.pack.title);
  }

  /** An issue on the list. */
  issue(title: string): Locator {
    return this.dialog.getByRole('button').filter({ hasText: title });
  }

  /** Opens the list and an issue of it. */
  async openIssue(title: string): Promise<void> {
    await this.screen('known-issues').click();
    await this.issue(title).click();
    await this.heading(title).waitFor();
  }

  /** Begins an issue on the page of a claim, with the similar claims whose words these are. */
  async start(title: string, similar: readonly (string | RegExp)[] = []): Promise<void> {
    await this.onClaim.getByRole('button', { name: this.words.onClaim.start, exact: true }).click();
    await this.startForm.getByRole('textbox', { name: this.words.change.name, exact: true }).fill(title);
    for (const words of similar) await this.startForm.getByRole('checkbox', { name: words }).check();
    await this.startForm.getByRole('button', { name: this.words.onClaim.begin, exact: true }).click();
  }

  /** Says as a supervisor where the issue stands. */
  async say(state: keyof typeof this.m.office.knownIssues.states): Promise<void> {
    await this.button(this.words.change.title).click();
    await this.changeForm.getByRole('radio', { name: this.words.states[state], exact: true }).check();
    await this.changeForm.getByRole('button', { name: this.m.office.save, exact: true }).click();
    await this.changeForm.waitFor({ state: 'hidden' });
  }
}
