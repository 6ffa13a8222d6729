import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';

// `npm run test:paper`: the whole campaign, its figures as a table, and exit 1 where a customer went without.
const { values } = parseArgs({
  options: {
    slips: { type: 'string', default: '200' },
    seeds: { type: 'string', default: '3' },
    crashes: { type: 'string', default: '50' },
  },
});
const figures = [];
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const started = Date.now();
  const result = await runCampaign({
    slips: Number(values.slips),
    crashes: Math.round(Number(values.crashes) / Number(values.seeds)),
    seed,
  });
  figures.push({ seed, ...result, seconds: Math.round((Date.now() - started) / 1_000) });
}
console.table(figures);
const bad = figures.some(
  (each) => each.withoutWholeSlip + each.unmarkedExtras + each.drawerPulses + each.nonsense > 0,
);
process.exitCode = bad ? 1 : 0;
