import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../../../src-main/domain/intake.ts';
import type { FilesMessages } from '../../../resources/messages/office/files-en.ts';
import { Desk } from './desk.ts';

/** Photos and files on the page of a claim. */
export class ClaimFilesPage extends Desk {
  readonly words: FilesMessages;

  constructor(page: Page, locale: Locale = 'en') {
    super(page, locale);
    this.words = this.m.office.files;
  }

  get files(): Locator {
    return this.section(this.words.title);
  }

  get camera(): Locator {
    return this.form(this.words.camera.title);
  }

  get drive(): Locator {
    return this.form(this.words.drive.title);
  }

  /** A button of the section or of a form in it. */
  press(name: string, within: Locator = this.files): Promise<void> {
    return within.getByRole('button', { name, exact: true }).click();
  }

  /** What opens a photo or a file. */
  tile(shows: string): Locator {
    return this.files.getByRole('button').filter({ hasText: shows });
  }

  /** A photo or a file in full. */
  viewer(shows: string): Locator {
    return this.page.getByRole('dialog', { name: shows, exact: true });
  }

  /** Chooses a file on the drive and keeps it. */
  async keepFromDrive(name: string, shows: string): Promise<void> {
    await this.drive.getByRole('button').filter({ hasText: name }).click();
    await this.drive.getByRole('textbox', { name: this.words.shows }).fill(shows);
    await this.press(this.words.keep, this.drive);
    await this.drive.getByText(this.words.kept).waitFor();
  }
}
