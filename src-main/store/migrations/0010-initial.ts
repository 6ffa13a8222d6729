import type { Migration } from '../migration.ts';

/**
 * The first schema. Times are INTEGER milliseconds since 1970 UTC. The lists in the CHECKs are written out, not
 * taken from `domain`: a released migration never changes, and a new value needs a migration of its own.
 * WITHOUT ROWID keeps a claim's rows in one tree each instead of two: every tree is a page more to COMMIT.
 */
export const INITIAL: Migration = {
  version: 10,
  sql: `
CREATE TABLE claim_sequence (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  next INTEGER NOT NULL CHECK (next >= 1001)
) STRICT;
INSERT INTO claim_sequence (id, next) VALUES (1, 1001);

CREATE TABLE claim (
  running       INTEGER PRIMARY KEY CHECK (running > 0),
  id            TEXT NOT NULL UNIQUE,
  number        TEXT NOT NULL UNIQUE,
  request_id    TEXT NOT NULL UNIQUE,
  store_code    TEXT NOT NULL,
  secret        TEXT NOT NULL,
  salt          TEXT NOT NULL,
  locale        TEXT NOT NULL CHECK (locale IN ('en', 'ar')),
  item_name     TEXT NOT NULL,
  item_serial   TEXT NOT NULL,
  contact_name  TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  contact_way   TEXT CHECK (contact_way IN ('phone', 'email', 'visit')),
  taken_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE statement (
  id       TEXT NOT NULL UNIQUE,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  seq      INTEGER NOT NULL CHECK (seq > 0),
  text     TEXT NOT NULL CHECK (text <> ''),
  locale   TEXT NOT NULL CHECK (locale IN ('en', 'ar')),
  given_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER statement_is_verbatim BEFORE UPDATE OF text ON statement BEGIN
  SELECT RAISE(ABORT, 'a statement is never edited');
END;

CREATE TABLE feeling (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  seq      INTEGER NOT NULL CHECK (seq > 0),
  face     TEXT CHECK (face IN ('calm', 'worried', 'disappointed', 'upset', 'furious')),
  words    TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  description TEXT NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome IN ('no', 'a-little', 'yes')),
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE wish (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind     TEXT NOT NULL
           CHECK (kind IN ('repair', 'replacement', 'refund', 'explanation', 'apology', 'be-heard')),
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE wish_words (
  claim_id TEXT PRIMARY KEY NOT NULL REFERENCES claim (id),
  words    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE expectation (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind     TEXT NOT NULL CHECK (kind IN ('will', 'try', 'cannot', 'unknown')),
  text     TEXT NOT NULL,
  emphasis TEXT NOT NULL,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE promise (
  id       TEXT NOT NULL UNIQUE,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind     TEXT NOT NULL CHECK (kind IN ('next-update', 'expectation')),
  text     TEXT NOT NULL,
  owner    TEXT NOT NULL,
  due      INTEGER NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('open', 'kept', 'broken', 'renegotiated')),
  given_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
  seq         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  kind        TEXT NOT NULL CHECK (kind IN ('ticket')),
  state       TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unsure', 'printed', 'sent-unconfirmed',
                                             'shown', 'void')),
  copy        INTEGER NOT NULL CHECK (copy >= 0),
  slip        TEXT NOT NULL,
  printer_url TEXT NOT NULL,
  attempts    INTEGER NOT NULL CHECK (attempts >= 0),
  problem     TEXT CHECK (problem IN ('unreachable', 'refused', 'no-answer', 'not-reading', 'connection-lost',
                                      'paper-out', 'cover-open', 'printer-error', 'offline', 'did-not-come-out',
                                      'device-missing', 'no-permission', 'not-drawn', 'disk')),
  detail      TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  retry_at    INTEGER,
  ended_at    INTEGER,
  CHECK (state <> 'unsure' OR problem IS NOT NULL),
  CHECK (problem IS NULL OR state IN ('queued', 'unsure')),
  CHECK (retry_at IS NULL OR problem IS NOT NULL),
  CHECK ((ended_at IS NOT NULL) = (state IN ('printed', 'sent-unconfirmed', 'shown', 'void'))),
  CHECK (state IN ('queued', 'void') OR attempts > 0)
) STRICT;
CREATE INDEX print_job_of_claim ON print_job (claim_id);
CREATE INDEX print_job_open ON print_job (seq) WHERE state IN ('queued', 'sending', 'unsure');

-- Tags that printers send back are never used twice, also not after a restart.
CREATE TABLE printer_tag (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  next INTEGER NOT NULL
) STRICT;
INSERT INTO printer_tag VALUES (1, 0);

CREATE TABLE unfinished_statement (
  request_id TEXT PRIMARY KEY NOT NULL,
  locale     TEXT NOT NULL CHECK (locale IN ('en', 'ar')),
  text       TEXT NOT NULL,
  kept_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE audit_head (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  seq  INTEGER NOT NULL CHECK (seq >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '${'0'.repeat(64)}');

-- No foreign key to the claim: what was done stays on record whatever becomes of it.
CREATE TABLE audit (
  seq       INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  event     TEXT NOT NULL CHECK (event <> ''),
  claim_id  TEXT,
  subject   TEXT NOT NULL,
  digest    TEXT NOT NULL,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_is_only_appended_to BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT seq + 1 FROM audit_head) BEGIN
  SELECT RAISE(ABORT, 'an audit row goes at the end');
END;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'an audit row is never changed');
END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'an audit row is never deleted');
END;
`,
};
