import type { Migration } from '../migration.ts';

/**
 * What becomes of a claim after it was taken. Everything that the customer gave and was told at the kiosk stays as it
 * is, since its digest is in the history: what staff add to a table of the intake says who added it (`…_by`), and a
 * null there means the intake. `claim.next_due` repeats the earliest due time of its open promises, kept in the same
 * transaction, so that the board is one walk along one index; it is null once the claim is closed.
 * Claims from before are new, and are due when their first promise is.
 */
export const DESK: Migration = {
  version: 40,
  sql: `
ALTER TABLE claim ADD COLUMN status TEXT NOT NULL DEFAULT 'new'
  CHECK (status IN ('new', 'in-work', 'waiting-customer', 'waiting-supplier', 'closed'));
ALTER TABLE claim ADD COLUMN next_due INTEGER;
ALTER TABLE claim ADD COLUMN holder TEXT REFERENCES staff_member (id);
ALTER TABLE claim ADD COLUMN place TEXT NOT NULL DEFAULT '';
UPDATE claim SET next_due = coalesce(
  (SELECT min(due) FROM promise WHERE promise.claim_id = claim.id AND promise.state = 'open'), taken_at);
CREATE INDEX claim_board ON claim (next_due, status) WHERE next_due IS NOT NULL;
CREATE INDEX claim_held ON claim (holder) WHERE holder IS NOT NULL;
CREATE INDEX claim_serial ON claim (lower(trim(item_serial))) WHERE item_serial <> '';

CREATE TABLE claim_ending (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  seq      INTEGER NOT NULL CHECK (seq > 0),
  kind     TEXT NOT NULL CHECK (kind IN ('accepted', 'no-agreement')),
  how      TEXT CHECK (how IN ('counter', 'phone', 'email', 'kiosk')),
  reason   TEXT CHECK (reason <> ''),
  at       INTEGER NOT NULL,
  closed_by TEXT NOT NULL REFERENCES staff_member (id),
  closed_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq),
  CHECK ((how IS NOT NULL) = (kind = 'accepted')),
  CHECK ((reason IS NOT NULL) = (kind = 'no-agreement'))
) STRICT, WITHOUT ROWID;

ALTER TABLE statement ADD COLUMN entered_by TEXT REFERENCES staff_member (id);
ALTER TABLE feeling ADD COLUMN entered_by TEXT REFERENCES staff_member (id);
ALTER TABLE expectation ADD COLUMN added_by TEXT REFERENCES staff_member (id);
ALTER TABLE expectation ADD COLUMN added_at INTEGER;
ALTER TABLE expectation ADD COLUMN retired_at INTEGER;

ALTER TABLE promise ADD COLUMN about TEXT CHECK (about IN ('update', 'look', 'repair', 'anything'));
ALTER TABLE promise ADD COLUMN owner_id TEXT REFERENCES staff_member (id);
ALTER TABLE promise ADD COLUMN given_by TEXT REFERENCES staff_member (id);
ALTER TABLE promise ADD COLUMN ended_at INTEGER;
ALTER TABLE promise ADD COLUMN agreed_how TEXT CHECK (agreed_how IN ('counter', 'phone', 'email', 'kiosk'));
ALTER TABLE promise ADD COLUMN replaced_by TEXT REFERENCES promise (id);
CREATE INDEX promise_mine ON promise (owner_id) WHERE state = 'open' AND owner_id IS NOT NULL;
CREATE TRIGGER promise_next_update_is_one BEFORE INSERT ON promise
WHEN NEW.kind = 'next-update' AND NEW.state = 'open' AND EXISTS (
  SELECT 1 FROM promise WHERE claim_id = NEW.claim_id AND kind = 'next-update' AND state = 'open') BEGIN
  SELECT RAISE(ABORT, 'a claim has one next update');
END;

CREATE TABLE promise_request (
  id          TEXT NOT NULL UNIQUE,
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  seq         INTEGER NOT NULL CHECK (seq > 0),
  about       TEXT NOT NULL CHECK (about IN ('update', 'look', 'repair', 'anything')),
  text        TEXT NOT NULL CHECK (text <> ''),
  due         INTEGER NOT NULL,
  owner_id    TEXT NOT NULL REFERENCES staff_member (id),
  asked_by    TEXT NOT NULL REFERENCES staff_member (id),
  asked_at    INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused')),
  reason      TEXT NOT NULL,
  promise_id  TEXT REFERENCES promise (id),
  answered_by TEXT REFERENCES staff_member (id),
  answered_at INTEGER,
  PRIMARY KEY (claim_id, seq),
  CHECK ((promise_id IS NOT NULL) = (state = 'granted')),
  CHECK ((answered_by IS NULL) = (state = 'asked')),
  CHECK (state <> 'refused' OR reason <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE understanding (
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  version     INTEGER NOT NULL CHECK (version > 0),
  text        TEXT NOT NULL CHECK (text <> ''),
  written_by  TEXT NOT NULL REFERENCES staff_member (id),
  written_at  INTEGER NOT NULL,
  answer      TEXT CHECK (answer IN ('confirmed', 'not-quite')),
  how         TEXT CHECK (how IN ('counter', 'phone', 'email', 'kiosk')),
  answered_at INTEGER,
  PRIMARY KEY (claim_id, version),
  CHECK ((answer IS NULL) = (how IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;

-- What staff proposed and tried; \`attempt\` is what the customer had tried before they came.
CREATE TABLE staff_attempt (
  id          TEXT NOT NULL UNIQUE,
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  seq         INTEGER NOT NULL CHECK (seq > 0),
  description TEXT NOT NULL CHECK (description <> ''),
  serial      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES staff_member (id),
  proposed_at INTEGER NOT NULL,
  outcome     TEXT CHECK (outcome IN ('no', 'a-little', 'yes')),
  done_by     TEXT REFERENCES staff_member (id),
  done_at     INTEGER,
  PRIMARY KEY (claim_id, seq),
  CHECK ((outcome IS NULL) = (done_by IS NULL) AND (outcome IS NULL) = (done_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_attempt_serial ON staff_attempt (lower(trim(serial))) WHERE serial <> '';

-- A null text is "no plan yet", which is an answer too.
CREATE TABLE plan (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  version  INTEGER NOT NULL CHECK (version > 0),
  text     TEXT CHECK (text <> ''),
  made_by  TEXT NOT NULL REFERENCES staff_member (id),
  made_at  INTEGER NOT NULL,
  PRIMARY KEY (claim_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE charge (
  claim_id   TEXT NOT NULL REFERENCES claim (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('part', 'labour')),
  what       TEXT NOT NULL CHECK (what <> ''),
  minor      INTEGER NOT NULL CHECK (minor >= 0),
  currency   TEXT NOT NULL CHECK (length(currency) = 3),
  added_by   TEXT NOT NULL REFERENCES staff_member (id),
  added_at   INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID;

-- Looking for the cause is never charged for: there is no column that a price could stand in.
CREATE TABLE research (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  seq      INTEGER NOT NULL CHECK (seq > 0),
  minutes  INTEGER NOT NULL CHECK (minutes > 0),
  what     TEXT NOT NULL,
  done_by  TEXT NOT NULL REFERENCES staff_member (id),
  done_at  INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE estimate (
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  version     INTEGER NOT NULL CHECK (version > 0),
  limit_minor INTEGER NOT NULL CHECK (limit_minor >= 0),
  currency    TEXT NOT NULL CHECK (length(currency) = 3),
  text        TEXT NOT NULL,
  given_by    TEXT NOT NULL REFERENCES staff_member (id),
  given_at    INTEGER NOT NULL,
  answer      TEXT CHECK (answer IN ('yes', 'no')),
  said_by     TEXT,
  how         TEXT CHECK (how IN ('counter', 'phone', 'email', 'kiosk')),
  answered_at INTEGER,
  PRIMARY KEY (claim_id, version),
  CHECK ((answer IS NULL) = (how IS NULL) AND (answer IS NULL) = (said_by IS NULL)
    AND (answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE goodwill (
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  seq         INTEGER NOT NULL CHECK (seq > 0),
  kind        TEXT NOT NULL CHECK (kind IN ('refund', 'discount', 'voucher', 'replacement', 'free-repair', 'gift')),
  what        TEXT NOT NULL,
  minor       INTEGER NOT NULL CHECK (minor >= 0),
  currency    TEXT NOT NULL CHECK (length(currency) = 3),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  decision    TEXT NOT NULL CHECK (decision IN ('given', 'refused')),
  decided_by  TEXT NOT NULL REFERENCES staff_member (id),
  decided_at  INTEGER NOT NULL,
  approved_by TEXT REFERENCES staff_member (id),
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID;

-- What staff write down: notes, calls, calls to make, what we got wrong, and the line that goes with a hand-over.
CREATE TABLE note (
  claim_id   TEXT NOT NULL REFERENCES claim (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('note', 'call', 'call-due', 'apology', 'hand-over')),
  text       TEXT NOT NULL,
  promise_id TEXT REFERENCES promise (id),
  staff_id   TEXT REFERENCES staff_member (id),
  due        INTEGER,
  written_by TEXT NOT NULL REFERENCES staff_member (id),
  written_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq),
  CHECK ((due IS NOT NULL) = (kind = 'call-due')),
  CHECK ((staff_id IS NOT NULL) = (kind IN ('call-due', 'hand-over'))),
  CHECK (text <> '' OR kind IN ('call-due', 'hand-over'))
) STRICT, WITHOUT ROWID;

-- The history of a claim. The row of its taking is left out: a kiosk's COMMIT needs no page more for it.
CREATE INDEX audit_of_claim ON audit (claim_id, seq) WHERE claim_id IS NOT NULL AND event <> 'claim-taken';
`,
};
