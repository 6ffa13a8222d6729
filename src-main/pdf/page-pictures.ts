import { Worker } from 'node:worker_threads';

/** What a worker is asked: the PDF. */
export interface PictureRequest {
  readonly pdf: Uint8Array;
}

/** A page of a PDF as it is on paper. */
export interface PagePicture {
  readonly png: Uint8Array;
  readonly text: string;
}

/**
 * Returns a picture of each page of a PDF of ours, so that it can be read without anything that shows PDFs. It is drawn
 * in a worker that lives for this one only: letters are rare, and PDFium takes memory. Rejects where it cannot be drawn,
 * which is a bug.
 */
export function pagePictures(workerUrl: URL, pdf: Uint8Array): Promise<readonly PagePicture[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData: { pdf } satisfies PictureRequest });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the worker of page pictures ended with ${code}`)));
  });
}
