/** CODE128 as `GS k 73` takes it, and how wide it is. */
export interface Code128 {
  /** What follows the choice of set B, which is the first of every code: characters, `{C` with pairs, `{B`. */
  readonly afterSetB: string;
  /** Modules from the first bar to the last, without the quiet zones. */
  readonly modules: number;
}

const SYMBOL_MODULES = 11;
const STOP_MODULES = 13;
/** Two symbols choose set C and set B again, so pairs of digits gain from six digits on. */
const DIGITS = /\d{6,}/;
/** DLE EOT, DLE ENQ and DLE DC4, which printers obey also inside of a barcode: the pairs 16 04, 16 05 and 16 20. */
// eslint-disable-next-line no-control-regex -- exactly these are looked for
const REAL_TIME_COMMAND = /\u0010[\u0004\u0005\u0014]/;

/**
 * Returns the shortest code of a text of capital letters, digits and dashes: all in set B, or with one long run of
 * digits in set C, two a symbol. Throws RangeError for other characters.
 */
export function code128(text: string): Code128 {
  if (!/^[A-Z0-9-]+$/.test(text)) throw new RangeError(`no barcode of a claim number: «${text}»`);
  const [shortest] = [allInSetB(text), ...withPairs(text)]
    .filter((code) => !REAL_TIME_COMMAND.test(code.afterSetB))
    .sort((a, b) => a.modules - b.modules);
  return shortest ?? allInSetB(text);
}

function allInSetB(text: string): Code128 {
  return { afterSetB: text, modules: modulesOf(text.length) };
}

/** An odd digit stands before the pairs, as other encoders have it, or after them. */
function withPairs(text: string): Code128[] {
  const digits = DIGITS.exec(text);
  if (digits === null) return [];
  const { index } = digits;
  const run = digits[0];
  return (run.length % 2 === 0 ? [0] : [1, 0]).map((first) => {
    const start = index + first;
    const end = start + Math.floor((run.length - first) / 2) * 2;
    const pairs = text.slice(start, end).replaceAll(/\d\d/g, (pair) => String.fromCharCode(Number(pair)));
    const before = text.slice(0, start);
    const after = text.slice(end);
    return {
      afterSetB: `${before}{C${pairs}{B${after}`,
      modules: modulesOf(before.length + 1 + pairs.length + 1 + after.length),
    };
  });
}

/** The start, the symbols, the check symbol and the stop. */
function modulesOf(symbols: number): number {
  return (1 + symbols + 1) * SYMBOL_MODULES + STOP_MODULES;
}
