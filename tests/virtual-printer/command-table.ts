/** How many argument bytes follow a prefix: a number, or a function that answers undefined until it can tell. */
export type ArgumentLength = number | ((args: readonly number[]) => number | undefined);

/** One command of ESC/POS. */
export interface CommandShape {
  readonly name: string;
  readonly length: ArgumentLength;
}

/** The commands of one language, as far as a parser must know them. */
export interface CommandTable {
  /** Every byte that starts a command of more than one byte. */
  readonly prefixes: ReadonlySet<number>;
  /** Control bytes that are commands by themselves. */
  readonly singles: ReadonlyMap<number, string>;
  /** The command that two bytes begin, or undefined when no printer knows it. */
  readonly find: (prefix: number, second: number) => CommandShape | undefined;
}

const word = (args: readonly number[], at: number): number | undefined => {
  const low = args[at];
  const high = args[at + 1];
  return low === undefined || high === undefined ? undefined : low + high * 256;
};

const plus = (base: number, length: number | undefined): number | undefined =>
  length === undefined ? undefined : base + length;

/** `( letter pL pH …`: every such command says how long it is, so that even an unknown one can be skipped. */
const parenthesis = (args: readonly number[]): number | undefined => plus(3, word(args, 1));

const largeGraphics = (args: readonly number[]): number | undefined => {
  const low = word(args, 1);
  const high = word(args, 3);
  return low === undefined || high === undefined ? undefined : 5 + low + high * 65536;
};

const untilNul =
  (from: number) =>
  (args: readonly number[]): number | undefined => {
    const last = args.length - 1;
    return last >= from && args[last] === 0 ? args.length : undefined;
  };

/** Tab stops rise, and a stop that does not ends the list as NUL does; more than 32 are not taken. */
const tabStops = (args: readonly number[]): number | undefined => {
  if (args.length === 0) return undefined;
  return args[args.length - 1] === 0 || args.length === 33 ? args.length : undefined;
};

const bitImage = (args: readonly number[]): number | undefined => {
  const mode = args[0];
  const columns = word(args, 1);
  if (mode === undefined || columns === undefined) return undefined;
  return 3 + columns * (mode === 32 || mode === 33 ? 3 : 1);
};

const raster = (args: readonly number[]): number | undefined => {
  const bytesAcross = word(args, 2);
  const rows = word(args, 4);
  return bytesAcross === undefined || rows === undefined ? undefined : 6 + bytesAcross * rows;
};

const cut = (args: readonly number[]): number | undefined => {
  const mode = args[0];
  if (mode === undefined) return undefined;
  return [65, 66, 97, 98, 103, 104].includes(mode) ? 2 : 1;
};

const barcode = (args: readonly number[]): number | undefined => {
  const system = args[0];
  if (system === undefined) return undefined;
  if (system <= 6) return untilNul(1)(args);
  return plus(2, args[1]);
};

/** User-defined characters: y, c1, c2, then for each character its width and that many columns of y bytes. */
const definedCharacters = (args: readonly number[]): number | undefined => {
  const [bytes, first, last] = args;
  if (bytes === undefined || first === undefined || last === undefined) return undefined;
  let length = 3;
  for (let code = first; code <= last; code += 1) {
    const width = args[length];
    if (width === undefined) return undefined;
    length += 1 + bytes * width;
  }
  return length;
};

const storedLogos = (args: readonly number[]): number | undefined => {
  const count = args[0];
  if (count === undefined) return undefined;
  let length = 1;
  for (let i = 0; i < count; i += 1) {
    const across = word(args, length);
    const down = word(args, length + 2);
    if (across === undefined || down === undefined) return undefined;
    length += 4 + across * down * 8;
  }
  return length;
};

const downloadedImage = (args: readonly number[]): number | undefined => {
  const [across, down] = args;
  return across === undefined || down === undefined ? undefined : 2 + across * down * 8;
};

const realTimeStatus = (args: readonly number[]): number | undefined => {
  const which = args[0];
  if (which === undefined) return undefined;
  return which === 7 || which === 8 || which === 18 ? 2 : 1;
};

const REAL_TIME_REQUESTS: Readonly<Record<number, number>> = { 1: 3, 2: 3, 3: 6, 7: 2, 8: 8 };

const realTimeRequest = (args: readonly number[]): number | undefined => {
  const which = args[0];
  return which === undefined ? undefined : (REAL_TIME_REQUESTS[which] ?? 1);
};

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

const PREFIXES: ReadonlySet<number> = new Set([ESC, FS, GS, DLE]);

const SINGLE_BYTE_COMMANDS: ReadonlyMap<number, string> = new Map([
  [0x09, 'HT'],
  [0x0a, 'LF'],
  [0x0c, 'FF'],
  [0x0d, 'CR'],
  [0x18, 'CAN'],
]);

const COMMANDS: Readonly<Record<number, Readonly<Record<string, ArgumentLength>>>> = {
  [ESC]: {
    ' ': 1,
    '!': 1,
    $: 2,
    '%': 1,
    '&': definedCharacters,
    '(': parenthesis,
    '*': bitImage,
    '-': 1,
    '2': 0,
    '3': 1,
    '<': 0,
    '=': 1,
    '?': 1,
    '@': 0,
    D: tabStops,
    E: 1,
    G: 1,
    J: 1,
    K: 1,
    L: 0,
    M: 1,
    R: 1,
    S: 0,
    T: 1,
    U: 1,
    V: 1,
    W: 8,
    '\\': 2,
    a: 1,
    c: 2,
    d: 1,
    e: 1,
    i: 0,
    m: 0,
    p: 3,
    r: 1,
    t: 1,
    u: 1,
    v: 0,
    '{': 1,
    '\f': 0,
  },
  [FS]: {
    '!': 1,
    '&': 0,
    '(': parenthesis,
    '-': 1,
    '.': 0,
    '2': 74,
    '?': 2,
    C: 1,
    S: 2,
    W: 1,
    p: 2,
    q: storedLogos,
  },
  [GS]: {
    '!': 1,
    $: 2,
    '(': parenthesis,
    '*': downloadedImage,
    '/': 1,
    '8': largeGraphics,
    ':': 0,
    B: 1,
    H: 1,
    I: 1,
    L: 2,
    P: 2,
    T: 1,
    V: cut,
    W: 2,
    '\\': 2,
    '^': 3,
    a: 1,
    b: 1,
    f: 1,
    g: 4,
    h: 1,
    k: barcode,
    r: 1,
    v: raster,
    w: 1,
  },
  [DLE]: { '\x04': realTimeStatus, '\x05': 1, '\x14': realTimeRequest },
};

const PREFIX_NAMES: Readonly<Record<number, string>> = { [ESC]: 'ESC', [FS]: 'FS', [GS]: 'GS', [DLE]: 'DLE' };
const CONTROL_NAMES: Readonly<Record<string, string>> = {
  '\f': 'FF',
  ' ': 'SP',
  '\x04': 'EOT',
  '\x05': 'ENQ',
  '\x14': 'DC4',
};

function findCommand(prefix: number, second: number): CommandShape | undefined {
  const key = String.fromCharCode(second);
  const group = COMMANDS[prefix];
  if (group === undefined || !Object.hasOwn(group, key)) return undefined;
  const length = group[key];
  return length === undefined
    ? undefined
    : { name: `${PREFIX_NAMES[prefix] ?? '?'} ${CONTROL_NAMES[key] ?? key}`, length };
}

/** ESC/POS. */
export const ESCPOS_COMMANDS: CommandTable = {
  prefixes: PREFIXES,
  singles: SINGLE_BYTE_COMMANDS,
  find: findCommand,
};
