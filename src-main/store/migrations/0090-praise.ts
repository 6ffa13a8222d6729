import type { Migration } from '../migration.ts';

/**
 * Thanks, and the guard of the status check. Praise without a person is for everyone. Its salt is its own, so that it
 * can go without the claim it came from. `look_guard` counts wrong pairs of number and secret, written before a pair
 * is compared: one row for each number that was tried, and one, `kiosk`, for this kiosk.
 * The two indexes are what "My day" is read by: what was handed to a person, and who did what on which claim lately
 * (the list of events is the same as in `my-day-reader.ts`, or the index is not used).
 */
export const PRAISE: Migration = {
  version: 90,
  sql: `
CREATE TABLE praise (
  seq      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  staff_id TEXT REFERENCES staff_member (id),
  claim_id TEXT REFERENCES claim (id),
  words    TEXT NOT NULL,
  locale   TEXT NOT NULL CHECK (locale IN ('en', 'ar')),
  salt     TEXT NOT NULL,
  given_at INTEGER NOT NULL
) STRICT;
CREATE INDEX praise_to ON praise (staff_id, given_at);
CREATE TRIGGER praise_is_verbatim BEFORE UPDATE OF words ON praise BEGIN
  SELECT RAISE(ABORT, 'praise is never edited');
END;

CREATE TABLE praise_seen (
  praise_id TEXT NOT NULL REFERENCES praise (id),
  staff_id  TEXT NOT NULL REFERENCES staff_member (id),
  seen_at   INTEGER NOT NULL,
  PRIMARY KEY (praise_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_over_seen (
  claim_id TEXT NOT NULL,
  seq      INTEGER NOT NULL,
  seen_at  INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq),
  FOREIGN KEY (claim_id, seq) REFERENCES note (claim_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE look_guard (
  subject     TEXT PRIMARY KEY NOT NULL,
  wrong_tries INTEGER NOT NULL CHECK (wrong_tries >= 0),
  tried_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX note_hand_over ON note (staff_id, written_at) WHERE kind = 'hand-over';
CREATE INDEX audit_of_people ON audit (at, actor, claim_id)
  WHERE event IN ('promise-broken', 'apology-made', 'call-noted', 'statement-added', 'feeling-added', 'handed-over');
`,
};
