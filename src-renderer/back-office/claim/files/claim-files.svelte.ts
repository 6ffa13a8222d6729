import type { AttachmentCalls } from '../../../../src-main/contract/attachment-api.ts';
import type { Calls } from '../../../../src-main/contract/api.ts';
import type { FileDigest, ShownAttachment } from '../../../../src-main/domain/attachment.ts';
import type { ClaimId } from '../../../../src-main/domain/brand.ts';
import { errorWords } from '../../error-words.ts';
import type { OfficeSession } from '../../office-session.svelte.ts';

/** A call that changes photos and files and answers with those of the claim. */
type FilesChannel = Exclude<
  {
    [C in keyof AttachmentCalls]: AttachmentCalls[C]['output'] extends readonly ShownAttachment[] ? C : never;
  }[keyof AttachmentCalls],
  'attachment:of-claim'
>;

/** The photos and files of one claim: what there is, one change at a time, and why the last one was refused. */
export class ClaimFiles {
  /** Oldest first; undefined until they are loaded. */
  list = $state.raw<readonly ShownAttachment[]>();
  /** Why nothing was changed, in words; empty where nothing was refused. */
  fault = $state('');
  busy = $state(false);
  readonly #session: OfficeSession;
  readonly #claimId: ClaimId;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the screen follows what was asked for
  readonly #thumbs = new Map<FileDigest, Promise<Uint8Array | null>>();

  constructor(session: OfficeSession, claimId: ClaimId) {
    this.#session = session;
    this.#claimId = claimId;
  }

  /** Loads them as they are now. */
  async load(): Promise<void> {
    const answer = await this.#session.call('attachment:of-claim', { claimId: this.#claimId });
    if (answer.ok) this.list = answer.value;
    else this.fault = errorWords(this.#session.messages, answer.error);
  }

  /** Returns the small picture of a photo, or null where there is none to show; each is asked for once. */
  thumb({ seq, digest }: ShownAttachment): Promise<Uint8Array | null> {
    const known = this.#thumbs.get(digest);
    if (known) return known;
    const asked = this.#session
      .call('attachment:thumb', { claimId: this.#claimId, seq })
      .then((answer) => (answer.ok ? answer.value : null));
    this.#thumbs.set(digest, asked);
    return asked;
  }

  /** Makes a change; returns whether it was made. A second tap meanwhile does nothing. */
  async make<C extends FilesChannel>(
    channel: C,
    input: Omit<Calls[C]['input'], 'claimId'>,
  ): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.fault = '';
    // TypeScript cannot see that a change's input is its own part and the claim's id.
    const whole = { ...input, claimId: this.#claimId } as unknown as Calls[C]['input'];
    try {
      const answer = await this.#session.call(channel, whole);
      this.fault = answer.ok ? '' : errorWords(this.#session.messages, answer.error);
      if (answer.ok) this.list = answer.value;
      return answer.ok;
    } finally {
      this.busy = false;
    }
  }
}
