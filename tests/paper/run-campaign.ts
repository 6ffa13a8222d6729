import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign, type CampaignFigures } from './campaign.ts';
import { runExecuteCampaign, type ExecuteFigures } from './execute-campaign.ts';
import { tableOf, type FigureRow } from './figures-table.ts';

// `npm run test:paper`: the whole campaign and, beside it, the same slips and faults through node-thermal-printer's
// `execute()`; two tables, bench-results/paper.json, and exit 1 where a customer of ours went without.
const { values } = parseArgs({
  options: {
    slips: { type: 'string', default: '200' },
    seeds: { type: 'string', default: '3' },
    crashes: { type: 'string', default: '50' },
    out: { type: 'string', default: join(import.meta.dirname, '../../bench-results/paper.json') },
  },
});

type Row<F> = readonly [figure: keyof F, what: string, mustBeZero?: 'must be 0'];

const OUR_ROWS: readonly Row<CampaignFigures>[] = [
  ['acknowledged', 'claims acknowledged'],
  ['crashes', 'hosts killed'],
  ['printed', 'jobs that the database calls printed'],
  ['whole', 'whole slips'],
  ['copies', 'of them marked as copies'],
  ['withoutWholeSlip', 'customers without a whole slip', 'must be 0'],
  ['printedWithoutSlip', 'called printed without a whole slip', 'must be 0'],
  ['unmarkedExtras', 'extra slips that do not say so', 'must be 0'],
  ['leftInPrinter', 'jobs that left something in the printer', 'must be 0'],
  ['drawerPulses', 'drawer pulses', 'must be 0'],
  ['nonsense', 'commands that the printer did not know', 'must be 0'],
  ['cutOffCommands', 'commands that a broken line cut off, thrown away'],
];
const THEIR_ROWS: readonly Row<ExecuteFigures>[] = [
  ['slips', 'slips'],
  ['success', 'said to be a success'],
  ['failures', 'said to have failed, and tried again'],
  ['withoutWholeSlip', 'customers without a whole slip'],
  ['successWithoutSlip', 'called a success without a whole slip'],
  ['leftInPrinter', 'slips that left something in the printer'],
  ['nonsense', 'commands that the printer did not know'],
];

const [slips, crashes] = [Number(values.slips), Number(values.crashes)];
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
const ours: CampaignFigures[] = [];
const theirs: ExecuteFigures[] = [];
const started = Date.now();
for (const seed of seeds) {
  process.stderr.write(`Seed ${seed}: ${slips} slips, ${crashes} killed hosts …\n`);
  ours.push(await runCampaign({ slips, crashes, seed }));
  theirs.push(await runExecuteCampaign({ slips, seed }));
}
const rows = rowsOf(OUR_ROWS, ours);
console.log(tableOf('In Your Words', seeds, rows));
console.log(`\n${tableOf('node-thermal-printer, execute()', seeds, rowsOf(THEIR_ROWS, theirs))}`);
mkdirSync(dirname(values.out), { recursive: true });
const seconds = Math.round((Date.now() - started) / 1_000);
const at = new Date().toISOString();
writeFileSync(values.out, `${JSON.stringify({ at, slips, crashes, seconds, ours, theirs }, null, 2)}\n`);
console.log(`\n${seconds} s; written to ${values.out}`);
process.exitCode = rows.some((row) => row.mustBeZero && row.values.some((value) => value !== 0)) ? 1 : 0;

function rowsOf<F extends { readonly [K in keyof F]: number }>(
  rows: readonly Row<F>[],
  figures: readonly F[],
): FigureRow[] {
  return rows.map(([figure, what, mustBeZero]) => ({
    what,
    values: figures.map((each) => each[figure]),
    mustBeZero: mustBeZero !== undefined,
  }));
}
