import { readFile, readdir } from 'node:fs/promises';

/**
 * Memory of a process and all its descendants in MiB, as Linux accounts for it: `pss` counts shared pages once,
 * `rss` once for every process. Null where there is no /proc.
 */
export async function memoryOfTree(root) {
  const parents = await parentsOfAll();
  if (parents === null) return null;
  const totals = { pss: 0, rss: 0 };
  for (const pid of familyOf(root, parents)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    totals.pss += mebibytes(rollup, 'Pss');
    totals.rss += mebibytes(rollup, 'Rss');
  }
  return totals;
}

async function parentsOfAll() {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const parents = new Map();
  for (const pid of names.filter((name) => /^\d+$/.test(name)).map(Number)) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The command's name stands in parentheses and may hold spaces; state and parent follow it.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(pid, Number(parent));
  }
  return parents;
}

function familyOf(root, parents) {
  const family = [root];
  for (let index = 0; index < family.length; index += 1) {
    for (const [pid, parent] of parents) if (parent === family[index]) family.push(pid);
  }
  return family;
}

function mebibytes(rollup, name) {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup);
  return line === null ? 0 : Number(line[1]) / 1024;
}
