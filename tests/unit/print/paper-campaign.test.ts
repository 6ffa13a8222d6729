import { expect, it } from 'vitest';
import { runCampaign } from '../../paper/campaign.ts';
import { runExecuteCampaign } from '../../paper/execute-campaign.ts';

it('leaves no customer without a whole slip, with faults at every second one and a host that is killed', async () => {
  const figures = await runCampaign({ slips: 16, crashes: 4, seed: 7 });
  expect(figures).toMatchObject({
    acknowledged: 16,
    printed: 16,
    withoutWholeSlip: 0,
    printedWithoutSlip: 0,
    unmarkedExtras: 0,
    leftInPrinter: 0,
    drawerPulses: 0,
    nonsense: 0,
  });
  expect(figures.whole).toBeGreaterThanOrEqual(16);
}, 240_000);

// The control: a campaign in which nothing is ever lost would prove nothing.
it('finds customers without a slip where success is what the network said', async () => {
  const figures = await runExecuteCampaign({ slips: 16, seed: 7 });
  expect(figures.success).toBe(16);
  expect(figures.successWithoutSlip).toBeGreaterThan(0);
}, 120_000);
