import type { Messages } from '../../../resources/messages/catalogue.ts';
import type { ProfileChoice } from '../../../src-main/contract/paper-api.ts';
import { PREVIEW_URL, type PrinterId, type PrinterSettings } from '../../../src-main/domain/printer.ts';

/** Returns what a printer is called: its name, or else where it is. */
export function printerName(messages: Messages, { name, url }: PrinterSettings): string {
  if (name !== '') return name;
  return url === PREVIEW_URL ? messages.office.printers.onScreen : url;
}

/** Returns what a model is called; the generic ones by the width of their paper. */
export function modelName(messages: Messages, { maker, model, generic }: ProfileChoice): string {
  const called = [maker, model].filter(Boolean).join(' ');
  return generic ? `${messages.office.printers.anyModel} (${called})` : called;
}

/** Returns an id that no printer has yet. Slips wait for it, so it never becomes another's while it is in use. */
export function newPrinterId(printers: readonly PrinterSettings[]): PrinterId {
  const taken = new Set<string>(printers.map(({ id }) => id));
  let count = printers.length + 1;
  while (taken.has(`printer-${count}`)) count += 1;
  return `printer-${count}` as PrinterId;
}
