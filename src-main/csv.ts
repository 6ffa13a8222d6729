import { stringify } from 'csv-stringify/sync';

/** What a cell of a table can hold; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Returns rows as the bytes of a CSV file (RFC 4180): UTF-8 with a byte order mark, without which spreadsheets read
 * accents and Arabic as garbage, and CRLF at the end of each row. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it: customers' words and serial numbers are in these tables.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const text = stringify(
    rows.map((row) => [...row]),
    // With CRLF as the end of a row the library leaves a lone LF or CR unquoted, and readers end the row there.
    { bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  );
  return new TextEncoder().encode(text);
}
