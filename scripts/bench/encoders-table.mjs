import { alignColumns } from './columns.mjs';
import { format } from './figures.mjs';

/** The table of encoders, a row each and a column for each script, of those rows that were measured beside others. */
export function encodersTable(rows) {
  const peers = rows.flatMap((row) => row.peers ?? []);
  if (peers.length === 0) return '';
  const scripts = [...new Set(peers.map(({ script }) => script))];
  const names = [...new Set(peers.map(({ name }) => name))];
  const cellOf = (name, script) => {
    const { bytes, ms, survives } = peers.find((peer) => peer.name === name && peer.script === script);
    return `${bytes} / ${format(ms)} / ${Math.floor(survives * 100)} %`;
  };
  const first = (name) => {
    const marks = peers.filter((peer) => peer.name === name).map(({ bytesToFirstMark }) => bytesToFirstMark);
    return String(Math.max(...marks));
  };
  const table = alignColumns([
    ['bytes / ms / survives', ...scripts, 'bytes to the first mark'],
    ...names.map((name) => [name, ...scripts.map((script) => cellOf(name, script)), first(name)]),
  ]);
  const runs = names.map((name) => `${name} ${peers.find((peer) => peer.name === name).runs}`).join(', ');
  return [
    ...table,
    '',
    'Milliseconds: median of one encoding of the laid out slip, all turn about in one process. Runs of each:',
    `    ${runs}`,
    'Survives: the share of the statement’s signs that the virtual printer shows, decoded from the bytes: the very same',
    'text (Arabic as text is not joined and runs the wrong way, so it does not count), or every dot of their drawing.',
  ].join('\n');
}
