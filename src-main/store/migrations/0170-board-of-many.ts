import type { Migration } from '../migration.ts';

/**
 * Indexes for a shop that closes few claims, so that main walks along what it asks for and not along everything that was
 * ever broken: open promises by when they are due, and what somebody holds by when it is due.
 */
export const BOARD_OF_MANY: Migration = {
  version: 170,
  sql: `
CREATE INDEX promise_due ON promise (due) WHERE state = 'open';
DROP INDEX claim_held;
CREATE INDEX claim_held ON claim (holder, next_due, status) WHERE holder IS NOT NULL;
`,
};
