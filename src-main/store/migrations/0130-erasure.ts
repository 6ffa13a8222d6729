import type { Migration } from '../migration.ts';

/**
 * What it takes to forget. A claim that was erased keeps its row, its dates and its figures: `erased_at` says when its
 * words went and `erased_why` whether the customer asked or its time was over; `contact_erased_at` that only the name
 * and the ways to reach the customer went. Words that a column must have become a dash, and the triggers that keep
 * history from being rewritten let exactly that happen, on a claim that is marked as erased, and nothing else.
 * `claim.last_closed_at` repeats the latest closing, so that what is due to go is found by an index.
 * Files that were taken out are remembered with the claims in them; every night's purge with what it removed.
 */
export const ERASURE: Migration = {
  version: 130,
  sql: `
ALTER TABLE claim ADD COLUMN erased_at INTEGER;
ALTER TABLE claim ADD COLUMN erased_why TEXT CHECK (erased_why IN ('asked', 'age'));
ALTER TABLE claim ADD COLUMN contact_erased_at INTEGER;
ALTER TABLE claim ADD COLUMN last_closed_at INTEGER;
UPDATE claim SET last_closed_at = (SELECT max(closed_at) FROM claim_ending WHERE claim_ending.claim_id = claim.id);
CREATE INDEX claim_contact_due ON claim (last_closed_at) WHERE status = 'closed' AND contact_erased_at IS NULL;
CREATE INDEX claim_words_due ON claim (last_closed_at) WHERE status = 'closed' AND erased_at IS NULL;
CREATE TRIGGER claim_was_closed AFTER INSERT ON claim_ending BEGIN
  UPDATE claim SET last_closed_at = NEW.closed_at WHERE id = NEW.claim_id;
END;
CREATE TRIGGER claim_stays_erased BEFORE UPDATE OF erased_at, erased_why, status ON claim
WHEN OLD.erased_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a claim that was erased stays as it is');
END;
CREATE TRIGGER claim_erased_is_closed BEFORE UPDATE OF erased_at ON claim
WHEN NEW.erased_at IS NOT NULL AND (NEW.status <> 'closed' OR NEW.erased_why IS NULL) BEGIN
  SELECT RAISE(ABORT, 'only a closed claim is erased, and for a reason');
END;

DROP TRIGGER statement_is_verbatim;
CREATE TRIGGER statement_is_verbatim BEFORE UPDATE OF text ON statement
WHEN NEW.text <> '—' OR (SELECT erased_at FROM claim WHERE id = OLD.claim_id) IS NULL BEGIN
  SELECT RAISE(ABORT, 'a statement is never edited');
END;
CREATE TRIGGER statement_of_erased BEFORE INSERT ON statement
WHEN (SELECT erased_at FROM claim WHERE id = NEW.claim_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a claim that was erased takes no more words');
END;
DROP TRIGGER praise_is_verbatim;
CREATE TRIGGER praise_is_verbatim BEFORE UPDATE OF words ON praise
WHEN NEW.words <> '—' OR (SELECT erased_at FROM claim WHERE id = OLD.claim_id) IS NULL BEGIN
  SELECT RAISE(ABORT, 'praise is never edited');
END;
-- A letter of somebody else's that told of this case is freed of it too.
DROP TRIGGER escalation_version_is_kept;
CREATE TRIGGER escalation_version_is_kept BEFORE UPDATE ON escalation_version
WHEN NOT EXISTS (SELECT 1 FROM escalation JOIN claim ON claim.id = claim_id
                 WHERE escalation.id = OLD.escalation_id AND erased_at IS NOT NULL)
  AND (NEW.to_name <> OLD.to_name OR NEW.to_organisation <> OLD.to_organisation
    OR NEW.to_address <> OLD.to_address OR NEW.asked <> OLD.asked OR NEW.due <> OLD.due
    OR NEW.version <> OLD.version OR NEW.written_by <> OLD.written_by OR NEW.written_at <> OLD.written_at
    OR NEW.similar <> OLD.similar
    OR NOT EXISTS (SELECT 1 FROM json_each(OLD.similar) JOIN claim ON claim.id = value
                   WHERE erased_at IS NOT NULL)) BEGIN
  SELECT RAISE(ABORT, 'a version of a letter is never changed');
END;

CREATE TABLE export_record (
  seq     INTEGER PRIMARY KEY,
  name    TEXT NOT NULL CHECK (name <> ''),
  made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE export_claim (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  export   INTEGER NOT NULL REFERENCES export_record (seq),
  PRIMARY KEY (claim_id, export)
) STRICT, WITHOUT ROWID;
CREATE INDEX export_claim_of ON export_claim (export);

CREATE TABLE purge_run (
  night     TEXT PRIMARY KEY NOT NULL CHECK (length(night) = 10),
  began_at  INTEGER NOT NULL,
  ended_at  INTEGER,
  contacts  INTEGER NOT NULL DEFAULT 0 CHECK (contacts >= 0),
  words     INTEGER NOT NULL DEFAULT 0 CHECK (words >= 0),
  pictures  INTEGER NOT NULL DEFAULT 0 CHECK (pictures >= 0),
  exports   INTEGER NOT NULL DEFAULT 0 CHECK (exports >= 0),
  set_aside INTEGER NOT NULL DEFAULT 0 CHECK (set_aside >= 0)
) STRICT, WITHOUT ROWID;
`,
};
