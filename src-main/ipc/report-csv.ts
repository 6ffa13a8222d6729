import { minorDigits } from '../domain/money.ts';
import { messagesFor } from '../../resources/messages/catalogue.ts';
import type { CsvCell } from '../csv.ts';
import type { Feeling, Locale } from '../domain/intake.ts';
import type { ReportCell, ReportColumn, ReportTable } from '../domain/report-table.ts';

const MINUTE_MS = 60_000;

/**
 * Returns a report's table as rows of a file, with a row of headings in a language. What a spreadsheet reckons with is
 * plain numbers: minutes, per cent with one digit, amounts in whole units of their currency.
 */
export function csvRows({ columns, rows, whole }: ReportTable, locale: Locale): CsvCell[][] {
  const m = messagesFor(locale);
  const words = m.office.reports;

  function heading(column: ReportColumn): string {
    switch (column.kind) {
      case 'period':
        return words.columns.period;
      case 'face':
        return words.columns.face;
      case 'words':
      case 'count':
        return words.columns[column.name];
      case 'share':
        return words.columns.share;
      case 'duration':
        return words.inMinutes(words.columns[column.name]);
      case 'money':
        return words.worthIn(column.currency);
    }
  }

  function cell(value: ReportCell, column: ReportColumn): CsvCell {
    if (column.kind === 'period') return value ?? words.wholeSpan;
    if (column.kind === 'face') return m.feeling.faces[value as Feeling];
    if (typeof value !== 'number') return value;
    switch (column.kind) {
      case 'share':
        return Math.round(value * 1_000) / 10;
      case 'duration':
        return Math.round(value / MINUTE_MS);
      case 'money': {
        const digits = minorDigits(column.currency);
        return (value / 10 ** digits).toFixed(digits);
      }
      case 'words':
      case 'count':
        return value;
    }
  }

  return [
    columns.map(heading),
    ...[...rows, ...(whole === null ? [] : [whole])].map((row) =>
      columns.map((column, index) => cell(row[index] ?? null, column)),
    ),
  ];
}
