import type { CallErrorCode, Calls } from '../../../src-main/contract/api.ts';
import type { StaffChannel } from '../../../src-main/contract/channels.ts';
import type { ClaimView } from '../../../src-main/domain/desk.ts';
import { errorWords } from '../error-words.ts';
import type { OfficeSession } from '../office-session.svelte.ts';

/** A call that changes a claim and answers with the claim as it is then. */
type ChangeChannel = Exclude<
  { [C in StaffChannel]: Calls[C]['output'] extends ClaimView ? C : never }[StaffChannel],
  'claim:view'
>;

/** What every section of a claim's page gets. */
export interface SectionProps {
  readonly session: OfficeSession;
  readonly claim: ClaimView;
  /** The claim as it is after a change. */
  readonly onclaim: (claim: ClaimView) => void;
}

/** One form's changes to a claim: one at a time, and why the last one was refused. */
export class Changing {
  /** Why nothing was changed, in words; empty where nothing was refused. */
  fault = $state('');
  /** What main said with its refusal, where a form can tell more by it. */
  detail = $state('');
  busy = $state(false);
  readonly #props: () => SectionProps;

  constructor(props: () => SectionProps) {
    this.#props = props;
  }

  /** Makes a change and hands on the claim; returns why not, or null. A second tap meanwhile does nothing. */
  async make<C extends ChangeChannel>(
    channel: C,
    input: Omit<Calls[C]['input'], 'claimId'>,
  ): Promise<CallErrorCode | 'busy' | null> {
    if (this.busy) return 'busy';
    this.busy = true;
    const { session, claim, onclaim } = this.#props();
    // TypeScript cannot see that a change's input is its own part and the claim's id.
    const whole = { ...input, claimId: claim.claimId } as unknown as Calls[C]['input'];
    try {
      const answer = await session.call(channel, whole);
      this.fault = answer.ok ? '' : errorWords(session.messages, answer.error);
      this.detail = answer.ok ? '' : answer.error.detail;
      if (!answer.ok) return answer.error.code;
      onclaim(answer.value);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
