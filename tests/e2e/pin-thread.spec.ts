import { readFile } from 'node:fs/promises';
import { callBridge } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA } from './office.ts';

test('a PIN is checked beside main’s own thread, which goes on answering touches', async ({ launch }) => {
  // At the cost that PINs have in a shop.
  const kiosk = await launch({ env: { IYW_PIN_COST: '' } });
  const { page } = kiosk;
  await hire(page, [MIKA]);
  const door = await callBridge(page, 'staff:door', null);
  const mika = door.ok ? door.value.people[0] : undefined;
  if (!mika) throw new Error('nobody is at the door');
  const pid = String(kiosk.app.process().pid);
  const before = await cpuOf(pid);
  for (let time = 0; time < 3; time += 1) {
    expect(await callBridge(page, 'staff:sign-in', { id: mika.id, pin: MIKA.pin })).toMatchObject({
      ok: true,
    });
  }
  const after = await cpuOf(pid);
  const all = after.process - before.process;
  // Of processor time, since how long it takes is for the machine's other work to say.
  expect(all).toBeGreaterThan(50);
  expect((after.thread - before.thread) / all).toBeLessThan(0.25);
});

/** Hundredths of a second that a process worked, and its first thread alone. */
async function cpuOf(pid: string): Promise<{ readonly process: number; readonly thread: number }> {
  const read = async (file: string): Promise<number> => {
    const stat = await readFile(file, 'utf8');
    // After the name, which may hold spaces, the state comes as the third; the two times are the 14th and 15th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  return { process: await read(`/proc/${pid}/stat`), thread: await read(`/proc/${pid}/task/${pid}/stat`) };
}
