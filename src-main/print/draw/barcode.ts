import JsBarcode from 'jsbarcode';
import type { PaperLine } from '../slip/paper.ts';
import { blank, type Greys } from './bitmap.ts';

/** Rows of the bars: 10 mm, so that a scanner held slanted still crosses all of them. */
export const BARCODE_HEIGHT = 80;
const BLACK = 0;

/** Returns a barcode in the middle of paper that is `width` dots wide; it says the same as the printer's own bars. */
export function drawBarcode(
  { data, moduleDots }: Extract<PaperLine, { kind: 'barcode' }>,
  width: number,
): Greys {
  const modules = code128Modules(data);
  const paper = blank(width, BARCODE_HEIGHT);
  const left = Math.floor((width - modules.length * moduleDots) / 2);
  Array.from(modules, (module, index) => {
    if (module !== '1') return;
    const x = left + index * moduleDots;
    for (let y = 0; y < BARCODE_HEIGHT; y++)
      paper.data.fill(BLACK, y * width + x, y * width + x + moduleDots);
  });
  return paper;
}

/** Returns the modules of a CODE128, `1` for a bar. */
function code128Modules(text: string): string {
  // Given an object instead of an element, the library writes the modules there and draws nothing.
  const drawn: { encodings?: readonly { readonly data: string }[] } = {};
  JsBarcode(drawn, text, { format: 'CODE128' });
  return (drawn.encodings ?? []).map(({ data }) => data).join('');
}
