import { PDFiumLibrary } from '@hyzyla/pdfium';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PagePicture, PictureRequest } from './page-pictures.ts';

/** Of a point, which is 1/72 inch: 120 dots an inch are sharp on a screen that shows a page as wide as a hand. */
const SCALE = 120 / 72;

const { pdf } = workerData as PictureRequest;
parentPort?.postMessage(await draw(pdf));

async function draw(bytes: Uint8Array): Promise<PagePicture[]> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer });
  const document = await library.loadDocument(bytes);
  const pictures: PagePicture[] = [];
  for (const page of document.pages()) {
    // Its text first: drawing a page closes it.
    const text = page.getText();
    const { data, width, height } = await page.render({ scale: SCALE, render: 'bitmap', colorSpace: 'BGRA' });
    pictures.push({ png: toPng(data, width, height), text });
  }
  document.destroy();
  library.destroy();
  return pictures;
}

function toPng(data: Uint8Array, width: number, height: number): Uint8Array {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return new Uint8Array(canvas.toBuffer('image/png'));
}
