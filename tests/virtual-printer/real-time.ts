/** A command that a printer obeys the moment it is received, wherever in the stream it stands. */
export type RealTimeCommand =
  | { readonly kind: 'status'; readonly which: number }
  | { readonly kind: 'enquiry'; readonly which: number }
  | { readonly kind: 'pulse'; readonly pin: number; readonly time: number }
  | { readonly kind: 'power-off' }
  | { readonly kind: 'clear' }
  /** `ESC ACK SOH` of a Star printer, and its `ENQ` and `EOT`, which are answered by one byte. */
  | { readonly kind: 'star-status' }
  | { readonly kind: 'star-byte'; readonly which: 'ENQ' | 'EOT' }
  /** `CAN` of a Star printer: everything that was received goes, and so does its count. */
  | { readonly kind: 'cancel' }
  /** `ESC ACK CAN`. */
  | { readonly kind: 'reset' };

/** Watches the raw line of one language. */
export interface RealTimeWatcher {
  /** Forgets a half-seen sequence. */
  readonly reset: () => void;
  /** Takes the next byte; answers a command once its last byte is in. */
  readonly push: (byte: number) => RealTimeCommand | undefined;
}

const DLE = 0x10;
const CLEAR = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08] as const;
const POWER_OFF = [0x10, 0x14, 0x02, 0x01, 0x08] as const;

/**
 * Watches the raw line for real-time commands. It knows nothing of the commands around it: real interfaces look
 * at bytes before anyone parses them, which is why dots of an image can open a drawer.
 */
export class RealTimeScanner implements RealTimeWatcher {
  #seen: number[] = [];

  /** Forgets a half-seen sequence. */
  reset(): void {
    this.#seen = [];
  }

  /** Takes the next byte; answers a command once its last byte is in. */
  push(byte: number): RealTimeCommand | undefined {
    this.#seen.push(byte);
    const result = match(this.#seen);
    if (result === 'more') return undefined;
    // A byte that broke one sequence may begin the next.
    this.#seen = result === 'none' && byte === DLE ? [DLE] : [];
    return result === 'none' ? undefined : result;
  }
}

function match(seen: readonly number[]): RealTimeCommand | 'more' | 'none' {
  const [first, second, third] = seen;
  if (first !== DLE) return 'none';
  if (second === undefined) return 'more';
  switch (second) {
    case 0x04:
      if (third === undefined) return 'more';
      return third >= 1 && third <= 4 ? { kind: 'status', which: third } : 'none';
    case 0x05:
      if (third === undefined) return 'more';
      return third <= 2 ? { kind: 'enquiry', which: third } : 'none';
    case 0x14:
      return matchRequest(seen);
    default:
      return 'none';
  }
}

function matchRequest(seen: readonly number[]): RealTimeCommand | 'more' | 'none' {
  const [, , which, pin, time] = seen;
  switch (which) {
    case undefined:
      return 'more';
    case 1:
      if (pin === undefined) return 'more';
      if (pin > 1) return 'none';
      if (time === undefined) return 'more';
      return time >= 1 && time <= 8 ? { kind: 'pulse', pin, time } : 'none';
    case 2:
      return matchFixed(seen, POWER_OFF, { kind: 'power-off' });
    case 8:
      return matchFixed(seen, CLEAR, { kind: 'clear' });
    default:
      return 'none';
  }
}

function matchFixed(
  seen: readonly number[],
  whole: readonly number[],
  command: RealTimeCommand,
): RealTimeCommand | 'more' | 'none' {
  if (!seen.every((byte, i) => byte === whole[i])) return 'none';
  return seen.length === whole.length ? command : 'more';
}
