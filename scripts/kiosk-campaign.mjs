import { parseArgs } from 'node:util';
import { buildApp } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { SetUpError, runScript } from './lib/log.mjs';
import { NODE_24, toolScript } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { setUp } from './lib/set-up.mjs';

/** What is done to the real app for longer than `npm test` does it; the same specs, with more of it. */
const CAMPAIGNS = {
  hostile: { spec: 'hostile-calls.spec.ts', usual: { calls: '10000' } },
  mash: { spec: 'mash.spec.ts', usual: { minutes: '30' } },
  soak: { spec: 'soak.spec.ts', usual: { claims: '100000', minutes: '60' } },
};
const SCREEN = { width: 1920, height: 1920 };

/**
 * `npm run test:hostile -- --calls=N --seed=N`, `npm run test:mash -- --minutes=N --seed=N` and
 * `npm run test:soak -- --claims=N --minutes=N --seed=N`.
 */
await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      calls: { type: 'string' },
      claims: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const campaign = CAMPAIGNS[positionals[0]];
  if (!campaign) throw new SetUpError(`one of ${Object.keys(CAMPAIGNS).join(', ')}`);
  const amounts = Object.entries(campaign.usual).map(([option, usual]) => {
    const amount = values[option] ?? usual;
    if (!(Number(amount) > 0)) throw new SetUpError(`--${option} is a number above 0, not ${amount}`);
    return [`IYW_CAMPAIGN_${option.toUpperCase()}`, amount];
  });
  await setUp({ forTests: true });
  await buildApp();
  const display = await openDisplay(SCREEN);
  try {
    process.exitCode = await runInForeground(
      NODE_24,
      [toolScript('@playwright/test', 'cli.js'), 'test', campaign.spec, '--workers=1'],
      {
        env: toolEnvironment({
          ...display.env,
          ...Object.fromEntries(amounts),
          IYW_CAMPAIGN_SEED: values.seed,
        }),
      },
    );
  } finally {
    display.stop();
  }
});
