import type { Messages } from '../../../resources/messages/catalogue.ts';
import { formatDuration } from '../../../resources/messages/format-duration.ts';
import { formatMoney } from '../../../resources/messages/format-money.ts';
import { formatPeriod } from '../../../resources/messages/format-period.ts';
import type { ReportChoice } from '../../../src-main/contract/reports-api.ts';
import type { Feeling, Locale } from '../../../src-main/domain/intake.ts';
import type { ReportCell, ReportColumn } from '../../../src-main/domain/report-table.ts';

/** Says what stands in the table of a report. */
export interface TableWords {
  readonly heading: (column: ReportColumn) => string;
  readonly cell: (value: ReportCell, column: ReportColumn) => string;
}

/** Returns the words of tables that are counted by `unit`. */
export function tableWords(messages: Messages, locale: Locale, unit: ReportChoice['unit']): TableWords {
  const words = messages.office.reports;
  const percent = new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'percent' });
  const whole = new Intl.NumberFormat(`${locale}-u-nu-latn`);

  function number(value: number, column: ReportColumn): string {
    switch (column.kind) {
      case 'share':
        return percent.format(value);
      case 'duration':
        return formatDuration(value, locale);
      case 'money':
        return formatMoney({ minor: value, currency: column.currency }, locale);
      case 'count':
      case 'period':
      case 'face':
      case 'words':
        return whole.format(value);
    }
  }

  return {
    heading(column) {
      switch (column.kind) {
        case 'period':
          return words.columns.period;
        case 'face':
          return words.columns.face;
        case 'share':
          return words.columns.share;
        case 'money':
          return words.worthIn(column.currency);
        case 'words':
        case 'count':
        case 'duration':
          return words.columns[column.name];
      }
    },
    cell(value, column) {
      if (column.kind === 'period')
        return value === null ? words.wholeSpan : formatPeriod(String(value), unit, locale);
      if (column.kind === 'face') return messages.feeling.faces[value as Feeling];
      if (value === null) return words.none;
      return typeof value === 'number' ? number(value, column) : value;
    },
  };
}
