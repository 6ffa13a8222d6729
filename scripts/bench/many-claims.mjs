/** The same claims in every run, of a store that is not there. */
export const SEED = 20_261_123;
export const STORE = 'HEL';
/** The running number of the first of them. */
export const FIRST = 1_001;
/** Where nobody says how many. */
export const CLAIMS_WHERE_NOT_TOLD = 100_000;
const CLAIMS_AT_ONCE = 5_000;
const PEOPLE = 12;

/** Calls `write` with 0, 1, 2 … for so many claims, in large transactions that do not wait for the disk. */
export function writeMany(db, claims, write) {
  db.pragma('synchronous = OFF');
  for (let from = 0; from < claims; from += CLAIMS_AT_ONCE) {
    db.transaction(() => {
      for (let at = from; at < Math.min(claims, from + CLAIMS_AT_ONCE); at += 1) write(at);
    })();
    db.pragma('wal_checkpoint(PASSIVE)');
  }
  db.pragma('synchronous = FULL');
}

/** Adds clerks who cannot sign in. */
export function hireClerks(db) {
  const hire = db.prepare(
    `INSERT INTO staff_member (id, name, role, locale, active, pin_hash, created_at, changed_at)
     VALUES (?, ?, 'clerk', 'en', 1, 'x', 0, 0)`,
  );
  for (let person = 0; person < PEOPLE; person += 1) hire.run(`person-${person}`, `Person ${person}`);
}

/** Returns the id of one of them. */
export function anyClerk(random) {
  return `person-${Math.floor(random() * PEOPLE)}`;
}
