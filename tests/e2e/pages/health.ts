import type { Locator } from '@playwright/test';
import type { FindingCode } from '../../../src-main/domain/health.ts';
import { Office } from './office.ts';

/** The screen "Health". */
export class HealthPage extends Office {
  get words() {
    return this.m.office.health;
  }

  /** What is said of something: one card. */
  finding(code: FindingCode): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: this.words.findings[code] });
  }

  /** What everybody is told on every screen. */
  get banner(): Locator {
    return this.dialog.getByRole('status').filter({ has: this.named(this.words.banner.open) });
  }

  get make(): Locator {
    return this.button(this.words.backups.make);
  }

  get backups(): Locator {
    return this.dialog.getByRole('region', { name: this.words.backups.title });
  }

  /** The backups that one can go back to, newest first. */
  get choices(): Locator {
    return this.backups.getByRole('listitem').getByRole('button');
  }

  /** The drives that backups could be copied to. */
  get drives(): Locator {
    return this.backups.getByRole('combobox', { name: this.words.second.choose });
  }

  /** What became of a replaced database. */
  get recovery(): Locator {
    return this.dialog
      .getByRole('region')
      .filter({ has: this.named(this.words.recovery.seen) })
      .last();
  }

  /** A button inside of something: what it is in says where. */
  private named(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.screen('health').click();
    await this.heading(this.m.office.shell.health).waitFor();
  }
}
