import type { Migration } from '../migration.ts';

/**
 * Faults that several customers told of. What is said of one (its state and the honest line) is a step with a version
 * of its own, and `known_issue.said` is the newest. A claim that joined remembers the version that its own expectation
 * says (0: none), so that lines which are no longer true are found and changed, also after a power cut. `taken_at`
 * repeats the claim's, which never changes, so that counts are a walk along one index. Who left stays, with who was
 * told what was found.
 */
export const KNOWN_ISSUES: Migration = {
  version: 80,
  sql: `
CREATE TABLE known_issue (
  id          TEXT PRIMARY KEY NOT NULL,
  title       TEXT NOT NULL CHECK (title <> ''),
  description TEXT NOT NULL,
  items       TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('suspected', 'confirmed', 'cause-found', 'fixed', 'closed')),
  said        INTEGER NOT NULL CHECK (said > 0),
  opened_by   TEXT NOT NULL REFERENCES staff_member (id),
  opened_at   INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX known_issue_current ON known_issue (changed_at, id) WHERE state <> 'closed';
CREATE INDEX known_issue_closed ON known_issue (changed_at, id) WHERE state = 'closed';

CREATE TABLE known_issue_step (
  issue_id TEXT NOT NULL REFERENCES known_issue (id),
  version  INTEGER NOT NULL CHECK (version > 0),
  state    TEXT NOT NULL CHECK (state IN ('suspected', 'confirmed', 'cause-found', 'fixed', 'closed')),
  kind     TEXT NOT NULL CHECK (kind IN ('try', 'cannot', 'unknown')),
  said_by  TEXT NOT NULL REFERENCES staff_member (id),
  said_at  INTEGER NOT NULL,
  PRIMARY KEY (issue_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE known_issue_line (
  issue_id TEXT NOT NULL,
  version  INTEGER NOT NULL,
  locale   TEXT NOT NULL CHECK (locale IN ('en', 'ar')),
  text     TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (issue_id, version, locale),
  FOREIGN KEY (issue_id, version) REFERENCES known_issue_step (issue_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE known_issue_claim (
  issue_id  TEXT NOT NULL REFERENCES known_issue (id),
  claim_id  TEXT NOT NULL REFERENCES claim (id),
  taken_at  INTEGER NOT NULL,
  joined_by TEXT NOT NULL REFERENCES staff_member (id),
  joined_at INTEGER NOT NULL,
  left_at   INTEGER,
  said      INTEGER NOT NULL CHECK (said >= 0),
  position  INTEGER,
  told_how  TEXT CHECK (told_how IN ('phone', 'email', 'counter')),
  told_by   TEXT REFERENCES staff_member (id),
  told_at   INTEGER,
  PRIMARY KEY (issue_id, claim_id),
  CHECK ((position IS NULL) = (said = 0)),
  CHECK (left_at IS NULL OR said = 0),
  CHECK ((told_how IS NULL) = (told_by IS NULL) AND (told_how IS NULL) = (told_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX known_issue_claim_when ON known_issue_claim (issue_id, taken_at, claim_id) WHERE left_at IS NULL;
CREATE INDEX known_issue_claim_untold ON known_issue_claim (issue_id, taken_at, claim_id)
  WHERE left_at IS NULL AND told_at IS NULL;
CREATE INDEX known_issue_of_claim ON known_issue_claim (claim_id) WHERE left_at IS NULL;
`,
};
