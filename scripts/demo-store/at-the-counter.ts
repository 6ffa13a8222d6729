import type { CallError, Calls } from '../../src-main/contract/api.ts';
import type { ClaimId } from '../../src-main/domain/brand.ts';
import type { ClaimView, ShownPromise } from '../../src-main/domain/desk.ts';
import type { Result } from '../../src-main/domain/result.ts';
import type { StaffMember } from '../../src-main/domain/staff.ts';
import type { DemoShop, DeskHandlers } from './shop.ts';

/** What changes a claim: the calls that answer with it. */
type ChangeName = {
  [C in keyof DeskHandlers]: Calls[C]['output'] extends ClaimView ? C : never;
}[keyof DeskHandlers];

/** One claim, in the hands of staff. */
export interface OnTheCounter {
  readonly claimId: ClaimId;
  /** The claim as it is now. */
  view(): ClaimView;
  isOpen(): boolean;
  /** The promise that every open claim has, while it is not broken. */
  nextUpdate(): ShownPromise | undefined;
  /** Does what a person does at the screen; a refusal is a mistake of the story, and throws. */
  act<C extends ChangeName>(
    by: StaffMember,
    channel: C,
    input: Omit<Calls[C]['input'], 'claimId'>,
  ): Promise<ClaimView>;
}

/** Returns a claim to work on. */
export function onTheCounter(shop: DemoShop, claimId: ClaimId, anybody: StaffMember): OnTheCounter {
  function view(): ClaimView {
    return settled(
      shop.desk['claim:view']({ claimId }, anybody) as Result<ClaimView, CallError>,
      'claim:view',
    );
  }
  return {
    claimId,
    view,
    isOpen: () => view().status !== 'closed',
    nextUpdate: () =>
      view().promises.find(
        ({ kind, state, due }) => kind === 'next-update' && state === 'open' && due >= shop.now(),
      ),
    async act(by, channel, input) {
      const handler = shop.desk[channel] as (
        given: object,
        who: StaffMember,
      ) => Promise<Result<ClaimView, CallError>> | Result<ClaimView, CallError>;
      return settled(await handler({ ...input, claimId }, by), channel);
    },
  };
}

function settled(answer: Result<ClaimView, CallError>, what: string): ClaimView {
  if (!answer.ok) throw new Error(`${what}: ${answer.error.code} ${answer.error.detail}`);
  return answer.value;
}
