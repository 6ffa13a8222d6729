import type { CleanRoot } from './clean-root.ts';

/**
 * Looks at the processes of the kiosk's unit and returns what was found, a figure each; throws where one has more rights
 * than it should: Chromium's sandbox is whole, no process is root's, and none can become it.
 */
export async function sandboxOf(root: CleanRoot): Promise<(readonly [what: string, figure: string])[]> {
  const group = '/sys/fs/cgroup/system.slice/in-your-words.service/cgroup.procs';
  const listed = await root.ask('cat', group);
  const old = listed.ok ? listed : await root.ask('cat', group.replace('/cgroup/', '/cgroup/systemd/'));
  const processes = old.ok ? old.said.trim().split('\n') : await ofUser(root);
  const hostNamespace = (await root.inside('readlink', '/proc/1/ns/user')).trim();
  let renderers = 0;
  for (const pid of processes) {
    const command = (await root.ask('cat', `/proc/${pid}/cmdline`)).said.replaceAll('\0', ' ');
    const status = await root.ask('cat', `/proc/${pid}/status`);
    // It ended in between: systemd-notify, for one.
    if (!status.ok) continue;
    const field = (name: string): string =>
      new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status.said)?.[1] ?? '';
    if (command.includes('--no-sandbox')) throw new Error('it runs without a sandbox');
    if (field('Uid') === '0') throw new Error(`a process of the kiosk is root's: ${command}`);
    if (field('NoNewPrivs') !== '1') throw new Error(`a process of the kiosk can become root: ${command}`);
    if (!command.includes('--type=renderer')) continue;
    renderers += 1;
    const namespace = (await root.inside('readlink', `/proc/${pid}/ns/user`)).trim();
    if (namespace === hostNamespace) throw new Error('the page has no namespaces of its own');
    if (field('Seccomp') !== '2') throw new Error('the page has no filter on its system calls');
  }
  if (renderers === 0) throw new Error('no page of the kiosk runs');
  return [
    ['processes of the unit, none of them root', String(processes.length)],
    ['pages in namespaces of their own with a filter on system calls', String(renderers)],
  ];
}

async function ofUser(root: CleanRoot): Promise<readonly string[]> {
  const folders = await root.inside(
    'find',
    '/proc',
    '-maxdepth',
    '1',
    '-user',
    'in-your-words',
    '-name',
    '[0-9]*',
  );
  return folders
    .trim()
    .split('\n')
    .map((folder) => folder.replace('/proc/', ''));
}
