// `npm run test:crash`, `test:powercut`, `test:faults`, `test:backups`, `test:pins` and `test:bitflips`, each with `-- --count=N
// --seed=N`: prints its figures, writes bench-results/NAME.json, and fails where one that must be 0 is not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBitFlips } from './bit-flips.ts';
import { runCrashes } from './crash.ts';
import { runFaults } from './faults.ts';
import { runKilledBackups } from './killed-backups.ts';
import { runPinGuesses } from './pin-guesses.ts';
import { runPowerCuts } from './power-cut.ts';

type Figures = Readonly<Record<string, number>>;

interface Campaign {
  readonly count: number;
  readonly run: (count: number, seed: number) => Promise<Figures> | Figures;
  readonly mustBeZero: readonly string[];
  /** The same with a store that is not safe, which must lose something: else the campaign shows nothing. */
  readonly control?: (count: number, seed: number) => Promise<Figures>;
}

const KEPT = ['lost', 'halved', 'doubled', 'unsound'];
const CAMPAIGNS: Readonly<Record<string, Campaign>> = {
  crash: { count: 1_000, run: (kills, seed) => numbersOf(runCrashes({ kills, seed })), mustBeZero: KEPT },
  powercut: {
    count: 200,
    run: (cuts, seed) => numbersOf(runPowerCuts({ cuts, seed, control: false })),
    control: (cuts, seed) => numbersOf(runPowerCuts({ cuts, seed, control: true })),
    mustBeZero: KEPT,
  },
  faults: {
    count: 300,
    run: (faults, seed) => numbersOf(runFaults({ faults, seed })),
    mustBeZero: [...KEPT, 'died'],
  },
  backups: {
    count: 200,
    run: (kills, seed) => numbersOf(runKilledBackups({ kills, seed })),
    mustBeZero: ['lost', 'unsound', 'filesLost', 'restoredWrong', 'liveHarmed'],
  },
  pins: {
    count: 500,
    run: (kills, seed) => numbersOf(runPinGuesses({ kills, seed })),
    mustBeZero: ['uncounted', 'early'],
  },
  bitflips: {
    count: 1_000,
    run: (flips, seed) => ({ ...runBitFlips({ flips, seed }) }),
    mustBeZero: ['changedWordsAccepted'],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [name = ''] = positionals;
const campaign = CAMPAIGNS[name];
if (!campaign) throw new Error(`one of ${Object.keys(CAMPAIGNS).join(', ')}, not ${name}`);
const [count, seed] = [Number(values.count ?? campaign.count), Number(values.seed)];
const started = Date.now();
const figures = await campaign.run(count, seed);
const broken = campaign.mustBeZero.filter((figure) => figures[figure] !== 0);
console.log(`${name}, ${count}, seed ${seed}`);
show(figures, campaign.mustBeZero);
const control = await campaign.control?.(count, seed);
if (control) {
  console.log('control, synchronous=NORMAL');
  show(control, []);
  if (control['lost'] === 0) broken.push('the control, which lost nothing: the harness shows nothing');
}
const seconds = Math.round((Date.now() - started) / 1_000);
console.log(
  `${seconds} s. ${broken.length === 0 ? 'All that must be 0 is 0.' : `NOT 0: ${broken.join(', ')}`}`,
);
const out = join(import.meta.dirname, '../../bench-results', `${name}.json`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(
  out,
  JSON.stringify({ at: new Date().toISOString(), count, seed, seconds, figures, control }, null, 2),
);
if (broken.length > 0) process.exitCode = 1;

function show(of: Figures, mustBeZero: readonly string[]): void {
  for (const [figure, value] of Object.entries(of)) {
    const rounded = Math.round(value * 10) / 10;
    console.log(`  ${figure.padEnd(22)} ${rounded}${mustBeZero.includes(figure) ? '   (must be 0)' : ''}`);
  }
}

async function numbersOf(figures: Promise<object>): Promise<Figures> {
  return { ...(await figures) };
}
