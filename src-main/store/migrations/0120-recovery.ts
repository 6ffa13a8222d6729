import type { Migration } from '../migration.ts';

/**
 * What became of a database that could not be used: which backup took its place, where it was put, and which claims
 * are lost with it. It says so until a supervisor has seen it.
 */
export const RECOVERY: Migration = {
  version: 120,
  sql: `
CREATE TABLE recovery (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  why        TEXT NOT NULL CHECK (why IN ('damaged', 'asked')),
  detail     TEXT NOT NULL,
  backup_at  INTEGER,
  set_aside  TEXT NOT NULL,
  lost_from  TEXT,
  lost_to    TEXT,
  unsure_slips INTEGER NOT NULL CHECK (unsure_slips >= 0),
  seen_by    TEXT REFERENCES staff_member (id),
  seen_at    INTEGER,
  CHECK ((lost_from IS NULL) = (lost_to IS NULL)),
  CHECK ((seen_by IS NULL) = (seen_at IS NULL))
) STRICT;

-- The digest of this schema, renewed by every migration.
CREATE TABLE schema_seal (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
`,
};
