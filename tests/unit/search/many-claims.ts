import { claimNumber, type StoreCode } from '../../../src-main/domain/claim-number.ts';

import type { Db } from '../../../src-main/store/sqlite.ts';

/** The little of a claim that the index reads here. */
export interface Told {
  readonly running: number;
  readonly statement: string;
  readonly item?: string;
}

/** Writes claims with the running numbers that are given, without waiting for the disk: thousands in a second. */
export function writeClaims(db: Db, claims: readonly Told[]): void {
  const claim = db.prepare(
    `INSERT INTO claim (running, id, number, request_id, store_code, secret, salt, locale, item_name, item_serial,
       contact_name, contact_phone, contact_email, contact_way, taken_at)
     VALUES (@running, @id, @number, @id, 'HEL', 'secret', 'salt', 'en', @item, '', '', '', '', NULL, 1)`,
  );
  const statement = db.prepare(
    "INSERT INTO statement (id, claim_id, seq, text, locale, given_at) VALUES (@id, @id, 1, @statement, 'en', 1)",
  );
  db.transaction(() => {
    for (const { running, statement: text, item = '' } of claims) {
      const id = idOf(running);
      claim.run({ running, id, number: claimNumber('HEL' as StoreCode, running), item });
      statement.run({ id, statement: text });
    }
  })();
}

/** Takes a claim out as an erasure of the whole of it would. */
export function deleteClaim(db: Db, running: number): void {
  db.pragma('foreign_keys = 0');
  db.prepare('DELETE FROM statement WHERE claim_id = ?').run(idOf(running));
  db.prepare('DELETE FROM claim WHERE running = ?').run(running);
  db.pragma('foreign_keys = 1');
}

/** Returns the id of the claim that {@link writeClaims} wrote under a running number. */
export function idOf(running: number): string {
  return `claim-${running}`;
}
