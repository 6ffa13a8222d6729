import Database from 'better-sqlite3';
import path from 'node:path';

/** Returns a claim as the database of a data folder has it, without its secret, which is on the ticket only. */
export function readClaim(dataFolder, number) {
  const db = new Database(path.join(dataFolder, 'claims.db'), { readonly: true, fileMustExist: true });
  try {
    const claim = db.prepare('SELECT * FROM claim WHERE number = ?').get(number);
    const rows = (sql) => db.prepare(sql).all(claim.id);
    return {
      number,
      takenAt: moment(claim.taken_at),
      locale: claim.locale,
      statements: rows('SELECT text FROM statement WHERE claim_id = ? ORDER BY seq').map(({ text }) => text),
      feelings: rows('SELECT face, words FROM feeling WHERE claim_id = ? ORDER BY seq'),
      item: { name: claim.item_name, serial: claim.item_serial },
      attempts: rows('SELECT description, outcome FROM attempt WHERE claim_id = ? ORDER BY position'),
      wishes: {
        kinds: rows('SELECT kind FROM wish WHERE claim_id = ? ORDER BY position').map(({ kind }) => kind),
        words: rows('SELECT words FROM wish_words WHERE claim_id = ?')[0]?.words ?? '',
      },
      contact: {
        name: claim.contact_name,
        phone: claim.contact_phone,
        email: claim.contact_email,
        way: claim.contact_way,
      },
      expectations: rows('SELECT kind, text FROM expectation WHERE claim_id = ? ORDER BY position'),
      promises: rows(
        'SELECT kind, text, owner, due, state FROM promise WHERE claim_id = ? ORDER BY position',
      ).map((promise) => ({ ...promise, due: moment(promise.due) })),
      printing: rows('SELECT kind, state, attempts FROM print_job WHERE claim_id = ? ORDER BY seq'),
    };
  } finally {
    db.close();
  }
}

function moment(milliseconds) {
  return new Date(milliseconds).toISOString();
}
