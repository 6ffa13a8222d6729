import { expect, it } from 'vitest';
import { runCampaign } from '../../paper/campaign.ts';

it('leaves no customer without a whole slip, with faults at every second one and a host that is killed', async () => {
  const figures = await runCampaign({ slips: 16, crashes: 4, seed: 7 });
  expect(figures).toMatchObject({
    acknowledged: 16,
    withoutWholeSlip: 0,
    unmarkedExtras: 0,
    drawerPulses: 0,
    nonsense: 0,
  });
  expect(figures.whole).toBeGreaterThanOrEqual(16);
}, 240_000);
