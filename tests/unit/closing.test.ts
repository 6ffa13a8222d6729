import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const CLOSING = new URL('../../src-main/closing.ts', import.meta.url).href;
const LOG = new URL('../../src-main/log.ts', import.meta.url).href;

/** Runs a process of its own that closes, and returns how it ended and what it logged. */
async function closingProcess(
  then: string,
): Promise<{ readonly signal: unknown; readonly code: unknown; readonly said: string }> {
  const script = `
    import { watchClosing } from '${CLOSING}';
    import { createLog } from '${LOG}';
    const closing = watchClosing({ log: createLog((line) => process.stderr.write(line)), limitMs: 100 });
    closing.begin();
    ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  const [code, signal] = (await once(child, 'close')) as [unknown, unknown];
  return { code, signal, said: await said };
}

test('a part that does not end is named, and the process ends all the same', async () => {
  const ended = await closingProcess("closing.at('printers'); setInterval(() => closing.begin(), 20);");
  expect(ended.signal).toBe('SIGKILL');
  expect(ended.said).toContain('"event":"closing","detail":"printers did not end within 100 ms"');
});

test('before any part is reached, it is the window that does not close', async () => {
  expect((await closingProcess('')).said).toContain('the window did not end');
});

test('what ends in time is left alone', async () => {
  const ended = await closingProcess("closing.at('database'); process.exit(0);");
  expect(ended).toMatchObject({ code: 0, signal: null });
  expect(ended.said).not.toContain('closing');
});
