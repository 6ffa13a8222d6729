import type { CallError } from '../../../src-main/contract/api.ts';
import type { Result } from '../../../src-main/domain/result.ts';

interface Part<Row, Cursor> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

/** A long list that is loaded page by page. */
export class Paged<Row, Cursor> {
  rows = $state.raw<readonly Row[]>([]);
  /** Where the next page begins; null at the end. */
  next = $state.raw<Cursor | null>(null);
  /** Whether the first page was loaded. */
  loaded = $state(false);
  error = $state.raw<CallError | null>(null);
  readonly #load: (after: Cursor | null) => Promise<Result<Part<Row, Cursor>, CallError>>;
  #asked = 0;

  constructor(load: (after: Cursor | null) => Promise<Result<Part<Row, Cursor>, CallError>>) {
    this.#load = load;
  }

  /** Loads as many rows as are shown, and a page at least; what was asked before this says nothing any more. */
  async refresh(): Promise<void> {
    const shown = this.rows.length;
    const mine = ++this.#asked;
    let rows: readonly Row[] = [];
    let next: Cursor | null = null;
    do {
      const answer = await this.#load(next);
      if (mine !== this.#asked) return;
      this.error = answer.ok ? null : answer.error;
      if (!answer.ok) return;
      rows = [...rows, ...answer.value.rows];
      next = answer.value.next;
    } while (next !== null && rows.length < shown);
    this.rows = rows;
    this.next = next;
    this.loaded = true;
  }

  /** Begins again with the first page of another list. */
  async restart(): Promise<void> {
    this.rows = [];
    this.loaded = false;
    await this.refresh();
  }

  /** Loads the next page. */
  async more(): Promise<void> {
    const mine = ++this.#asked;
    const answer = await this.#load(this.next);
    if (mine !== this.#asked) return;
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    this.rows = [...this.rows, ...answer.value.rows];
    this.next = answer.value.next;
  }
}
