import { alignColumns } from './columns.mjs';
import { encodersTable } from './encoders-table.mjs';
import { format } from './figures.mjs';

const COLUMNS = [
  { title: 'what', of: (row) => row.what },
  { title: 'p50', of: (row) => format(row.ours.p50), right: true },
  { title: 'p99', of: (row) => format(row.ours.p99), right: true },
  { title: 'unit', of: (row) => row.unit },
  { title: 'floor p50', of: (row) => (row.floor === null ? '–' : format(row.floor.p50)), right: true },
  { title: 'ratio', of: (row) => (row.ratio === null ? '–' : `${row.ratio.toFixed(2)}×`), right: true },
  { title: 'target', of: (row) => row.target.text },
  { title: 'met', of: (row) => (row.met ? 'yes' : 'no') },
];

/** The one table, with what each floor is and what else was seen below it. */
export function tableOf(rows) {
  const cells = [COLUMNS.map(({ title }) => title), ...rows.map((row) => COLUMNS.map(({ of }) => of(row)))];
  const lines = alignColumns(cells, (index) => COLUMNS[index].right === true);
  return [...lines, '', ...remarks(rows), '', encodersTable(rows)].join('\n').trimEnd();
}

/** Rows with the same remark share its line, and remarks on the same rows their heading. */
function remarks(rows) {
  const rowsOf = new Map();
  for (const row of rows) {
    for (const remark of remarksOn(row)) rowsOf.set(remark, [...(rowsOf.get(remark) ?? []), row.what]);
  }
  const remarksUnder = Map.groupBy(rowsOf.keys(), (remark) => rowsOf.get(remark).join('; '));
  return [...remarksUnder].flatMap(([heading, under]) => [
    heading,
    ...under.map((remark) => `    ${remark}`),
  ]);
}

function remarksOn(row) {
  const remarks = [...row.notes];
  if (row.floor !== null) remarks.unshift(`floor: ${row.floor.what}`);
  if (!row.met && row.target.of === 'ratio' && row.target.figure === 'p50') {
    remarks.push(`at p10, where other work disturbed least: ${row.quietRatio.toFixed(2)}×`);
  }
  return remarks;
}
