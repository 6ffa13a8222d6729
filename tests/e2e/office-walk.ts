import { expect, type Locator } from '@playwright/test';
import type { Locale } from '../../src-main/domain/intake.ts';
import { UNCONFIRMING_80 } from '../virtual-printer/profiles.ts';
import type { VirtualPrinter, VirtualPrinterOptions } from '../virtual-printer/virtual-printer.ts';
import type { Kiosk, KioskOptions } from './kiosk.ts';
import type { OfficeStop } from './office-look.ts';
import { MIKA, writePrinters } from './office.ts';
import { Office } from './pages/office.ts';
import { tellAndFinish } from './stories.ts';

/**
 * Goes through every screen behind the staff's door, from the first set-up on, in a store with two printers: one that
 * ran out of paper, and one that cannot confirm.
 */
export async function walkOffice(given: {
  readonly locale: Locale;
  readonly launch: (options?: Partial<KioskOptions>) => Promise<Kiosk>;
  readonly plugIn: (options?: VirtualPrinterOptions) => Promise<VirtualPrinter>;
  readonly newFolder: () => Promise<string>;
  readonly look: (kiosk: Kiosk, stop: OfficeStop) => Promise<void>;
}): Promise<void> {
  const { locale, launch, plugIn, newFolder, look } = given;
  const [empty, simple] = [await plugIn(), await plugIn({ profile: UNCONFIRMING_80 })];
  empty.setPaper('out');
  const dataFolder = await newFolder();
  await writePrinters(dataFolder, [
    { id: 'counter', name: 'Counter', url: `tcp://${empty.host}:${empty.port}` },
    {
      id: 'bench',
      name: 'Workbench',
      url: `tcp://${simple.host}:${simple.port}`,
      profile: 'epson-tm-t20iii',
    },
  ]);
  const kiosk = await launch({ dataFolder, printerUrl: '', locale });
  const { page } = kiosk;
  const office = new Office(page, locale);
  const { m } = office;
  const words = m.office;
  const stop = async (name: string, main: Locator): Promise<void> => {
    await expect(main).toBeVisible();
    await look(kiosk, { name, main });
  };
  const screens = kiosk.screens(locale);
  await tellAndFinish(screens, 'It leaks.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.paper);
  await screens.thanks.main.click();
  await tellAndFinish(screens, 'It hums.');
  await screens.thanks.main.click();

  await page.keyboard.press('F9');
  await stop('door-first', office.button(words.door.setUp));
  await office.button(words.door.setUp).click();
  await stop('set-up-store', office.button(words.next));
  await office.field(words.store.askFor).click();
  await expect(screens.keyboard.board).toBeVisible();
  await stop('set-up-store-typing', office.button(words.next));
  await office.button(words.next).click();
  await stop('set-up-you', office.button(words.next));
  await office.field(words.people.name).fill(MIKA.name);
  await office.dialog.getByRole('radio', { name: m.language, exact: true }).check();
  await office.button(words.next).click();
  await office.type('111111');
  await office.button(words.next).click();
  await expect(office.alert).toHaveText(words.pin.fault['too-simple']);
  await stop('set-up-pin', office.button(words.next));
  await office.type(MIKA.pin);
  await office.button(words.next).click();
  await office.type(MIKA.pin);
  await office.button(words.pin.set).click();
  await stop('set-up-printer', office.button(words.setUp.find));
  await office.button(words.setUp.later).click();

  const waiting = office.slip(m.staff.problems['paper-out']).first();
  await expect(waiting).toBeVisible();
  await waiting.getByRole('button', { name: new RegExp(`^${words.paper.move}`) }).click();
  await stop('paper-move', office.button('Workbench'));
  await office.button('Workbench').click();
  await expect(office.slip(m.staff.states['sent-unconfirmed'])).toBeVisible();
  await stop('paper', office.screen('paper'));
  await waiting.getByRole('button', { name: new RegExp(`^${words.paper.show}`) }).click();
  await expect(office.dialog.getByRole('img')).toBeVisible();
  await stop('paper-show', office.button(m.staff.close));
  await office.button(m.staff.close).click();
  await waiting.getByRole('button', { name: new RegExp(`^${words.paper.void}`) }).click();
  await office.field(words.paper.voidReason).click();
  await expect(screens.keyboard.board).toBeVisible();
  await stop('paper-void', office.button(words.paper.voidIt));

  await office.screen('printers').click();
  await stop('printers', office.button(words.printers.add));
  await office.button(words.printers.add).click();
  await stop('printers-add', office.button(words.save));
  await office.button(words.cancel).click();
  await office.button(words.printers.find).click();
  await stop('printers-find', office.button(words.printers.start));
  await office.button(words.back).click();
  await office.button(words.printers.testOf('Workbench')).click();
  await expect(office.dialog.getByRole('checkbox').first()).toBeVisible();
  await stop('printers-test', office.button(words.printers.testSave));
  await office.button(words.cancel).click();

  await office.screen('people').click();
  await stop('people', office.button(words.people.add));
  await office.button(words.people.add).click();
  await stop('people-add', office.button(words.next));
  await office.button(words.shell.ownPin).click();
  await stop('own-pin', office.button(words.next));
  await office.signOut.click();

  await page.keyboard.press('F9');
  await stop('door', office.signIn);
  await office.button(m.staff.health).click();
  await stop('health', office.button(m.staff.close));
}
