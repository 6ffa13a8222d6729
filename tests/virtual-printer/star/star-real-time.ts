import { CommandParser } from '../command-parser.ts';
import type { RealTimeCommand, RealTimeWatcher } from '../real-time.ts';
import { STAR_COMMANDS } from './star-commands.ts';

const ESC = 0x1b;
const ACK = 0x06;
const SOH = 0x01;
const CAN = 0x18;

const SINGLES: Readonly<Record<string, RealTimeCommand>> = {
  CAN: { kind: 'cancel' },
  ENQ: { kind: 'star-byte', which: 'ENQ' },
  EOT: { kind: 'star-byte', which: 'EOT' },
};

/**
 * Watches the raw line of a Star printer. Bytes by themselves (`CAN`, `ENQ`, `EOT`) count between commands only: inside a
 * picture every driver sends them as dots. Of `ESC ACK …` the specification says no such thing, so it is obeyed anywhere.
 */
export class StarRealTimeScanner implements RealTimeWatcher {
  readonly #parser = new CommandParser(STAR_COMMANDS);
  #seen: number[] = [];

  reset(): void {
    this.#parser.reset();
    this.#seen = [];
  }

  push(byte: number): RealTimeCommand | undefined {
    this.#seen = [...this.#seen.slice(-2), byte];
    const command = this.#parser.push(byte, 0);
    const [first, second, third] = this.#seen;
    if (first === ESC && second === ACK && third === SOH) return { kind: 'star-status' };
    if (first === ESC && second === ACK && third === CAN) return { kind: 'reset' };
    return command?.kind === 'command' ? SINGLES[command.name] : undefined;
  }
}
