import { expect, type Locator } from '@playwright/test';
import type { SectionName } from '../../../src-main/contract/settings-api.ts';
import { Office } from './office.ts';

/** The screen "Settings" and the pages of its cards. */
export class SettingsScreen extends Office {
  get words(): Office['m']['office']['settings'] {
    return this.m.office.settings;
  }

  /** Opens a card, from wherever somebody is behind the door. */
  async open(section: SectionName): Promise<void> {
    await this.screen('settings').click();
    if (await this.back.isVisible()) await this.back.click();
    await this.setting(section).click();
    await expect(this.heading(this.words.sections[section].title)).toBeVisible();
  }

  get back(): Locator {
    return this.button(this.m.office.back);
  }

  get save(): Locator {
    return this.button(this.m.office.save);
  }

  /** Saves what is open, and waits until it says that it did. */
  async keep(): Promise<void> {
    await this.save.click();
    await expect(this.dialog.getByText(this.m.office.saved)).toBeVisible();
  }

  choice(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name, exact: true });
  }

  time(name: string): Locator {
    return this.dialog.getByRole('combobox', { name, exact: true });
  }
}
