import { messagesFor, type Messages } from '../../resources/messages/catalogue.ts';
import type { Answer, Bridge, Calls } from '../../src-main/contract/api.ts';
import type { StaffChannel } from '../../src-main/contract/channels.ts';
import type { StaffSession } from '../../src-main/contract/staff-api.ts';
import type { Zone } from '../../src-main/domain/brand.ts';
import type { StaffMember } from '../../src-main/domain/staff.ts';

/** What the back office shows of the store. */
export interface StoreShown {
  readonly name: string;
  readonly zone: Zone;
  /** ISO 4217: what is charged and given is in it. */
  readonly currency: string;
}

/** What a session is made of. */
export interface OfficeSessionOptions {
  readonly bridge: Bridge;
  readonly begun: StaffSession;
  readonly store: StoreShown;
  /** Main says that nobody is signed in any more. */
  readonly onsignedout: () => void;
}

/** Main hears of a touch this often at the most. */
const TOUCH_EVERY_MS = 10_000;

/** One person's time behind the counter: who it is, and the calls they make. Main decides what they may. */
export class OfficeSession {
  readonly bridge: Bridge;
  readonly staff: StaffMember;
  readonly #onsignedout: () => void;
  #touchedAt = performance.now();
  #store: StoreShown;
  #idleSeconds: number;
  #pinQuestion: ((confirmed: boolean) => void) | null = $state.raw(null);

  constructor({ bridge, begun, store, onsignedout }: OfficeSessionOptions) {
    this.bridge = bridge;
    this.staff = begun.staff;
    this.#idleSeconds = $state(begun.idleSeconds);
    this.#store = $state.raw(store);
    this.#onsignedout = onsignedout;
  }

  /** The words of the person's own language. */
  get messages(): Messages {
    return messagesFor(this.staff.locale);
  }

  /** The store as it is now. */
  get store(): StoreShown {
    return this.#store;
  }

  set store(store: StoreShown) {
    this.#store = store;
  }

  /** Seconds without a touch after which it ends, as the store has it now. */
  get idleSeconds(): number {
    return this.#idleSeconds;
  }

  set idleSeconds(seconds: number) {
    this.#idleSeconds = seconds;
  }

  /** Whether a call waits for the PIN once more. */
  get asksPin(): boolean {
    return this.#pinQuestion !== null;
  }

  /** Ends the question: the PIN was right just now, or the person let it be. */
  answerPin(confirmed: boolean): void {
    const answer = this.#pinQuestion;
    this.#pinQuestion = null;
    answer?.(confirmed);
  }

  /** Calls main; asks for the PIN where main wants it once more, and tells where the session is over. */
  async call<C extends StaffChannel>(channel: C, input: Calls[C]['input']): Promise<Answer<C>> {
    const answer = await this.bridge.call(channel, input);
    if (answer.ok) return answer;
    if (answer.error.code === 'signed-out') {
      this.#onsignedout();
      // The screen that asked is gone, and nobody waits for the answer.
      return new Promise<never>(() => undefined);
    }
    if (answer.error.code === 'pin-again' && (await this.#askPin())) return this.call(channel, input);
    return answer;
  }

  /** Somebody touched the screen: main's clock starts anew, now where `atOnce`, else now and then. */
  async touch(atOnce = false): Promise<void> {
    const now = performance.now();
    if (!atOnce && now - this.#touchedAt < TOUCH_EVERY_MS) return;
    this.#touchedAt = now;
    await this.call('staff:touch', null);
  }

  #askPin(): Promise<boolean> {
    // Another call that waits for the same is let go: nobody answers two dialogs at once.
    this.answerPin(false);
    return new Promise((resolve) => (this.#pinQuestion = resolve));
  }
}
