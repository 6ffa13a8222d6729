import { FEELINGS, type Feeling } from './intake.ts';
import type { Period } from './period.ts';
import {
  settled,
  type DurationFigures,
  type GoodwillFigures,
  type PromiseFigures,
  type RepeatFigures,
  type ReportName,
  type Reports,
  type Series,
} from './report.ts';

/** Names of columns that count. */
export type CountColumn =
  | 'kept'
  | 'broken'
  | 'renegotiated'
  | 'updates'
  | 'closed'
  | 'at-start'
  | 'at-end'
  | 'proposed'
  | 'failed'
  | 'helped'
  | 'times'
  | 'given'
  | 'refused'
  | 'joined'
  | 'to-one'
  | 'to-everyone';

/** What stands in a column, and by that how it is shown and saved. */
export type ReportColumn =
  /** The first day of a period, `YYYY-MM-DD`; null in the row of the whole span. */
  | { readonly kind: 'period' }
  | { readonly kind: 'face' }
  /** Words of customers, or of staff. */
  | { readonly kind: 'words'; readonly name: 'item' | 'serial' | 'issue' }
  | { readonly kind: 'count'; readonly name: CountColumn }
  /** From 0 to 1; null where there is nothing to share. */
  | { readonly kind: 'share' }
  /** Milliseconds; null where there was none. */
  | { readonly kind: 'duration'; readonly name: 'median' | 'p90' }
  /** Minor units of the currency. */
  | { readonly kind: 'money'; readonly currency: string };

/** A cell; its column says what it is. */
export type ReportCell = string | number | null;

/** A report as a table. */
export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The whole span; null where the rows are no periods. */
  readonly whole: readonly ReportCell[] | null;
}

/** Returns a report as the table that the screen shows and that is taken out as CSV. */
export function reportTable(
  name: ReportName,
  { periods, reports }: { readonly periods: readonly Period[]; readonly reports: Reports },
): ReportTable {
  switch (name) {
    case 'promises':
      return byPeriod(periods, reports.promises, PROMISE_COLUMNS, promiseCells);
    case 'first-update':
      return byPeriod(periods, reports.firstUpdate, durationColumns('updates'), durationCells);
    case 'resolution':
      return byPeriod(periods, reports.resolution, durationColumns('closed'), durationCells);
    case 'feelings':
      return {
        columns: [{ kind: 'face' }, count('at-start'), count('at-end')],
        rows: FEELINGS.map((face: Feeling) => [
          face,
          reports.feelings.start[face],
          reports.feelings.end[face],
        ]),
        whole: null,
      };
    case 'repeats':
      return byPeriod(periods, reports.repeats, REPEAT_COLUMNS, repeatCells);
    case 'repeated-items':
      return {
        columns: [{ kind: 'words', name: 'item' }, { kind: 'words', name: 'serial' }, count('times')],
        rows: reports.repeatedItems.map((item) => [item.name, item.serial, item.times]),
        whole: null,
      };
    case 'goodwill':
      return goodwillTable(periods, reports.goodwill);
    case 'known-issues':
      return {
        columns: [{ kind: 'period' }, { kind: 'words', name: 'issue' }, count('joined')],
        rows: periods.flatMap(({ date }, index) =>
          reports.knownIssues
            .map(({ title, counts }) => [date, title, counts[index] ?? 0] as const)
            .filter(([, , joined]) => joined > 0),
        ),
        whole: [null, '', reports.knownIssues.reduce((sum, { whole }) => sum + whole, 0)],
      };
    case 'praise':
      return byPeriod(periods, reports.praise, PRAISE_COLUMNS, ({ named, everyone }) => [named, everyone]);
  }
}

function byPeriod<Figures>(
  periods: readonly Period[],
  figures: Series<Figures>,
  columns: readonly ReportColumn[],
  cells: (figures: Figures) => readonly ReportCell[],
): ReportTable {
  return {
    columns: [{ kind: 'period' }, ...columns],
    rows: figures.periods.map((each, index) => [periods[index]?.date ?? null, ...cells(each)]),
    whole: [null, ...cells(figures.whole)],
  };
}

function count(name: CountColumn): ReportColumn {
  return { kind: 'count', name };
}

const PROMISE_COLUMNS = [count('kept'), count('broken'), count('renegotiated'), { kind: 'share' }] as const;

function promiseCells(figures: PromiseFigures): readonly ReportCell[] {
  const all = settled(figures);
  return [figures.kept, figures.broken, figures.renegotiated, all === 0 ? null : figures.kept / all];
}

function durationColumns(counted: 'updates' | 'closed'): readonly ReportColumn[] {
  return [count(counted), { kind: 'duration', name: 'median' }, { kind: 'duration', name: 'p90' }];
}

function durationCells({ count: many, medianMs, p90Ms }: DurationFigures): readonly ReportCell[] {
  return [many, medianMs, p90Ms];
}

const PRAISE_COLUMNS = [count('to-one'), count('to-everyone')];

const REPEAT_COLUMNS = [count('proposed'), count('failed'), count('helped')];

function repeatCells({ proposed, failed, helped }: RepeatFigures): readonly ReportCell[] {
  return [proposed, failed, helped];
}

/** One column for each currency: amounts of two of them are never added up. */
function goodwillTable(periods: readonly Period[], figures: Series<GoodwillFigures>): ReportTable {
  const currencies = figures.whole.worth.map(({ currency }) => currency);
  return byPeriod(
    periods,
    figures,
    [
      count('given'),
      count('refused'),
      ...currencies.map((currency): ReportColumn => ({ kind: 'money', currency })),
    ],
    ({ given, refused, worth }) => [
      given,
      refused,
      ...currencies.map((currency) => worth.find((each) => each.currency === currency)?.minor ?? 0),
    ],
  );
}
