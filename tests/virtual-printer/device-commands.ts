import { qrCode, storedGraphics } from './graphic-commands.ts';
import type { CommandContext, CommandHandler } from './command-context.ts';
import { DRAWER_SENSOR, paperSensors } from './status.ts';
import { digit, unitsY } from './text-commands.ts';

const IDENTITY: Readonly<Record<number, number>> = { 1: 0x20, 2: 0x02, 3: 0x01 };
const TAG_LENGTH = 4;
const FULL_CUTS: readonly number[] = [0, 48, 65, 97, 103];

/** Functions A (at once), B (feed to the knife first), C (set the place) and D (feed and come back) of `GS V`. */
function cut(context: CommandContext, args: Uint8Array): string | undefined {
  const { line, feed, host, profile } = context;
  const [m = 0, n = 0] = args;
  if (!line.empty) return 'GS V: ignored, because it stands in the middle of a line';
  const toKnife = Math.round((profile.headToCutterMm / 25.4) * profile.dpi);
  switch (m) {
    case 0:
    case 1:
    case 48:
    case 49:
      break;
    case 65:
    case 66:
    case 97:
    case 98:
    case 103:
    case 104:
      feed(toKnife + unitsY(context, n), 0);
      break;
    default:
      return `GS V ${m}: no such cut`;
  }
  host.print({ kind: 'cut', cut: FULL_CUTS.includes(m) ? 'full' : 'partial', heightDots: 0 });
  return undefined;
}

function oldCut(context: CommandContext): string | undefined {
  if (!context.line.empty) return 'ESC i: ignored, because it stands in the middle of a line';
  context.host.print({ kind: 'cut', cut: 'partial', heightDots: 0 });
  return undefined;
}

function requestAnswer({ profile, host }: CommandContext, args: Uint8Array): string | undefined {
  const [fn, m] = args;
  const tag = args.subarray(2);
  if (!profile.confirms) return `GS ( H: ${profile.name} has no process id`;
  // Function 49 chooses whether to answer when off line; the default, to keep still, is what is modelled.
  if (fn === 49) return undefined;
  if (fn !== 48 || m !== 48 || tag.length !== TAG_LENGTH) return 'GS ( H: unknown function';
  if (tag.some((byte) => byte < 32 || byte > 126)) return 'GS ( H: a tag is four characters from 20h to 7Eh';
  host.answerTag(tag.slice());
  return undefined;
}

function allowRealTime({ host }: CommandContext, args: Uint8Array): string | undefined {
  if (args[0] !== 20) return 'GS ( D: unknown function';
  for (let i = 1; i + 1 < args.length; i += 2) {
    const allowed = digit(args[i + 1]) === 1;
    if (args[i] === 1) host.allowRealTime('pulse', allowed);
    else if (args[i] === 2) host.allowRealTime('power-off', allowed);
    else return `GS ( D: unknown command ${args[i]}`;
  }
  return undefined;
}

function identify({ host, profile }: CommandContext, [n = 0]: Uint8Array): string | undefined {
  const byte = IDENTITY[digit(n)];
  if (byte !== undefined) {
    host.answer(Uint8Array.of(byte));
    return undefined;
  }
  const texts: Readonly<Record<number, string>> = {
    65: '1.00',
    66: 'VIRTUAL',
    67: profile.name,
    68: '00000001',
  };
  const text = n === 69 ? (profile.kanji === 'none' ? '' : profile.kanji) : texts[n];
  if (text === undefined) return `GS I ${n}: no such information`;
  host.answer(Uint8Array.of(0x5f, ...new TextEncoder().encode(text), 0));
  return undefined;
}

/** Commands that begin with `GS (`, by their letter; the arguments start after the length. */
const EXTENDED: Readonly<Record<string, CommandHandler>> = {
  A: ({ host }) => void host.note({ kind: 'test-print', command: 'GS ( A' }),
  D: allowRealTime,
  E: ({ host }) => void host.note({ kind: 'setup', command: 'GS ( E' }),
  H: requestAnswer,
  // Density and speed: nothing that a reader of the paper could tell.
  K: () => undefined,
  L: storedGraphics,
  M: ({ host }) => void host.note({ kind: 'setup', command: 'GS ( M' }),
  N: () => undefined,
  k: qrCode,
};

const NOTHING: CommandHandler = () => undefined;

/** Commands about the machine: knife, drawer, answers. */
export const DEVICE_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  'GS V': cut,
  'ESC i': oldCut,
  'ESC m': oldCut,
  'ESC p': ({ host }, [pin]) => {
    if (digit(pin) > 1) return `ESC p ${pin}: no such pin`;
    host.note({ kind: 'drawer', by: 'ESC p', pin: digit(pin) });
    return undefined;
  },
  'GS (': (context, args) => {
    const letter = String.fromCharCode(args[0] ?? 0);
    const handler = EXTENDED[letter];
    return handler === undefined ? `GS ( ${letter} is not modelled` : handler(context, args.subarray(3));
  },
  'ESC (': (context, args) => {
    if (args[0] !== 0x41) return 'ESC (: only the buzzer is known';
    context.host.note({ kind: 'buzzer', command: 'ESC ( A' });
    return undefined;
  },
  'GS I': identify,
  'GS r': ({ host }, [n]) => {
    if (digit(n) === 1) host.answer(Uint8Array.of(paperSensors(host.status())));
    else if (digit(n) === 2) host.answer(Uint8Array.of(DRAWER_SENSOR));
    else return `GS r ${n}: no such status`;
    return undefined;
  },
  'GS a': ({ host }, [n = 0]) => void host.setAutomaticStatus(n),
  'ESC v': ({ host }) => void host.answer(Uint8Array.of(paperSensors(host.status()))),
  'ESC =': (_context, [n = 0]) => (n & 1 ? undefined : `ESC = ${n} switches the printer off from the line`),
  // Carried out when they were received; here they only go by.
  'DLE EOT': NOTHING,
  'DLE ENQ': NOTHING,
  'DLE DC4': NOTHING,
  // Settings without a trace on modelled paper.
  'ESC c': NOTHING,
  'ESC U': NOTHING,
  'ESC <': NOTHING,
  'ESC S': NOTHING,
  'ESC T': NOTHING,
  'ESC W': NOTHING,
  'ESC ?': NOTHING,
  'GS b': NOTHING,
  'ESC %': (_context, [n = 0]) => (n & 1 ? 'ESC %: user-defined characters are not modelled' : undefined),
  'ESC r': (_context, [n]) => (digit(n) === 0 ? undefined : 'ESC r: the printer has one colour'),
};
