import type { Migration } from '../migration.ts';

/**
 * The people who work here. A PIN is kept only as its scrypt hash; wrong tries are counted in a table of their own,
 * written before the hash is computed. The history learns who did what: `actor` is empty for the kiosk itself.
 */
export const STAFF: Migration = {
  version: 30,
  sql: `
CREATE TABLE staff_member (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  role       TEXT NOT NULL CHECK (role IN ('clerk', 'technician', 'supervisor', 'admin')),
  locale     TEXT NOT NULL CHECK (locale IN ('en', 'ar')),
  active     INTEGER NOT NULL CHECK (active IN (0, 1)),
  pin_hash   TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX staff_member_name ON staff_member (name COLLATE NOCASE) WHERE active = 1;

CREATE TABLE pin_guard (
  staff_id    TEXT PRIMARY KEY NOT NULL REFERENCES staff_member (id),
  wrong_tries INTEGER NOT NULL CHECK (wrong_tries >= 0)
) STRICT, WITHOUT ROWID;

ALTER TABLE audit ADD COLUMN actor TEXT NOT NULL DEFAULT '';
`,
};
