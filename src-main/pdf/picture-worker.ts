import { PDFiumLibrary } from '@hyzyla/pdfium';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PagePicture, PdfGlance, PictureRequest } from './page-pictures.ts';

/** Of a point, which is 1/72 inch: 180 dots an inch are sharp where a page is as wide as the screen. */
const SCALE = 180 / 72;

const { pdf, limits } = workerData as PictureRequest;
parentPort?.postMessage(await draw(pdf));

async function draw(bytes: Uint8Array): Promise<PdfGlance> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer });
  const document = await library.loadDocument(bytes);
  const pictures: PagePicture[] = [];
  const of = document.getPageCount();
  for (const page of document.pages()) {
    if (limits && pictures.length === limits.pages) break;
    // Its text first: drawing a page closes it.
    const text = page.getText();
    const scale = limits ? Math.min(SCALE, limits.sidePixels / longestSide(page.getOriginalSize())) : SCALE;
    const { data, width, height } = await page.render({ scale, render: 'bitmap', colorSpace: 'BGRA' });
    pictures.push({ png: toPng(data, width, height), text });
  }
  document.destroy();
  library.destroy();
  return { pages: pictures, of };
}

/** In points; a page may claim any size. */
function longestSide(size: { readonly originalWidth: number; readonly originalHeight: number }): number {
  return Math.max(size.originalWidth, size.originalHeight, 1);
}

function toPng(data: Uint8Array, width: number, height: number): Uint8Array {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return new Uint8Array(canvas.toBuffer('image/png'));
}
