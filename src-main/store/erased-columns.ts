/**
 * What stands where words were: a column that must have some takes it, nothing is found by it, and it reads calmly
 * wherever it is shown. Migration 0130 lets exactly this in the place of what is otherwise never edited.
 */
export const ERASED_MARK = '—';

/**
 * How a column forgets.
 * - `mark`: what is empty stays empty, and words become the mark, so that a figure that asks whether there were words
 *   stays the same
 * - `empty`: becomes empty
 * - `list`, `object`: JSON, becomes one without anything in it
 * - `random`: becomes 32 random characters, so that nobody can try out what it was
 */
export type Forgetting = 'mark' | 'empty' | 'list' | 'object' | 'random';

/** The columns of a table that hold what a person or staff wrote, or what identifies them; `where` finds a claim's rows. */
export interface ErasedTable {
  readonly table: string;
  /** A condition with `@id`, the claim's id, and `@number`, its number. */
  readonly where: string;
  readonly columns: Readonly<Record<string, Forgetting>>;
}

const OF_CLAIM = 'claim_id = @id';

/** Everything that is held on whoever brought a claim and that goes when it is erased; the rows stay. */
export const ERASED_TABLES: readonly ErasedTable[] = [
  {
    table: 'claim',
    where: 'id = @id',
    columns: {
      secret: 'random',
      salt: 'random',
      item_name: 'mark',
      item_serial: 'empty',
      contact_name: 'empty',
      contact_phone: 'empty',
      contact_email: 'empty',
      place: 'empty',
    },
  },
  { table: 'claim_ending', where: OF_CLAIM, columns: { reason: 'mark' } },
  { table: 'statement', where: OF_CLAIM, columns: { text: 'mark' } },
  { table: 'feeling', where: OF_CLAIM, columns: { words: 'mark' } },
  { table: 'attempt', where: OF_CLAIM, columns: { description: 'mark' } },
  { table: 'wish_words', where: OF_CLAIM, columns: { words: 'mark' } },
  { table: 'expectation', where: OF_CLAIM, columns: { text: 'mark', emphasis: 'empty' } },
  { table: 'promise', where: OF_CLAIM, columns: { text: 'mark' } },
  { table: 'promise_request', where: OF_CLAIM, columns: { text: 'mark', reason: 'mark' } },
  { table: 'understanding', where: OF_CLAIM, columns: { text: 'mark' } },
  {
    table: 'staff_attempt',
    where: OF_CLAIM,
    columns: { description: 'mark', serial: 'empty', reason: 'mark' },
  },
  { table: 'plan', where: OF_CLAIM, columns: { text: 'mark' } },
  { table: 'charge', where: OF_CLAIM, columns: { what: 'mark' } },
  { table: 'research', where: OF_CLAIM, columns: { what: 'mark' } },
  { table: 'estimate', where: OF_CLAIM, columns: { text: 'mark', said_by: 'mark' } },
  { table: 'goodwill', where: OF_CLAIM, columns: { what: 'mark', reason: 'mark' } },
  { table: 'note', where: OF_CLAIM, columns: { text: 'mark' } },
  {
    table: 'loaner',
    where: OF_CLAIM,
    columns: { name: 'mark', serial: 'empty', state: 'mark', agreed_by: 'mark', back_state: 'mark' },
  },
  { table: 'incident', where: OF_CLAIM, columns: { text: 'mark' } },
  { table: 'drawn_line', where: OF_CLAIM, columns: { reason: 'mark' } },
  { table: 'line_review', where: OF_CLAIM, columns: { reason: 'mark' } },
  { table: 'escalation', where: OF_CLAIM, columns: { answer: 'mark', withdrawn_because: 'mark' } },
  {
    table: 'escalation_version',
    where: 'escalation_id IN (SELECT id FROM escalation WHERE claim_id = @id)',
    columns: {
      to_name: 'mark',
      to_organisation: 'mark',
      to_address: 'mark',
      asked: 'mark',
      similar: 'list',
      letter: 'object',
    },
  },
  { table: 'praise', where: OF_CLAIM, columns: { words: 'mark', salt: 'random' } },
  { table: 'print_job', where: OF_CLAIM, columns: { slip: 'empty', detail: 'empty', void_reason: 'mark' } },
];

/** Rows that go whole. */
export const REMOVED_ROWS: readonly { readonly table: string; readonly where: string }[] = [
  { table: 'unfinished_statement', where: 'request_id = (SELECT request_id FROM claim WHERE id = @id)' },
  { table: 'look_guard', where: 'subject = @number' },
];

/** Returns what a column is set to. */
export function forgotten(column: string, how: Forgetting): string {
  switch (how) {
    case 'mark':
      return `${column} = iif(${column} = '', '', iif(${column} IS NULL, NULL, '${ERASED_MARK}'))`;
    case 'empty':
      return `${column} = ''`;
    case 'list':
      return `${column} = '[]'`;
    case 'object':
      return `${column} = '{}'`;
    case 'random':
      return `${column} = lower(hex(randomblob(16)))`;
  }
}
