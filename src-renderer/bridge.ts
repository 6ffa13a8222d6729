import type { Bridge } from '../src-main/contract/api.ts';
import { BRIDGE_KEY } from '../src-main/contract/channels.ts';

declare global {
  interface Window {
    readonly [BRIDGE_KEY]: Bridge;
  }
}

/** Returns the way to main. This file alone reads what the preload left on `window`. */
export function bridge(): Bridge {
  return window[BRIDGE_KEY];
}
