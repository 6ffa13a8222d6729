import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../domain/result.ts';

/** What a worker is asked: the PDF, and where it is not ours, how much of it is drawn at the most. */
export interface PictureRequest {
  readonly pdf: Uint8Array;
  readonly limits: { readonly pages: number; readonly sidePixels: number } | null;
}

/** A page of a PDF as it is on paper. */
export interface PagePicture {
  readonly png: Uint8Array;
  readonly text: string;
}

/** The first pages of a PDF, and how many it has. */
export interface PdfGlance {
  readonly pages: readonly PagePicture[];
  readonly of: number;
}

/** Enough of somebody else's PDF to know what it is. */
const GLANCE = { pages: 8, sidePixels: 1600 };
/** Longer than that many pages take on a slow box. */
const GLANCE_MS = 30_000;

/**
 * Returns a picture of each page of a PDF of ours, so that it can be read without anything that shows PDFs. It is drawn
 * in a worker that lives for this one only: letters are rare, and PDFium takes memory. Rejects where it cannot be drawn,
 * which is a bug.
 */
export async function pagePictures(workerUrl: URL, pdf: Uint8Array): Promise<readonly PagePicture[]> {
  return (
    await drawnIn(new Worker(workerUrl, { workerData: { pdf, limits: null } satisfies PictureRequest }))
  ).pages;
}

/**
 * Returns pictures of the first pages of a PDF that came from anywhere, or why it cannot be drawn: it is broken, locked
 * by a password, or takes too long. PDFium runs as WebAssembly, which has no way out of its own memory.
 */
export async function glanceAtPdf(
  workerUrl: URL,
  pdf: Uint8Array,
  limitMs = GLANCE_MS,
): Promise<Result<PdfGlance, string>> {
  const worker = new Worker(workerUrl, { workerData: { pdf, limits: GLANCE } satisfies PictureRequest });
  const timer = setTimeout(() => void worker.terminate(), limitMs);
  try {
    return ok(await drawnIn(worker));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function drawnIn(worker: Worker): Promise<PdfGlance> {
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the worker of page pictures ended with ${code}`)));
  });
}
