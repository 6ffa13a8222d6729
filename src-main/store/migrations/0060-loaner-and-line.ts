import type { Migration } from '../migration.ts';

/**
 * What was lent while a thing is with us, and where the line was drawn. A loaner that is out has no `back_…`. An
 * incident is the warning that comes before a line; a line ends in-person service until it expires or is lifted, and
 * every look at it again is a row, so that it stays reviewable.
 */
export const LOANER_AND_LINE: Migration = {
  version: 60,
  sql: `
CREATE TABLE loaner (
  claim_id   TEXT NOT NULL REFERENCES claim (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  name       TEXT NOT NULL CHECK (name <> ''),
  serial     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state <> ''),
  due        INTEGER NOT NULL,
  agreed_by  TEXT NOT NULL CHECK (agreed_by <> ''),
  agreed_how TEXT NOT NULL CHECK (agreed_how IN ('counter', 'phone', 'email', 'kiosk')),
  lent_by    TEXT NOT NULL REFERENCES staff_member (id),
  lent_at    INTEGER NOT NULL,
  back_state TEXT CHECK (back_state <> ''),
  back_to    TEXT REFERENCES staff_member (id),
  back_at    INTEGER,
  PRIMARY KEY (claim_id, seq),
  CHECK ((back_at IS NULL) = (back_to IS NULL) AND (back_at IS NULL) = (back_state IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  seq         INTEGER NOT NULL CHECK (seq > 0),
  text        TEXT NOT NULL CHECK (text <> ''),
  happened_at INTEGER NOT NULL,
  written_by  TEXT NOT NULL REFERENCES staff_member (id),
  written_at  INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq),
  CHECK (happened_at <= written_at)
) STRICT, WITHOUT ROWID;

-- Its incident is the warning that it answers: no line without one.
CREATE TABLE drawn_line (
  claim_id   TEXT NOT NULL,
  seq        INTEGER NOT NULL CHECK (seq > 0),
  incident   INTEGER NOT NULL,
  reason     TEXT NOT NULL CHECK (reason <> ''),
  review_due INTEGER NOT NULL,
  expires    INTEGER NOT NULL,
  drawn_by   TEXT NOT NULL REFERENCES staff_member (id),
  drawn_at   INTEGER NOT NULL,
  PRIMARY KEY (claim_id, seq),
  FOREIGN KEY (claim_id) REFERENCES claim (id),
  FOREIGN KEY (claim_id, incident) REFERENCES incident (claim_id, seq),
  CHECK (drawn_at < review_due AND review_due <= expires)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_review (
  claim_id    TEXT NOT NULL,
  line        INTEGER NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  answer      TEXT NOT NULL CHECK (answer IN ('upheld', 'lifted')),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  reviewed_by TEXT NOT NULL REFERENCES staff_member (id),
  reviewed_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, line, seq),
  FOREIGN KEY (claim_id) REFERENCES claim (id),
  FOREIGN KEY (claim_id, line) REFERENCES drawn_line (claim_id, seq)
) STRICT, WITHOUT ROWID;
`,
};
