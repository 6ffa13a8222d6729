import { createAttachmentFiles } from '../../../src-main/store/attachment-files.ts';

// Writes a file and is gone before its row can be written, or in the middle of the file: `node keep-and-die.ts FOLDER when`.
const [, , folder = '', when] = process.argv;
const kept = createAttachmentFiles(folder).put(new Uint8Array(8_000_000).fill(0x61));
const die = (): void => void process.kill(process.pid, 'SIGKILL');
if (when === 'at-once') setImmediate(die);
else void kept.then(die);
