import type { Migration } from '../migration.ts';

/**
 * Letters to whoever can decide where it is beyond the store. A letter is kept whole in each of its versions, with what
 * was on record when it was written, and no version is ever changed: the newest is the one that is sent.
 */
export const ESCALATION: Migration = {
  version: 70,
  sql: `
CREATE TABLE escalation (
  id           TEXT NOT NULL UNIQUE,
  claim_id     TEXT NOT NULL REFERENCES claim (id),
  seq          INTEGER NOT NULL CHECK (seq > 0),
  state        TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'answered', 'withdrawn')),
  opened_by    TEXT NOT NULL REFERENCES staff_member (id),
  opened_at    INTEGER NOT NULL,
  sent_how     TEXT CHECK (sent_how IN ('post', 'email', 'hand')),
  sent_at      INTEGER,
  sent_by      TEXT REFERENCES staff_member (id),
  answer       TEXT CHECK (answer <> ''),
  outcome      TEXT CHECK (outcome IN ('granted', 'partly', 'refused')),
  answered_at  INTEGER,
  answered_by  TEXT REFERENCES staff_member (id),
  withdrawn_because TEXT CHECK (withdrawn_because <> ''),
  withdrawn_at INTEGER,
  withdrawn_by TEXT REFERENCES staff_member (id),
  PRIMARY KEY (claim_id, seq),
  CHECK ((sent_how IS NULL) = (sent_at IS NULL) AND (sent_how IS NULL) = (sent_by IS NULL)),
  CHECK (state <> 'draft' OR sent_how IS NULL),
  CHECK (state NOT IN ('sent', 'answered') OR sent_how IS NOT NULL),
  CHECK ((state = 'answered') = (answer IS NOT NULL) AND (answer IS NULL) = (outcome IS NULL)),
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_because IS NOT NULL)),
  CHECK ((withdrawn_because IS NULL) = (withdrawn_at IS NULL)
    AND (withdrawn_because IS NULL) = (withdrawn_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE escalation_version (
  escalation_id TEXT NOT NULL REFERENCES escalation (id),
  version       INTEGER NOT NULL CHECK (version > 0),
  to_name       TEXT NOT NULL,
  to_organisation TEXT NOT NULL,
  to_address    TEXT NOT NULL,
  asked         TEXT NOT NULL CHECK (asked <> ''),
  due           INTEGER NOT NULL,
  similar       TEXT NOT NULL CHECK (json_valid(similar)),
  letter        TEXT NOT NULL CHECK (json_valid(letter)),
  written_by    TEXT NOT NULL REFERENCES staff_member (id),
  written_at    INTEGER NOT NULL,
  PRIMARY KEY (escalation_id, version),
  CHECK (to_name <> '' OR to_organisation <> '')
) STRICT, WITHOUT ROWID;
CREATE TRIGGER escalation_version_is_kept BEFORE UPDATE ON escalation_version BEGIN
  SELECT RAISE(ABORT, 'a version of a letter is never changed');
END;
CREATE TRIGGER escalation_version_of_draft BEFORE INSERT ON escalation_version
WHEN (SELECT state FROM escalation WHERE id = NEW.escalation_id) <> 'draft' BEGIN
  SELECT RAISE(ABORT, 'what was sent is not written again');
END;
`,
};
