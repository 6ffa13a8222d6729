import type { WindowMode } from './window.ts';

const DEFAULT_WINDOW = { width: 540, height: 960 };

/** Reads `--windowed` or `--windowed=WIDTHxHEIGHT` (pixels); without it the kiosk takes the whole screen. */
export function windowMode(args: readonly string[]): WindowMode {
  const flag = args.find((arg) => arg === '--windowed' || arg.startsWith('--windowed='));
  if (flag === undefined) return { kind: 'kiosk' };
  const size = /^--windowed=(\d{3,5})x(\d{3,5})$/.exec(flag);
  return size
    ? { kind: 'windowed', width: Number(size[1]), height: Number(size[2]) }
    : { kind: 'windowed', ...DEFAULT_WINDOW };
}
