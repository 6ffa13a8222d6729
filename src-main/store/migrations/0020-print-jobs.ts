import type { Migration } from '../migration.ts';

/**
 * Print jobs of more kinds than the ticket, also without a claim; they belong to a printer by its id, so that an
 * address can change under them; and what became of them is kept: why it was void, when the first byte went out, when
 * it was known to be printed. SQLite cannot change a CHECK, so the table is made anew.
 * Jobs from before belong to `counter`, the id of the only printer that there could be; where no printer has that id
 * any more, those that still wait go to the first one at the start. When their first byte went out is not known.
 */
export const PRINT_JOBS: Migration = {
  version: 20,
  sql: `
CREATE TABLE print_job_20 (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  claim_id      TEXT REFERENCES claim (id),
  kind          TEXT NOT NULL CHECK (kind IN ('ticket', 'store-copy', 'item-label', 'update', 'resolution',
                                              'day-report', 'test')),
  state         TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unsure', 'printed', 'sent-unconfirmed',
                                               'shown', 'void')),
  copy          INTEGER NOT NULL CHECK (copy >= 0),
  slip          TEXT NOT NULL,
  printer_id    TEXT NOT NULL CHECK (printer_id <> ''),
  attempts      INTEGER NOT NULL CHECK (attempts >= 0),
  problem       TEXT CHECK (problem IN ('unreachable', 'refused', 'rejected', 'no-answer', 'not-reading',
                                        'connection-lost', 'paper-out', 'cover-open', 'printer-error', 'offline',
                                        'did-not-come-out', 'device-missing', 'no-permission', 'not-drawn', 'disk')),
  detail        TEXT NOT NULL,
  void_reason   TEXT,
  created_at    INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL,
  first_byte_at INTEGER,
  confirmed_at  INTEGER,
  retry_at      INTEGER,
  ended_at      INTEGER,
  CHECK ((claim_id IS NULL) = (kind IN ('day-report', 'test'))),
  CHECK (state <> 'unsure' OR problem IS NOT NULL),
  CHECK (problem IS NULL OR state IN ('queued', 'unsure')),
  CHECK (retry_at IS NULL OR problem IS NOT NULL),
  CHECK ((ended_at IS NOT NULL) = (state IN ('printed', 'sent-unconfirmed', 'shown', 'void'))),
  CHECK ((void_reason IS NOT NULL) = (state = 'void')),
  CHECK (confirmed_at IS NULL OR state = 'printed'),
  CHECK (state IN ('queued', 'void') OR attempts > 0)
) STRICT;

INSERT INTO print_job_20 (seq, id, claim_id, kind, state, copy, slip, printer_id, attempts, problem, detail,
    void_reason, created_at, changed_at, first_byte_at, confirmed_at, retry_at, ended_at)
  SELECT seq, id, claim_id, kind, state, copy, slip, 'counter', attempts, problem, detail,
    iif(state = 'void', '', NULL), created_at, changed_at, NULL, iif(state = 'printed', ended_at, NULL), retry_at,
    ended_at
  FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_20 RENAME TO print_job;

CREATE INDEX print_job_of_claim ON print_job (claim_id);
CREATE INDEX print_job_open ON print_job (printer_id, seq) WHERE state IN ('queued', 'sending', 'unsure');
`,
};
