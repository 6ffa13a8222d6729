import type { Answer, Bridge, Calls } from '../../src-main/contract/api.ts';
import type { DoorCalls } from '../../src-main/contract/doors-api.ts';
import type { RequestId } from '../../src-main/domain/brand.ts';
import type { Locale } from '../../src-main/domain/intake.ts';
import { parseTicketCode } from '../../src-main/domain/ticket-code.ts';
import { logFailure } from '../log.ts';
import type { DoorEvent } from './flow-event.ts';
import type { Flow } from './flow-state.ts';

/** What the calls behind the two other doors need of a session. */
export interface DoorParts {
  readonly bridge: Bridge;
  readonly newRequestId: () => RequestId;
  readonly flow: () => Flow;
  readonly locale: () => Locale;
  /** Returns whether the event changed anything. */
  readonly dispatch: (event: DoorEvent) => boolean;
}

/** The calls behind "Check on my claim" and "Say thank you". The rules are in `doors.ts`. */
export class KioskDoors {
  readonly #parts: DoorParts;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /** A scanner read a code on the welcome screen or on "Check on my claim". */
  scanned(code: string): void {
    const { dispatch } = this.#parts;
    dispatch({ type: 'check' });
    const pair = parseTicketCode(code);
    if (!pair) {
      dispatch({ type: 'strange-code' });
      return;
    }
    dispatch({ type: 'edit-pair', ...pair });
    void this.look();
  }

  /** "Show my claim". */
  async look(): Promise<void> {
    const { flow, newRequestId, dispatch } = this.#parts;
    const askId = newRequestId();
    const before = flow();
    if (before.screen !== 'check' || !this.#ask({ type: 'look', askId })) return;
    const { number, secret } = before;
    const look = await this.#call('status:look', { number, secret }, askId);
    // Whoever asked left meanwhile: main must not keep it open for the next one.
    if (look && !dispatch({ type: 'looked', askId, look })) void this.leave();
  }

  /** "Add something", on the claim. */
  more(): void {
    this.#parts.dispatch({ type: 'more', requestId: this.#parts.newRequestId() });
  }

  /** "Add it to my claim". */
  async addWords(): Promise<void> {
    const { flow, newRequestId, locale, dispatch } = this.#parts;
    const askId = newRequestId();
    const before = flow();
    if (before.screen !== 'more' || !this.#ask({ type: 'add', askId })) return;
    const { lookId } = before.look;
    const { requestId, text } = before;
    const look = await this.#call('status:add-words', { lookId, requestId, text, locale: locale() }, askId);
    if (look) dispatch({ type: 'added', askId, look });
  }

  /** "Say thank you", from the welcome screen or from a claim. */
  async praise(): Promise<void> {
    const { bridge, newRequestId, dispatch } = this.#parts;
    const requestId = newRequestId();
    if (!dispatch({ type: 'praise', requestId })) return;
    let people: DoorCalls['thanks:people']['output'] = [];
    try {
      const answer = await bridge.call('thanks:people', null);
      if (answer.ok) people = answer.value;
    } catch (error) {
      // Everyone can be thanked all the same.
      logFailure('thanks:people failed', error);
    }
    dispatch({ type: 'people', requestId, people });
  }

  /** "Send my thanks". */
  async give(): Promise<void> {
    const { flow, newRequestId, locale, dispatch } = this.#parts;
    const askId = newRequestId();
    const before = flow();
    if (before.screen !== 'praise' || before.to === null || !this.#ask({ type: 'give', askId })) return;
    const { requestId, words, look, to } = before;
    const given = await this.#call(
      'thanks:give',
      {
        ...{ requestId, words, locale: locale() },
        to: to.kind === 'person' ? to.id : null,
        lookId: look?.lookId ?? null,
      },
      askId,
    );
    if (given !== undefined) dispatch({ type: 'given', askId });
  }

  /** Nobody looks at a claim any more. */
  async leave(): Promise<void> {
    try {
      const answer = await this.#parts.bridge.call('status:leave', null);
      if (!answer.ok) logFailure('status:leave was refused', answer.error.code);
    } catch (error) {
      logFailure('status:leave failed', error);
    }
  }

  /** Returns whether this very question is asked now: a second tap asks nothing. */
  #ask(event: Extract<DoorEvent, { type: 'look' | 'add' | 'give' }>): boolean {
    this.#parts.dispatch(event);
    const now = this.#parts.flow();
    return 'asking' in now && now.asking.kind === 'asking' && now.asking.askId === event.askId;
  }

  /** Returns what main answered, or undefined where it refused, which is on the screen then. */
  async #call<C extends keyof DoorCalls>(
    channel: C,
    input: Calls[C]['input'],
    askId: RequestId,
  ): Promise<Calls[C]['output'] | undefined> {
    const { bridge, dispatch } = this.#parts;
    try {
      const answer: Answer<C> = await bridge.call<C>(channel, input);
      if (answer.ok) return answer.value;
      const { code, waitMs = 0 } = answer.error;
      dispatch({ type: 'refused', askId, code, waitMs });
    } catch (error) {
      // A bug in main: what was typed stays on the screen.
      logFailure(`${channel} failed`, error);
      dispatch({ type: 'refused', askId, code: 'not-kept', waitMs: 0 });
    }
    return undefined;
  }
}
