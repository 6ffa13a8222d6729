import type { CallErrorCode, Calls } from '../../../../src-main/contract/api.ts';
import type { EscalationCalls } from '../../../../src-main/contract/escalation-api.ts';
import type { ClaimId } from '../../../../src-main/domain/brand.ts';
import type { Escalation } from '../../../../src-main/domain/escalation.ts';
import { errorWords } from '../../error-words.ts';
import type { OfficeSession } from '../../office-session.svelte.ts';

/** A call that changes a letter and answers with all letters of its claim. */
type LetterChannel = {
  [C in keyof EscalationCalls]: EscalationCalls[C]['output'] extends readonly Escalation[] ? C : never;
}[keyof EscalationCalls];

/** The letters of one claim: what there is, one change at a time, and why the last one was refused. */
export class Letters {
  /** Oldest first; undefined until they are loaded. */
  list = $state.raw<readonly Escalation[]>();
  /** Why nothing was changed, in words; empty where nothing was refused. */
  fault = $state('');
  busy = $state(false);
  readonly #session: OfficeSession;
  readonly #claimId: ClaimId;

  constructor(session: OfficeSession, claimId: ClaimId) {
    this.#session = session;
    this.#claimId = claimId;
  }

  /** Loads them as they are now. */
  async load(): Promise<void> {
    const answer = await this.#session.call('escalation:of-claim', { claimId: this.#claimId });
    if (answer.ok) this.list = answer.value;
    else this.fault = errorWords(this.#session.messages, answer.error);
  }

  /** Makes a change; returns why not, or null. A second tap meanwhile does nothing. */
  async make<C extends LetterChannel>(
    channel: C,
    input: Omit<Calls[C]['input'], 'claimId'>,
  ): Promise<CallErrorCode | 'busy' | null> {
    if (this.busy) return 'busy';
    this.busy = true;
    // TypeScript cannot see that a change's input is its own part and the claim's id.
    const whole = { ...input, claimId: this.#claimId } as unknown as Calls[C]['input'];
    try {
      const answer = await this.#session.call(channel, whole);
      this.fault = answer.ok ? '' : errorWords(this.#session.messages, answer.error);
      if (answer.ok) this.list = answer.value;
      else if (answer.error.code === 'newer-version') await this.load();
      return answer.ok ? null : answer.error.code;
    } finally {
      this.busy = false;
    }
  }
}
