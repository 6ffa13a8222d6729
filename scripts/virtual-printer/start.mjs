import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SetUpError, say } from '../lib/log.mjs';
import { NODE_24, inRoot } from '../lib/paths.mjs';
import { toolEnvironment } from '../lib/run.mjs';

/**
 * Starts the virtual printer and its window. Resolves with { address, stop }: where to print (`tcp://…`), and how to
 * end both. They also end when this process does.
 */
export async function startVirtualPrinter({ executable, flags, env }) {
  const script = inRoot('scripts', 'virtual-printer', 'run.ts');
  const printer = spawn(NODE_24, ['--disable-warning=ExperimentalWarning', script, executable, ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: toolEnvironment(env),
  });
  const ended = once(printer, 'exit');
  const [address] = await Promise.race([
    once(createInterface({ input: printer.stdout }), 'line'),
    ended.then(() => {
      throw new SetUpError('the virtual printer did not start.');
    }),
  ]);
  let isStopping = false;
  printer.on('exit', () => {
    if (!isStopping)
      say('The virtual printer was closed; the kiosk is without one until it is started again.');
  });
  return {
    address,
    async stop() {
      isStopping = true;
      printer.stdin.end();
      await ended;
    },
  };
}
