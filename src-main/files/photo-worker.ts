import { createCanvas, loadImage, type Canvas, type Image } from '@napi-rs/canvas';
import { parentPort, workerData } from 'node:worker_threads';
import { PHOTO_SIDE_MAX, THUMB_MAX_BYTES } from '../domain/attachment.ts';
import type { PhotoAnswer, PhotoRequest } from './photos.ts';

/** Of 100: what is written on a type plate stays readable. */
const QUALITY = 88;
/** Tried in turn until a small picture is small enough. */
const THUMBS = [
  { side: 360, quality: 75 },
  { side: 300, quality: 60 },
  { side: 240, quality: 45 },
  { side: 160, quality: 30 },
] as const;

const { bytes, want } = workerData as PhotoRequest;
parentPort?.postMessage(await draw());

async function draw(): Promise<PhotoAnswer> {
  let image: Image;
  try {
    image = await loadImage(Buffer.from(bytes));
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  if (want === 'photo') return { ok: true, value: jpegOf(scaled(image, PHOTO_SIDE_MAX), QUALITY) };
  for (const { side, quality } of THUMBS) {
    const jpeg = jpegOf(scaled(image, side), quality);
    if (jpeg.byteLength <= THUMB_MAX_BYTES) return { ok: true, value: jpeg };
  }
  throw new Error('a small picture is not small');
}

/**
 * Draws a picture anew, turned as its camera was held: of the file that came in only the pixels go on, so that neither
 * the place where it was taken nor anything hidden in it is kept. White lies where it was transparent.
 */
function scaled(image: Image, sideMax: number): Canvas {
  const scale = Math.min(1, sideMax / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

function jpegOf(canvas: Canvas, quality: number): Uint8Array {
  return new Uint8Array(canvas.toBuffer('image/jpeg', quality));
}
