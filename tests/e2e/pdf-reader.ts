import { PDFiumLibrary } from '@hyzyla/pdfium';
import { readFile } from 'node:fs/promises';

/** A PDF as somebody who opens it sees it. */
export interface ReadPdf {
  /** What each page says. */
  readonly pages: readonly string[];
  /** Points (1/72 inch) of the first page. */
  readonly width: number;
  readonly height: number;
}

/** Reads a PDF with PDFium, as browsers show one. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(file));
  const pages = [...document.pages()];
  const { originalWidth: width = 0, originalHeight: height = 0 } = pages[0]?.getOriginalSize() ?? {};
  const read = { pages: pages.map((page) => page.getText()), width, height };
  document.destroy();
  library.destroy();
  return read;
}
