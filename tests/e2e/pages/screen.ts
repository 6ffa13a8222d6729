import type { Locator, Page } from '@playwright/test';
import type { Names } from '../names.ts';

/** What every screen has. Page objects ask by role and name only, as a person would, and do nothing by themselves. */
export abstract class Screen {
  protected readonly page: Page;
  protected readonly names: Names;

  constructor(page: Page, names: Names) {
    this.page = page;
    this.names = names;
  }

  protected headingNamed(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  protected button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  protected field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  protected text(text: string): Locator {
    return this.page.getByText(text, { exact: true });
  }
}

/** A screen that asks something: the three ways out are the same everywhere. */
export abstract class StepScreen extends Screen {
  /** The main action, as on every screen that has one. */
  get main(): Locator {
    return this.button(this.names.step.continue);
  }

  get back(): Locator {
    return this.button(this.names.step.back);
  }

  get skip(): Locator {
    return this.button(this.names.step.skip);
  }

  get finish(): Locator {
    return this.button(this.names.step.finish);
  }
}
