/**
 * A printer for developers: `node tests/virtual-printer/cli.ts --port 9100 --out DIR`.
 * Each slip becomes a PNG and a text in DIR; the faults of a real printer are typed as commands.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { CAREFUL_58, STAR_80, TM_M30, TM_T20, TM_T88, UNCONFIRMING_80 } from './profiles.ts';
import { startVirtualPrinter } from './virtual-printer.ts';
import { type PrinterProfile } from './profiles.ts';
import { type Slip } from './types.ts';
import { type VirtualPrinter } from './virtual-printer.ts';

const PROFILES: Readonly<Record<string, PrinterProfile>> = {
  t20: TM_T20,
  m30: TM_M30,
  t88: TM_T88,
  pos58: CAREFUL_58,
  pos80: UNCONFIRMING_80,
  star: STAR_80,
};

const HELP =
  'paper ok|near-end|out, cover open|closed, cutter on|off, power on|off, stall on|off, silence on|off, rst, fin, quit';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9100' },
      out: { type: 'string', default: 'slips' },
      profile: { type: 'string', default: 't20' },
      speed: { type: 'string', default: '200' },
    },
  });
  const profile = PROFILES[values.profile];
  if (profile === undefined) throw new Error(`--profile is one of ${Object.keys(PROFILES).join(', ')}`);
  mkdirSync(values.out, { recursive: true });
  const printer = await startVirtualPrinter({
    profile,
    port: Number(values.port),
    mmPerSecond: Number(values.speed) || Infinity,
  });
  console.log(`${profile.name} prints on ${printer.host}:${printer.port} into ${values.out}\n${HELP}`);
  void readCommands(printer);
  for (let n = 1, reported = 0; ; n += 1) {
    const slip = await printer.waitForSlip(n, { timeoutMs: 0x7fffffff });
    saveSlip(values.out, n, slip);
    for (const { offset, message, context } of printer.errors.slice(reported)) {
      console.log(`  at byte ${offset}: ${message}: ${context}`);
    }
    reported = printer.errors.length;
  }
}

function saveSlip(folder: string, n: number, slip: Slip): void {
  const name = join(folder, `slip-${String(n).padStart(4, '0')}`);
  writeFileSync(`${name}.png`, slip.toPng());
  writeFileSync(`${name}.txt`, `${slip.layout}\n`);
  const fate = slip.whole ? 'whole' : slip.torn ? 'torn' : 'not whole';
  console.log(`${name}.png: ${fate}, ${slip.lengthMm.toFixed(0)} mm`);
}

async function readCommands(printer: VirtualPrinter): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) await obey(printer, line.trim());
}

async function obey(printer: VirtualPrinter, line: string): Promise<void> {
  switch (line) {
    case 'paper ok':
    case 'paper near-end':
    case 'paper out':
      return printer.setPaper(line === 'paper ok' ? 'ok' : line === 'paper out' ? 'out' : 'near-end');
    case 'cover open':
    case 'cover closed':
      return printer.setCover(line === 'cover open' ? 'open' : 'closed');
    case 'cutter on':
    case 'cutter off':
      return printer.setCutterError(line === 'cutter on');
    case 'power on':
      return printer.powerOn();
    case 'power off':
      return printer.powerOff();
    case 'stall on':
    case 'stall off':
      return printer.stall(line === 'stall on');
    case 'silence on':
    case 'silence off':
      return printer.silence(line === 'silence on');
    case 'rst':
      return printer.reset();
    case 'fin':
      return printer.fin();
    case 'quit':
      await printer.close();
      process.exit(0);
    // eslint-disable-next-line no-fallthrough -- process.exit does not return
    default:
      console.log(HELP);
  }
}

await main();
