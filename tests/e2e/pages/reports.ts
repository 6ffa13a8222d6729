import type { Locator } from '@playwright/test';
import type { ReportName } from '../../../src-main/domain/report.ts';
import { Office } from './office.ts';

/** The screen of reports, in the language of whoever uses it. */
export class ReportsPage extends Office {
  get words(): Office['m']['office']['reports'] {
    return this.m.office.reports;
  }

  /** Opens the screen and waits for its figures. */
  async open(): Promise<void> {
    await this.screen('reports').click();
    await this.report('goodwill').waitFor();
  }

  /** A report. */
  report(name: ReportName): Locator {
    return this.dialog.getByRole('region', { name: this.words.reports[name].name, exact: true });
  }

  /** A button of a report. */
  action(name: ReportName, action: string): Locator {
    return this.button(`${action}: ${this.words.reports[name].name}`);
  }

  get whose(): Locator {
    return this.dialog.getByRole('combobox', { name: this.words.whose, exact: true });
  }

  /** What stands in the table of a report, row by row. */
  async table(name: ReportName): Promise<string[][]> {
    const rows = await this.report(name).getByRole('row').all();
    return Promise.all(
      rows.map(async (row) => (await row.locator('th, td').allTextContents()).map((text) => text.trim())),
    );
  }
}
