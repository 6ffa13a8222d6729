import { readdirSync } from 'node:fs';
import { createAttachmentFiles } from '../../../src-main/store/attachment-files.ts';

// Writes a file and is gone before its row can be written, or in the middle of the file: `node keep-and-die.ts FOLDER when`.
const [, , folder = '', when] = process.argv;
const kept = createAttachmentFiles(folder).put(new Uint8Array(8_000_000).fill(0x61));
const die = (): void => void process.kill(process.pid, 'SIGKILL');
if (when === 'half way') dieOnceBegun();
else void kept.then(die);

function dieOnceBegun(): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  if (names.some((name) => name.endsWith('.new'))) die();
  else setImmediate(dieOnceBegun);
}
