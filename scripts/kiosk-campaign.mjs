import { parseArgs } from 'node:util';
import { buildApp } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { SetUpError, runScript } from './lib/log.mjs';
import { NODE_24, toolScript } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { setUp } from './lib/set-up.mjs';

/** What is done to the real app for longer than `npm test` does it; the same specs, with more of it. */
const CAMPAIGNS = {
  hostile: { spec: 'hostile-calls.spec.ts', variable: 'IYW_CAMPAIGN_CALLS', option: 'calls', usual: '10000' },
  mash: { spec: 'mash.spec.ts', variable: 'IYW_CAMPAIGN_MINUTES', option: 'minutes', usual: '30' },
};
const SCREEN = { width: 1920, height: 1920 };

/** `npm run test:hostile -- --calls=N --seed=N` and `npm run test:mash -- --minutes=N --seed=N`. */
await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      calls: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const campaign = CAMPAIGNS[positionals[0]];
  if (!campaign) throw new SetUpError(`one of ${Object.keys(CAMPAIGNS).join(', ')}`);
  const amount = values[campaign.option] ?? campaign.usual;
  if (!(Number(amount) > 0)) throw new SetUpError(`--${campaign.option} is a number above 0, not ${amount}`);
  await setUp({ forTests: true });
  await buildApp();
  const display = await openDisplay(SCREEN);
  try {
    process.exitCode = await runInForeground(
      NODE_24,
      [toolScript('@playwright/test', 'cli.js'), 'test', campaign.spec, '--workers=1'],
      {
        env: toolEnvironment({ ...display.env, [campaign.variable]: amount, IYW_CAMPAIGN_SEED: values.seed }),
      },
    );
  } finally {
    display.stop();
  }
});
