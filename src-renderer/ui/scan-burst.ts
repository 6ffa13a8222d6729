/** Longest pause between two keys of one scan; scanners take 1 to 20 ms a key, a busy machine adds to that. */
const GAP_MAX_MS = 120;
/** Longest pause on average. Nobody types four keys and Enter this fast. */
const MEAN_GAP_MAX_MS = 45;
/** Fewest characters of a code; shorter bursts are people. */
const LENGTH_MIN = 4;
/** Most characters of a code; a longer burst is a stuck key, and is forgotten. */
const LENGTH_MAX = 256;

/** What a key means to the detector: an ordinary key, one more of a burst, or the Enter that ends a scan. */
export type ScanKey =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'burst' }
  | { readonly kind: 'scan'; readonly code: string };

/** Tells a scanner, a keyboard that types fast and ends in Enter, from a person. */
export interface ScanBurst {
  /** Takes a key as `KeyboardEvent.key` names it, with its time in milliseconds. */
  key(key: string, timeMs: number): ScanKey;
  /** Whether the next character would begin a burst; the moment to remember what the fields hold. */
  atStart(timeMs: number): boolean;
}

const ORDINARY: ScanKey = { kind: 'ordinary' };
const BURST: ScanKey = { kind: 'burst' };

/** Returns a detector with nothing in it. */
export function scanBurst(): ScanBurst {
  let code = '';
  let length = 0;
  let firstMs = 0;
  let lastMs = Number.NEGATIVE_INFINITY;

  function forget(): void {
    code = '';
    length = 0;
  }

  function atStart(timeMs: number): boolean {
    return length === 0 || timeMs - lastMs > GAP_MAX_MS;
  }

  function key(name: string, timeMs: number): ScanKey {
    if (name === 'Enter') return enter(timeMs);
    if (!isCharacter(name)) {
      // Scanners press Shift for capitals and nothing else; Tab, arrows and the like are a person's.
      if (name !== 'Shift') forget();
      return ORDINARY;
    }
    if (atStart(timeMs)) {
      forget();
      firstMs = timeMs;
    }
    lastMs = timeMs;
    code += name;
    length += 1;
    if (length > LENGTH_MAX) forget();
    return length > 1 ? BURST : ORDINARY;
  }

  function enter(timeMs: number): ScanKey {
    const isScan =
      length >= LENGTH_MIN && timeMs - lastMs <= GAP_MAX_MS && (timeMs - firstMs) / length <= MEAN_GAP_MAX_MS;
    const scanned = code;
    forget();
    return isScan ? { kind: 'scan', code: scanned } : ORDINARY;
  }

  return { key, atStart };
}

function isCharacter(name: string): boolean {
  return name.length === 1 || (name.length === 2 && (name.codePointAt(0) ?? 0) > 0xffff);
}
