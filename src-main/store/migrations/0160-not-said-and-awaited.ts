import type { Migration } from '../migration.ts';

/**
 * What a customer tried and did not say the result of: `attempt.outcome` may be `not-said`. A check cannot be changed in
 * its place, so the table is made anew; nothing refers to it. Indexes lead to what others owe us: what is out, and
 * letters that wait for an answer.
 */
export const NOT_SAID_AND_AWAITED: Migration = {
  version: 160,
  sql: `
CREATE TABLE attempt_with_not_said (
  claim_id    TEXT NOT NULL REFERENCES claim (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  description TEXT NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome IN ('no', 'a-little', 'yes', 'not-said')),
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO attempt_with_not_said (claim_id, position, description, outcome)
  SELECT claim_id, position, description, outcome FROM attempt ORDER BY claim_id, position;
DROP TABLE attempt;
ALTER TABLE attempt_with_not_said RENAME TO attempt;

CREATE INDEX loaner_out ON loaner (due) WHERE back_at IS NULL;
CREATE INDEX escalation_waits ON escalation (claim_id) WHERE state = 'sent';
`,
};
