import type { ClaimNumber } from '../../src-main/domain/claim-number.ts';
import type { Slip } from '../virtual-printer/types.ts';
import type { VirtualPrinter } from '../virtual-printer/virtual-printer.ts';

/** A customer of the campaign, and what must be on a slip that is whole for them. */
export interface Customer {
  readonly number: ClaimNumber;
  readonly statement: string;
}

/** Returns the slips that are whole for a customer: nothing torn off, the number, the words, and the code at the end. */
export function wholeSlipsOf(printer: VirtualPrinter, { number, statement }: Customer): readonly Slip[] {
  const spoken = `${number.replaceAll('-', ' ')}\n`;
  return printer.slips.filter(
    (slip) =>
      slip.whole &&
      slip.text.includes(spoken) &&
      slip.text.includes(statement) &&
      slip.qrCodes.some((code) => code.startsWith(`IYW:${number}:`)),
  );
}

/** Whether a slip says that it replaces an earlier one. */
export function isCopy(slip: Slip): boolean {
  return slip.text.includes('COPY');
}
