import type { Migration } from '../migration.ts';

/**
 * What claims are found by. Nothing here is written by a claim's own transaction: `search_state.indexed_to` says up to
 * which running number claims are in, and what changes on one of them later notes its number in `search_changed`.
 * `search_document` keeps what was indexed, word for word, so that it can be taken out again whatever became of the
 * claim. Terms of claims in blocks of 8,192 running numbers are in `search_posting`, as 16-bit places in the block.
 * The indexes merge only when they are told to (`automerge`, `crisismerge`), so that no step takes long.
 * `secure-delete`: what is taken out of an index leaves its pages, not only its results.
 */
export const SEARCH: Migration = {
  version: 50,
  sql: `
CREATE TABLE search_state (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  form       INTEGER NOT NULL,
  indexed_to INTEGER NOT NULL CHECK (indexed_to >= 0)
) STRICT;
INSERT INTO search_state (id, form, indexed_to) VALUES (1, 0, 0);

CREATE TABLE search_document (
  running INTEGER PRIMARY KEY,
  words   TEXT NOT NULL,
  item    TEXT NOT NULL,
  person  TEXT NOT NULL,
  ids     TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5(
  words, item, person,
  content = 'search_document', content_rowid = 'running', tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 0);
INSERT INTO search_words (search_words, rank) VALUES ('crisismerge', 1000);

CREATE VIRTUAL TABLE search_ids USING fts5(
  ids, content = 'search_document', content_rowid = 'running', tokenize = 'trigram case_sensitive 1'
);
INSERT INTO search_ids (search_ids, rank) VALUES ('secure-delete', 1);
INSERT INTO search_ids (search_ids, rank) VALUES ('automerge', 0);
INSERT INTO search_ids (search_ids, rank) VALUES ('crisismerge', 1000);

CREATE TABLE search_posting (
  block  INTEGER NOT NULL,
  term   TEXT NOT NULL,
  places BLOB NOT NULL,
  PRIMARY KEY (block, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_changed (running INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER search_claim_changed
AFTER UPDATE OF number, item_name, item_serial, contact_name, contact_phone, contact_email ON claim BEGIN
  INSERT INTO search_changed VALUES (NEW.running) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_claim_gone AFTER DELETE ON claim BEGIN
  INSERT INTO search_changed VALUES (OLD.running) ON CONFLICT DO NOTHING;
END;
${['statement', 'feeling', 'attempt', 'wish_words'].map(noteChanges).join('\n')}
`,
};

/** Rows that come with a new claim are read when its turn comes: they note nothing. */
function noteChanges(table: string): string {
  const note = (event: string, row: 'NEW' | 'OLD'): string => `
CREATE TRIGGER search_${table}_${event} AFTER ${event} ON ${table} BEGIN
  INSERT INTO search_changed
    SELECT running FROM claim
    WHERE id = ${row}.claim_id AND running <= (SELECT indexed_to FROM search_state)
    ON CONFLICT DO NOTHING;
END;`;
  return [note('INSERT', 'NEW'), note('UPDATE', 'NEW'), note('DELETE', 'OLD')].join('');
}
