import { expect, it } from 'vitest';
import { runCampaign } from '../../paper/campaign.ts';
import { runExecuteCampaign } from '../../paper/execute-campaign.ts';
import { STAR_80, TM_T20 } from '../../virtual-printer/profiles.ts';

it.each([
  { name: TM_T20.name, profile: TM_T20, slips: 16, crashes: 4 },
  { name: STAR_80.name, profile: STAR_80, slips: 8, crashes: 2 },
])(
  'leaves no customer without a whole slip, with faults at every second one and a host that is killed, on $name',
  async ({ profile, slips, crashes }) => {
    const figures = await runCampaign({ slips, crashes, seed: 7, profile });
    expect(figures).toMatchObject({
      acknowledged: slips,
      printed: slips,
      withoutWholeSlip: 0,
      printedWithoutSlip: 0,
      unmarkedExtras: 0,
      leftInPrinter: 0,
      drawerPulses: 0,
      nonsense: 0,
    });
    expect(figures.whole).toBeGreaterThanOrEqual(slips);
  },
  240_000,
);

// The control: a campaign in which nothing is ever lost would prove nothing.
it('finds customers without a slip where success is what the network said', async () => {
  const figures = await runExecuteCampaign({ slips: 16, seed: 7 });
  expect(figures.success).toBe(16);
  expect(figures.successWithoutSlip).toBeGreaterThan(0);
}, 120_000);
