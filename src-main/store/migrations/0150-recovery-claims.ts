import type { Migration } from '../migration.ts';

/**
 * What became of single claims when a backup took the place of a database: whose photos or files are nowhere any more,
 * which were erased once more since the backup was from before their erasure, and which only the replaced database has.
 * No reference to the claim: those of the last kind are not here.
 */
export const RECOVERY_CLAIMS: Migration = {
  version: 150,
  sql: `
CREATE TABLE recovery_claim (
  recovery INTEGER NOT NULL REFERENCES recovery (id),
  what     TEXT NOT NULL CHECK (what IN ('files-missing', 'erased-again', 'only-there')),
  number   TEXT NOT NULL CHECK (number <> ''),
  files    INTEGER CHECK (files > 0),
  taken_at INTEGER,
  PRIMARY KEY (recovery, what, number),
  CHECK ((files IS NOT NULL) = (what = 'files-missing')),
  CHECK ((taken_at IS NOT NULL) = (what = 'only-there'))
) STRICT, WITHOUT ROWID;
`,
};
