import { Worker } from 'node:worker_threads';

/** What the worker is asked: the hash of a new PIN, or whether it is the PIN of a hash. */
export type PinOrder =
  | { readonly want: 'hash'; readonly pin: string; readonly cost: number | undefined }
  | { readonly want: 'compare'; readonly pin: string; readonly hash: string };

/** Hashes PINs and compares them; each takes most of a second. Rejects where a hash is not one of `hashPin`. */
export interface Pins {
  hash(pin: string): Promise<string>;
  isPin(pin: string, hash: string): Promise<boolean>;
}

/**
 * Returns what does so in a worker, one for each PIN. Node's own `scrypt` leaves the calling thread alone, but Electron's
 * does not: its library (BoringSSL) derives a whole key where Node only asks whether the parameters are good, and main
 * stood still for half a second or more at each PIN. `cost`: of new hashes, where it is not the kiosk's own.
 */
export function createPins(workerUrl: URL, cost?: number): Pins {
  const ask = <T>(order: PinOrder): Promise<T> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl, { workerData: order });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the PIN worker ended with ${code}`)));
    });
  return {
    hash: (pin) => ask<string>({ want: 'hash', pin, cost }),
    isPin: (pin, hash) => ask<boolean>({ want: 'compare', pin, hash }),
  };
}
