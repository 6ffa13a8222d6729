import type { Migration } from '../migration.ts';

/**
 * Photos and files of claims. A row names its file by digest; the bytes lie beside the database, and the same file on
 * two claims lies there once. What was removed keeps its row, and for some days its file.
 */
export const ATTACHMENTS: Migration = {
  version: 110,
  sql: `
CREATE TABLE attachment (
  claim_id   TEXT NOT NULL REFERENCES claim (id),
  seq        INTEGER NOT NULL CHECK (seq > 0),
  digest     TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  media      TEXT NOT NULL CHECK (media IN ('image/jpeg', 'application/pdf', 'text/plain')),
  bytes      INTEGER NOT NULL CHECK (bytes > 0),
  shows      TEXT NOT NULL CHECK (shows <> ''),
  added_by   TEXT NOT NULL REFERENCES staff_member (id),
  added_at   INTEGER NOT NULL,
  removed_by TEXT REFERENCES staff_member (id),
  removed_at INTEGER,
  why        TEXT CHECK (why <> ''),
  PRIMARY KEY (claim_id, seq),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (why IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_by_digest ON attachment (digest);
`,
};
