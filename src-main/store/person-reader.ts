import { setImmediate } from 'node:timers/promises';
import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import {
  HELD_KINDS,
  type HeldKind,
  type PersonCandidate,
  type PersonHeld,
  type SamePerson,
} from '../domain/erasure.ts';
import { foldText, latinDigits } from '../domain/fold.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** Reads what is held on people. Throws what SQLite throws. */
export interface PersonReader {
  /** Returns how much of each kind is on a claim, as far as the database knows. */
  counts(claimId: ClaimId): PersonHeld['counts'];
  /**
   * Returns other claims of the same name, phone or email, newest first. It looks at every claim, a few thousand at a
   * time, and lets others work in between.
   */
  candidates(claimId: ClaimId): Promise<readonly PersonCandidate[]>;
  /** Returns what was said as thanks with the claim's ticket. */
  thanks(claimId: ClaimId): readonly { readonly words: string; readonly givenAt: Instant }[];
  /** Puts on record that everything on these claims was taken out. */
  recordExport(claimIds: readonly ClaimId[], by: StaffId, at: Instant): void;
}

interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}
interface Row extends Contact {
  readonly running: number;
  readonly claimId: ClaimId;
}

/** Claims that are compared before somebody else has a turn: a few milliseconds. */
const AT_ONCE = 2_000;
/** More claims than these nobody looks through. */
const CANDIDATES_MAX = 100;
/** Digits of a phone number without what is before them at home and abroad. */
const PHONE_DIGITS_MIN = 6;

/** Where each kind is counted; what is made of a claim for people to read is not in the database. */
const COUNTS: Readonly<Record<Exclude<HeldKind, 'pictures' | 'exports'>, string>> = {
  contact: `SELECT (contact_name <> '') + (contact_phone <> '') + (contact_email <> '') FROM claim WHERE id = @id`,
  words: `SELECT (SELECT count(*) FROM statement WHERE claim_id = @id)
    + (SELECT count(*) FROM wish_words WHERE claim_id = @id)`,
  feelings: 'SELECT count(*) FROM feeling WHERE claim_id = @id',
  tried: `SELECT (SELECT count(*) FROM attempt WHERE claim_id = @id)
    + (SELECT count(*) FROM staff_attempt WHERE claim_id = @id)`,
  understandings: 'SELECT count(*) FROM understanding WHERE claim_id = @id',
  promises: `SELECT (SELECT count(*) FROM promise WHERE claim_id = @id)
    + (SELECT count(*) FROM expectation WHERE claim_id = @id AND kind <> 'will')`,
  costs: `SELECT (SELECT count(*) FROM charge WHERE claim_id = @id)
    + (SELECT count(*) FROM estimate WHERE claim_id = @id) + (SELECT count(*) FROM goodwill WHERE claim_id = @id)
    + (SELECT count(*) FROM research WHERE claim_id = @id)`,
  notes: `SELECT (SELECT count(*) FROM note WHERE claim_id = @id) + (SELECT count(*) FROM plan WHERE claim_id = @id)
    + (SELECT count(*) FROM incident WHERE claim_id = @id) + (SELECT count(*) FROM loaner WHERE claim_id = @id)`,
  letters: 'SELECT count(*) FROM escalation WHERE claim_id = @id',
  slips: 'SELECT count(*) FROM print_job WHERE claim_id = @id',
  files: 'SELECT count(*) FROM attachment WHERE claim_id = @id',
  thanks: 'SELECT count(*) FROM praise WHERE claim_id = @id',
};

/** Returns the reader of what `db` holds on people. */
export function createPersonReader(db: Db): PersonReader {
  const counting = Object.entries(COUNTS).map(
    ([kind, sql]) => [kind, db.prepare<[{ id: ClaimId }], number>(sql).pluck()] as const,
  );
  const contactOf = db.prepare<[string], Contact>(
    `SELECT contact_name AS name, contact_phone AS phone, contact_email AS email FROM claim WHERE id = ?`,
  );
  const page = db.prepare<[number], Row>(
    `SELECT running, id AS claimId, contact_name AS name, contact_phone AS phone, contact_email AS email
     FROM claim WHERE running < ? ORDER BY running DESC LIMIT ${AT_ONCE}`,
  );
  const shown = db.prepare<
    [string],
    { number: ClaimNumber; takenAt: Instant; isOpen: number; firstWords: string }
  >(
    `SELECT number, taken_at AS takenAt, status <> 'closed' AS isOpen,
       (SELECT substr(text, 1, 160) FROM statement WHERE claim_id = claim.id AND seq = 1) AS firstWords
     FROM claim WHERE id = ?`,
  );

  const audit = createAuditStore(db);
  const thanks = db.prepare<[string], { words: string; givenAt: Instant }>(
    'SELECT words, given_at AS givenAt FROM praise WHERE claim_id = ? ORDER BY seq',
  );

  function candidate({ claimId }: Row, same: readonly SamePerson[]): PersonCandidate {
    const found = shown.get(claimId);
    if (!found) throw new Error('a claim went while it was looked at');
    return { claimId, ...found, isOpen: found.isOpen === 1, same };
  }

  return {
    counts: (id) => {
      const counts = new Map(counting.map(([kind, count]) => [kind, count.get({ id }) ?? 0]));
      return HELD_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(
        ({ count }) => count > 0,
      );
    },
    async candidates(claimId) {
      const person = contactOf.get(claimId);
      if (!person || Object.values(person).every((each) => each === '')) return [];
      const found: PersonCandidate[] = [];
      let before = Number.MAX_SAFE_INTEGER;
      while (found.length < CANDIDATES_MAX) {
        const rows = page.all(before);
        for (const row of rows) {
          const same = row.claimId === claimId ? [] : sameAs(person, row);
          if (same.length > 0) found.push(candidate(row, same));
        }
        const last = rows.at(-1);
        if (!last || rows.length < AT_ONCE) break;
        before = last.running;
        await setImmediate();
      }
      return found.slice(0, CANDIDATES_MAX);
    },
    thanks: (claimId) => thanks.all(claimId),
    recordExport: (claimIds, by, at) =>
      inTransaction(db, () => {
        for (const claimId of claimIds)
          audit.append({ at, event: 'person-exported', claimId, subject: claimId, actor: by });
      }),
  };
}

/** Returns what two have in common, as people write it: with other cases, spaces and country codes. */
function sameAs(one: Contact, other: Contact): readonly SamePerson[] {
  const same = {
    name: isSame(foldText(one.name), foldText(other.name)),
    phone: isSamePhone(digitsOf(one.phone), digitsOf(other.phone)),
    email: isSame(one.email.trim().toLowerCase(), other.email.trim().toLowerCase()),
  };
  return (['name', 'phone', 'email'] as const).filter((each) => same[each]);
}

function isSame(one: string, other: string): boolean {
  return one !== '' && one === other;
}

function digitsOf(phone: string): string {
  return latinDigits(phone).replace(/\D/g, '').replace(/^0+/, '');
}

/** `+358 40 123 4567` is `040 1234567`. */
function isSamePhone(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= PHONE_DIGITS_MIN && long.endsWith(short);
}
