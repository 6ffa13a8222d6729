import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { Db } from '../store/sqlite.ts';
import { fold, tokensOf } from './tokens.ts';

/** The texts of a claim that it can be found by, as they were given. */
export interface ClaimTexts {
  readonly running: number;
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly item: string;
  readonly serial: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** Everything in the customer's words: statements, attempts, feelings, wishes, in this order. */
  readonly told: readonly string[];
}

/** A claim as the index keeps it: tokens with spaces between them. */
export interface SearchDocument {
  readonly words: string;
  readonly item: string;
  readonly person: string;
  readonly ids: string;
}

/** Reads the texts of claims. Throws what SQLite throws. */
export interface TextReader {
  byRunning(running: number): ClaimTexts | null;
  byId(id: ClaimId): ClaimTexts | null;
  byNumber(number: ClaimNumber): ClaimTexts | null;
  /** Returns the running numbers after one, rising, at most `limit`. */
  after(running: number, limit: number): readonly number[];
}

type Row = Omit<ClaimTexts, 'told'>;

const COLUMNS = `running, id AS claimId, number, taken_at AS takenAt, item_name AS item, item_serial AS serial,
  contact_name AS name, contact_phone AS phone, contact_email AS email`;

/** Returns the reader of the texts in `db`. */
export function createTextReader(db: Db): TextReader {
  const byRunning = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM claim WHERE running = ?`);
  const byId = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM claim WHERE id = ?`);
  const byNumber = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM claim WHERE number = ?`);
  const after = db
    .prepare<[number, number], number>('SELECT running FROM claim WHERE running > ? ORDER BY running LIMIT ?')
    .pluck();
  // In one question: four take three times as long, and a search asks for twenty claims.
  const told = db
    .prepare<[{ id: ClaimId }], string>(
      `SELECT text FROM (
         SELECT 0 AS part, seq AS place, text FROM statement WHERE claim_id = @id
         UNION ALL SELECT 1, position, description FROM attempt WHERE claim_id = @id
         UNION ALL SELECT 2, seq, words FROM feeling WHERE claim_id = @id
         UNION ALL SELECT 3, 0, words FROM wish_words WHERE claim_id = @id)
       WHERE text <> '' ORDER BY part, place`,
    )
    .pluck();

  const withTold = (row: Row | undefined): ClaimTexts | null =>
    row ? { ...row, told: told.all({ id: row.claimId }) } : null;

  return {
    byRunning: (running) => withTold(byRunning.get(running)),
    byId: (id) => withTold(byId.get(id)),
    byNumber: (number) => withTold(byNumber.get(number)),
    after: (running, limit) => after.all(running, limit),
  };
}

/** Returns what the index keeps of a claim. */
export function documentOf(texts: ClaimTexts): SearchDocument {
  const { number, item, serial, name, phone, email, told } = texts;
  const ids = [number, name, phone, serial, email].map(fold);
  return {
    words: told.flatMap(tokensOf).join(' '),
    item: tokensOf(item).join(' '),
    person: tokensOf(`${name} ${email}`).join(' '),
    ids: ids.filter((id) => id !== '').join(' '),
  };
}

/** A story that has so many has told what it is about, and none takes long to be taken in. */
const TERMS_MAX = 400;

/** Returns the terms by which claims are alike: what it happened to, and what happened; not to whom. */
export function termsOf({ words, item }: Pick<SearchDocument, 'words' | 'item'>): ReadonlySet<string> {
  const terms = new Set(`${item} ${words}`.split(' ').filter((term) => term.length > 1));
  return new Set([...terms].slice(0, TERMS_MAX));
}
