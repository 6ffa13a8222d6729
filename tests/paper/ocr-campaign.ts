/**
 * Prints the statements on the virtual printer and lets tesseract read the paper back: `node tests/paper/ocr-campaign.ts
 * [folder]`. Needs tesseract and its language packs (Debian: tesseract-ocr-jpn and so on), so it is no part of `npm test`.
 * What comes back is compared without spaces and marks without ink, as a share of characters that differ.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { canPrint } from '../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../src-main/print/draw/typeset.ts';
import { encode } from '../../src-main/print/encode/encode.ts';
import { layOut } from '../../src-main/print/slip/layout.ts';
import type { PaperLayout } from '../../src-main/print/slip/paper.ts';
import { sendBytes } from '../fixtures/send-bytes.ts';
import { measuredSlip } from '../fixtures/measured-slip.ts';
import { STATEMENTS } from '../fixtures/statements.ts';
import { TM_T20 } from '../virtual-printer/profiles.ts';
import { startVirtualPrinter } from '../virtual-printer/virtual-printer.ts';

const NOT_COMPARED = /[\s\p{Default_Ignorable_Code_Point}]/gu;
/** Tesseract reads letters best at about 40 dots high. */
const ENLARGED = 3;

async function main(): Promise<void> {
  const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'ocr-'));
  mkdirSync(folder, { recursive: true });
  const installed = new Set(execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).split('\n'));
  for (const { id, language, text, ocr } of STATEMENTS) {
    if (ocr === undefined) continue;
    if (!installed.has(ocr)) {
      console.log(`${id.padEnd(8)} tesseract-ocr-${ocr.replace('_', '-')} is not installed`);
      continue;
    }
    const file = join(folder, `${id}.png`);
    writeFileSync(file, enlarge(await paperOf(text)));
    const read = execFileSync('tesseract', [file, '-', '-l', ocr, '--psm', '6', '--dpi', '600'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const said = comparable(text);
    const share = distance(said, comparable(read)) / said.length;
    writeFileSync(join(folder, `${id}.txt`), read);
    console.log(`${id.padEnd(8)} ${(share * 100).toFixed(1).padStart(5)} % differ  ${language}`);
  }
  console.log(`The papers are in ${folder}.`);
}

/** The paper of the words alone, every line drawn that is not ASCII, and without the bar, which is read as a letter. */
async function paperOf(text: string): Promise<Buffer> {
  const layout = layOut(measuredSlip(text), 48, canPrint, measureDrawn);
  const words = layout.lines.flatMap((line): PaperLayout['lines'] =>
    line.kind === 'text' && line.bar ? [{ ...line, bar: false, indent: 2 }] : [],
  );
  const printer = await startVirtualPrinter({ profile: TM_T20 });
  const bytes = encode({ ...layout, lines: [...words, { kind: 'cut' }] }, { text: { codePages: [] } });
  await sendBytes(printer, bytes);
  const paper = await printer.waitForSlip(1);
  await printer.close();
  return paper.toPng();
}

function enlarge(png: Buffer): Buffer {
  const from = PNG.sync.read(png);
  const to = new PNG({ width: from.width * ENLARGED, height: from.height * ENLARGED });
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const at = (Math.floor(y / ENLARGED) * from.width + Math.floor(x / ENLARGED)) * 4;
      from.data.copy(to.data, (y * to.width + x) * 4, at, at + 4);
    }
  }
  return PNG.sync.write(to);
}

function comparable(text: string): string[] {
  return Array.from(text.normalize('NFKC').replaceAll(NOT_COMPARED, ''));
}

/** Returns how many letters must be put in, taken out or changed to make one text of the other. */
function distance(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  one.forEach((letter, i) => {
    const next = [i + 1];
    other.forEach((candidate, j) => {
      const changed = (row[j] ?? 0) + (letter === candidate ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row[other.length] ?? 0;
}

await main();
