import type { PrinterLanguage } from '../../domain/printer.ts';
import type { PrinterText } from './code-page.ts';
import type { TestPart, TestSubject } from '../slip/test-slip.ts';
import { encode } from './encode.ts';

const NOTHING_TRUSTED: PrinterText = { codePages: [] };

/**
 * Returns the bytes of a test slip. Each part is encoded as if exactly what it shows were verified, and nothing else:
 * that is what makes it a test, and why no other slip may be made this way.
 */
export function encodeTestSlip(
  parts: readonly TestPart[],
  columns: number,
  language: PrinterLanguage = 'escpos',
): Buffer {
  return Buffer.concat(
    parts.map(({ subject, lines }) =>
      encode({ columns, lines }, { language, text: textFor(subject), qr: true, cut: true }),
    ),
  );
}

function textFor(subject: TestSubject | null): PrinterText {
  switch (subject?.kind) {
    case 'code-page':
      return { codePages: [{ page: subject.page, escT: subject.escT }] };
    case 'utf8':
      return { codePages: [], utf8: true };
    default:
      return NOTHING_TRUSTED;
  }
}
