import type { ClaimId } from '../../../src-main/domain/brand.ts';
import { parseClaimNumber, type ClaimNumber } from '../../../src-main/domain/claim-number.ts';
import type { Found } from '../../../src-main/domain/search.ts';
import { errorWords } from '../error-words.ts';
import type { OfficeSession } from '../office-session.svelte.ts';

/** A search's answer, with what it was about. */
export interface FoundFor extends Found {
  readonly text: string;
  readonly ranked: boolean;
}

/** The code on a ticket; only its number is anybody's to see. */
const TICKET_CODE = /^IYW:([^:]+):[^:]*$/;

/** Returns the claim number in what a scanner read, or null where it is no ticket of ours. */
export function scannedNumber(code: string): ClaimNumber | null {
  const number = parseClaimNumber(TICKET_CODE.exec(code.trim())?.[1] ?? code);
  return number.ok ? number.value : null;
}

/** One person's search: what is looked for, what was found, and the claim that was opened from it. */
export class Finding {
  readonly #session: OfficeSession;
  #text = $state('');
  #found = $state.raw<FoundFor | null>(null);
  #fault = $state('');
  #isOpen = $state(false);
  #opened = $state<ClaimId | null>(null);
  #last = $state<ClaimId | null>(null);
  #turn = $state(0);

  constructor(session: OfficeSession) {
    this.#session = session;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#text;
  }

  /** The newest answer; null before the first one. */
  get found(): FoundFor | null {
    return this.#found;
  }

  /** Why there is no answer, in words; else empty. */
  get fault(): string {
    return this.#fault;
  }

  /** Whether the search stands in the place of the screen. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The claim that is looked at. */
  get opened(): ClaimId | null {
    return this.#opened;
  }

  /** The claim that was looked at before: its hit has the focus again. */
  get last(): ClaimId | null {
    return this.#last;
  }

  /** Changes whenever something else is shown, so that the keyboard goes. */
  get turn(): number {
    return this.#turn;
  }

  /** The field was gone to, and the search comes up with what it had. */
  open(): void {
    this.#isOpen = true;
    this.#opened = null;
  }

  /** Somebody typed. */
  async type(text: string): Promise<void> {
    this.#text = text;
    this.open();
    await this.#ask(text, false);
  }

  /** Enter: the best first; what can only be one claim opens. */
  async submit(): Promise<void> {
    this.open();
    this.#turn += 1;
    await this.#ask(this.#text, true);
    const exact = this.#exact();
    if (exact !== null) this.show(exact);
  }

  /** A scanner read a ticket, or another code while no field had the focus. */
  async scan(code: string): Promise<void> {
    this.#text = scannedNumber(code) ?? code;
    await this.#ask(this.#text, true);
    const exact = this.#exact();
    if (exact === null) this.open();
    // The claim that is open stays as it is, with whatever is half written on it.
    else if (exact !== this.#opened) this.show(exact);
  }

  show(claimId: ClaimId): void {
    this.#opened = claimId;
    this.#isOpen = true;
    this.#turn += 1;
  }

  /** Back from a claim to the hits. */
  back(): void {
    this.#last = this.#opened;
    this.#opened = null;
    this.#turn += 1;
  }

  /** Back to the screen. */
  close(): void {
    this.#text = '';
    this.#found = null;
    this.#fault = '';
    this.#isOpen = false;
    this.#opened = null;
    this.#last = null;
    this.#turn += 1;
  }

  async #ask(text: string, ranked: boolean): Promise<void> {
    if (text.trim() === '') {
      this.#found = null;
      this.#fault = '';
      return;
    }
    const answer = await this.#session.call('search:find', { text, ranked });
    // Somebody typed on: a newer answer is on its way.
    if (this.#text !== text || (!answer.ok && answer.error.code === 'outdated')) return;
    this.#fault = answer.ok ? '' : errorWords(this.#session.messages, answer.error);
    this.#found = answer.ok ? { ...answer.value, text, ranked } : null;
    this.#last = null;
  }

  #exact(): ClaimId | null {
    return this.#found?.text === this.#text ? this.#found.exact : null;
  }
}
