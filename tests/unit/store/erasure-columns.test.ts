import { expect, test } from 'vitest';
import { ERASED_TABLES } from '../../../src-main/store/erased-columns.ts';
import { workshop } from './support.ts';

/** Tables in which nothing stands of any customer's, whatever their columns are called. */
const NOTHING_OF_CUSTOMERS = new Set([
  // The history: ids, codes and salted digests, and never words.
  'audit',
  'audit_head',
  // The people who work here, and their PINs.
  'staff_member',
  'pin_guard',
  // What staff say about a fault that many had, in the shop's own words.
  'known_issue',
  'known_issue_step',
  'known_issue_line',
  // How the kiosk itself is.
  'recovery',
  'recovery_claim',
  'schema_seal',
  'printer_tag',
  'claim_sequence',
  'purge_run',
  'search_state',
  // Names of files, made of claim numbers and codes.
  'export_record',
]);

/** Columns of other tables that stay: ids, and codes that their CHECK lists (found by their form) are not among them. */
const STAYS = new Set([
  'claim.number',
  'claim.store_code',
  // The store, or a colleague, in whose name it was promised.
  'promise.owner',
  'print_job.printer_id',
  'charge.currency',
  'estimate.currency',
  'goodwill.currency',
]);

/** Rows that go whole, with every column. */
const GONE = new Set([
  'unfinished_statement',
  'look_guard',
  'attachment',
  'search_document',
  'search_posting',
]);

test('every column that can hold words is erased, or it is said here why it stays', () => {
  using shop = workshop();
  const { db } = shop.open();
  const columns = db
    .prepare<[], { tbl: string; name: string; sql: string }>(
      `SELECT tables.name AS tbl, columns.name, tables.sql
       FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.sql LIKE '%STRICT%' AND columns.type IN ('TEXT', 'BLOB', 'ANY')`,
    )
    .all();
  const erased = new Set(
    ERASED_TABLES.flatMap(({ table, columns: each }) => Object.keys(each).map((name) => `${table}.${name}`)),
  );
  const forgottenBySomebody = columns
    .filter(({ tbl }) => !NOTHING_OF_CUSTOMERS.has(tbl) && !GONE.has(tbl))
    .filter(({ tbl, name }) => !erased.has(`${tbl}.${name}`) && !STAYS.has(`${tbl}.${name}`))
    .filter(({ name, sql }) => !isId(name, sql) && !isCode(name, sql))
    .map(({ tbl, name }) => `${tbl}.${name}`);
  expect(forgottenBySomebody).toEqual([]);
  expect([...erased].filter((each) => !columns.some(({ tbl, name }) => `${tbl}.${name}` === each))).toEqual(
    [],
  );
});

/** An id refers to something, or is one by its name. */
function isId(name: string, sql: string): boolean {
  return /^(id|.*_id)$/.test(name) || new RegExp(`\\b${name}\\s+TEXT[^,]*\\bREFERENCES\\b`).test(sql);
}

/** A code is one of a list. */
function isCode(name: string, sql: string): boolean {
  return new RegExp(`\\b${name}\\s+TEXT[^,]*CHECK \\(${name} IN \\(`).test(sql);
}
