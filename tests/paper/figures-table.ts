/** One line of figures: what they are of, and a number for each seed. */
export interface FigureRow {
  readonly what: string;
  readonly values: readonly number[];
  readonly mustBeZero: boolean;
}

/** Returns the figures as a table: a row each, a column for each seed, and their sum. */
export function tableOf(title: string, seeds: readonly number[], rows: readonly FigureRow[]): string {
  const cells = [
    [title, ...seeds.map((seed) => `seed ${seed}`), 'all', ''],
    ...rows.map(({ what, values, mustBeZero }) => [
      what,
      ...values.map(String),
      String(sumOf(values)),
      mustBeZero ? (sumOf(values) === 0 ? 'ok' : 'MUST BE 0') : '',
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  lines.splice(
    1,
    0,
    widths
      .map((width) => '-'.repeat(width))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
