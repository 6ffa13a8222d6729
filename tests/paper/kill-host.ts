import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ClaimNumber } from '../../src-main/domain/claim-number.ts';
import type { PrinterLanguage } from '../../src-main/domain/printer.ts';
import type { HostSaying } from './host.ts';

/** A host process that can be told, watched and killed. */
export interface Host {
  /** Hands a statement over and resolves when it is kept. */
  submit(statement: string): Promise<{ readonly number: ClaimNumber; readonly jobId: string }>;
  /** Resolves when this is said of the job, or at once when it was said before. */
  heard(jobId: string, isIt: (state: string) => boolean): Promise<string>;
  /** The power cut; nothing where it was before. */
  kill(): Promise<void>;
}

/** Starts a host on a data folder and a printer that speaks a language; resolves when it takes claims. */
export async function startHost(
  folder: string,
  printerUrl: string,
  language: PrinterLanguage,
): Promise<Host> {
  const script = fileURLToPath(new URL('host.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, folder, printerUrl, language], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (!child.stdout || !child.stdin) throw new Error('the host has no pipes');
  const said: HostSaying[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(JSON.parse(line) as HostSaying);
    for (const look of [...waiting]) look();
  });
  function until<T>(find: (said: readonly HostSaying[]) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find(said);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      child.once('exit', () => reject(new Error('the host ended')));
      look();
    });
  }
  const { stdin } = child;
  child.setMaxListeners(0);
  await until((all) => all.find((saying) => saying.kind === 'ready'));
  return {
    submit(statement) {
      const before = said.filter((saying) => saying.kind === 'kept').length;
      stdin.write(`${statement}\n`);
      return until((all) => all.filter((saying) => saying.kind === 'kept')[before]);
    },
    heard: (jobId, isIt) =>
      until((all) => {
        const changes = all.filter((saying) => saying.kind === 'changed' && saying.jobId === jobId);
        return changes.map((saying) => (saying.kind === 'changed' ? saying.state : '')).find(isIt);
      }),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
