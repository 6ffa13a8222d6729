import { messagesFor, type Messages } from '../../resources/messages/catalogue.ts';
import type { Bridge, CallErrorCode, KioskInfo, UnfinishedDraft } from '../../src-main/contract/api.ts';
import type { PrintJobId, RequestId } from '../../src-main/domain/brand.ts';
import { logFailure } from '../log.ts';
import { KioskDoors } from './kiosk-doors.ts';
import { createDraftHolder } from './draft-holder.ts';
import {
  intakeOf,
  isPristine,
  lookOf,
  newKioskState,
  wordsLeft,
  type Flow,
  type KioskState,
} from './flow-state.ts';
import { reduce, type FlowEvent } from './flow.ts';

/** What a session is made of. */
export interface KioskSessionOptions {
  readonly bridge: Bridge;
  readonly info: KioskInfo;
  readonly newRequestId: () => RequestId;
}

/** One kiosk's state and the calls that its events cause. The rules are in `flow.ts`; this only carries them out. */
export class KioskSession {
  #info: KioskInfo;
  readonly #bridge: Bridge;
  readonly #newRequestId: () => RequestId;
  readonly #holder = createDraftHolder((draft) => void this.#hold(draft));
  #state: KioskState;
  #hasRoom: boolean;
  /** "Check on my claim" and "Say thank you". */
  readonly doors: KioskDoors;

  constructor({ bridge, info, newRequestId }: KioskSessionOptions) {
    this.#info = $state.raw(info);
    this.#hasRoom = $state(info.hasRoom);
    this.#bridge = bridge;
    this.#newRequestId = newRequestId;
    this.#state = $state.raw(newKioskState(info.locale));
    this.doors = new KioskDoors({
      bridge,
      newRequestId,
      flow: () => this.#state.flow,
      locale: () => this.#state.locale,
      dispatch: (event) => this.dispatch(event),
    });
  }

  /** What the store's settings say. */
  get info(): KioskInfo {
    return this.#info;
  }

  /** Takes up changed settings: at once where nobody is in the middle of a story, else from the next customer on. */
  renew(info: KioskInfo): void {
    const untouched = isPristine(this.#state);
    this.#info = info;
    this.#hasRoom = info.hasRoom;
    this.#state = untouched ? newKioskState(info.locale) : { ...this.#state, homeLocale: info.locale };
  }

  /** Whether the disk has room for what somebody tells. */
  get hasRoom(): boolean {
    return this.#hasRoom;
  }

  /** Everything that is on the screen. */
  get state(): KioskState {
    return this.#state;
  }

  /** The screen, with what it shows. */
  get flow(): Flow {
    return this.#state.flow;
  }

  /** Whether a ticket that is scanned now opens its claim. */
  get takesTickets(): boolean {
    const { flow } = this.#state;
    return flow.screen === 'check' || (flow.screen === 'welcome' && flow.draft === null);
  }

  /** The words of the chosen language. */
  get messages(): Messages {
    return messagesFor(this.#state.locale);
  }

  /** Lets something happen. Returns whether it changed anything. */
  dispatch(event: FlowEvent): boolean {
    const next = reduce(this.#state, event);
    if (next === this.#state) return false;
    const isLeft = lookOf(this.#state.flow) !== null && lookOf(next.flow) === null;
    this.#state = next;
    this.#holder.follow(next);
    if (isLeft) void this.doors.leave();
    return true;
  }

  /** "Start". */
  start(): void {
    this.dispatch({ type: 'start', requestId: this.#newRequestId() });
  }

  /** "Yes, print my ticket", or "Try again": one call, however often it is tapped. */
  async submit(): Promise<void> {
    const { flow, locale } = this.#state;
    if (flow.screen !== 'readback' || !this.dispatch({ type: 'submit' })) return;
    const { requestId } = flow.draft;
    try {
      const answer = await this.#bridge.call('claim:submit', intakeOf(flow.draft, locale));
      if (answer.ok) {
        this.dispatch({ type: 'kept', requestId, receipt: answer.value });
        void this.#askPrintStatus(answer.value.print.jobId);
      } else {
        this.#refuse(requestId, answer.error.code);
      }
    } catch (error) {
      // A bug in main. The words must stay on the screen, and the same id may be sent again.
      logFailure('claim:submit failed', error);
      this.#refuse(requestId, 'not-kept');
    }
  }

  /** Leaves nothing of this customer on the screen; what they wrote is kept for staff. */
  abandon(): void {
    const { flow, locale } = this.#state;
    const words = wordsLeft(flow);
    this.dispatch({ type: 'wipe' });
    if (words !== null) void this.#keepUnfinished({ ...words, locale });
  }

  /** Goes on, with the customer, from words that were left behind; whatever else is on the screen is kept for staff. */
  resume(draft: UnfinishedDraft): void {
    this.abandon();
    this.dispatch({ type: 'resume', ...draft });
  }

  /** "Done", and "Clear what I wrote": the same without keeping anything. */
  wipe(): void {
    this.dispatch({ type: 'wipe' });
  }

  /** Follows the printer; returns the function that stops it. */
  followPrinter(): () => void {
    return this.#bridge.on('print:changed', (status) => {
      this.dispatch({ type: 'print-changed', status });
    });
  }

  /** Follows whether the disk has room; returns the function that stops it. */
  followRoom(): () => void {
    return this.#bridge.on('space:changed', ({ hasRoom }) => (this.#hasRoom = hasRoom));
  }

  /** "Did your ticket come out?", of a printer that cannot say so itself. */
  async answerPrinted(jobId: PrintJobId, cameOut: boolean): Promise<void> {
    try {
      const answer = await this.#bridge.call('print:answer', { jobId, cameOut });
      if (answer.ok) this.dispatch({ type: 'print-changed', status: answer.value });
    } catch (error) {
      logFailure('print:answer failed', error);
    }
  }

  #refuse(requestId: RequestId, code: CallErrorCode): void {
    this.dispatch({ type: 'not-kept', requestId, code });
  }

  /** The job may have moved on before the answer that named it was here. */
  async #askPrintStatus(jobId: PrintJobId): Promise<void> {
    try {
      const answer = await this.#bridge.call('print:status', { jobId });
      if (answer.ok) this.dispatch({ type: 'print-changed', status: answer.value });
    } catch (error) {
      logFailure('print:status failed', error);
    }
  }

  async #hold(draft: UnfinishedDraft | null): Promise<void> {
    try {
      const answer = await this.#bridge.call('unfinished:hold', draft);
      if (!answer.ok) logFailure('unfinished:hold was refused', answer.error.code);
    } catch (error) {
      logFailure('unfinished:hold failed', error);
    }
  }

  async #keepUnfinished({ requestId, locale, statement }: UnfinishedDraft): Promise<void> {
    try {
      const answer = await this.#bridge.call('unfinished:keep', { requestId, locale, statement });
      if (!answer.ok) logFailure('unfinished:keep was refused', answer.error.code);
    } catch (error) {
      logFailure('unfinished:keep failed', error);
    }
  }
}
