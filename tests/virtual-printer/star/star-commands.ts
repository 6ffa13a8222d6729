import type { ArgumentLength, CommandTable } from '../command-table.ts';

const ESC = 0x1b;

/** `ESC GS letter …` (Star Line Mode command specifications, 3.3). */
const extended = (args: readonly number[]): number | undefined => {
  const [letter, second] = args;
  switch (letter) {
    case undefined:
      return undefined;
    case 0x61: // a: alignment
    case 0x74: // t: code page
      return 2;
    case 0x79: // y: QR code
      if (second === undefined) return undefined;
      if (second === 0x53) return 4; // S: model, level or cell
      if (second === 0x44) return stored(args); // D: data
      return 2;
    default:
      return 1;
  }
};

/** `y D 1 m nL nH d…` */
const stored = (args: readonly number[]): number | undefined => {
  const low = args[4];
  const high = args[5];
  return low === undefined || high === undefined ? undefined : 6 + low + high * 256;
};

/** `ESC k n1 n2 d…`: 24 rows of so many bytes. */
const band = (args: readonly number[]): number | undefined => {
  const [low, high] = args;
  return low === undefined || high === undefined ? undefined : 2 + (low + high * 256) * 24;
};

const AFTER_ESC: Readonly<Record<string, ArgumentLength>> = {
  '@': 0,
  '0': 0,
  '4': 0,
  '5': 0,
  E: 0,
  F: 0,
  I: 1,
  J: 1,
  M: 0,
  R: 1,
  a: 1,
  d: 1,
  i: 2,
  k: band,
  z: 1,
  '\x06': 1,
  '\x07': 2,
  '\x1d': extended,
  '\x1e': 2,
};
const NAMES: Readonly<Record<string, string>> = {
  '\x06': 'ACK',
  '\x07': 'BEL',
  '\x1d': 'GS',
  '\x1e': 'RS',
};

/** The commands of Star Line Mode and StarPRNT that are modelled; those of drawers are, so that they can be told. */
export const STAR_COMMANDS: CommandTable = {
  prefixes: new Set([ESC]),
  singles: new Map([
    [0x04, 'EOT'],
    [0x05, 'ENQ'],
    [0x07, 'BEL'],
    [0x0a, 'LF'],
    [0x17, 'ETB'],
    [0x18, 'CAN'],
    [0x19, 'EM'],
    [0x1a, 'SUB'],
    [0x1c, 'FS'],
  ]),
  find(_prefix, second) {
    const key = String.fromCharCode(second);
    const length = Object.hasOwn(AFTER_ESC, key) ? AFTER_ESC[key] : undefined;
    return length === undefined ? undefined : { name: `ESC ${NAMES[key] ?? key}`, length };
  },
};
