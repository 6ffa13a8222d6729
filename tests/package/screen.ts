import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run, until } from './command.ts';

/** A screen that is looked at as a person does, by its picture, and touched where it says something. */
export interface Screen {
  /** Its X11 display, such as `:99`. */
  readonly display: string;
  /** Waits until these words stand on it, one after another in one line. */
  see(words: string): Promise<void>;
  /** Waits for the words and touches them. */
  touch(words: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Keeps its picture. */
  keep(file: string): Promise<void>;
  close(): void;
}

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly line: string;
}

const SEEN_WITHIN_MS = 45_000;
const KEY_MS = 30;

/** Opens a virtual screen with nothing on it, whose picture goes through `folder`. */
export async function openScreen(folder: string): Promise<Screen> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp', '-ac'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const numbers = server.stdio[3];
  if (!numbers || !('on' in numbers)) throw new Error('Xvfb has no way to say which display it is');
  const display = await new Promise<string>((resolve, reject) => {
    numbers.once('data', (chunk: Buffer) => resolve(`:${chunk.toString().trim()}`));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended')));
  });
  const env = { ...process.env, DISPLAY: display };
  const picture = join(folder, 'screen.png');

  async function read(): Promise<readonly Word[]> {
    await run('import', ['-window', 'root', picture], { env });
    // Twice as large, since the reader is made for paper; and once more with nothing but what is white, turned black:
    // the words of the main button, which it takes for a picture.
    const larger = join(folder, 'larger.png');
    const white = join(folder, 'white.png');
    await run('convert', [picture, '-resize', '200%', larger]);
    await run('convert', [larger, '-colorspace', 'gray', '-threshold', '99%', '-negate', white]);
    const tables = await Promise.all(
      [larger, white].map((file) => run('tesseract', [file, '-', '--psm', '11', 'tsv'])),
    );
    return tables.flatMap((table, index) => wordsOf(table, index));
  }

  async function find(words: string): Promise<Word> {
    return until(`"${words}" on the screen`, SEEN_WITHIN_MS, async () => phrase(await read(), words));
  }

  return {
    display,
    async see(words) {
      await find(words);
    },
    async touch(words) {
      const { x, y } = await find(words);
      await run('xdotool', ['mousemove', String(x), String(y), 'click', '1'], { env });
    },
    async type(text) {
      await run('xdotool', ['type', '--delay', String(KEY_MS), text], { env });
    },
    async keep(file) {
      await run('import', ['-window', 'root', file], { env });
    },
    close: () => void server.kill('SIGTERM'),
  };
}

/** The words of one of tesseract's tables, where they stand on the screen. */
function wordsOf(table: string, index: number): readonly Word[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((row) => {
      const [, page, block, paragraph, line, , left, top, width, height, , text] = row.split('\t');
      if (!text?.trim()) return [];
      const middle = (from?: string, size?: string): number => (Number(from) + Number(size) / 2) / 2;
      return [
        {
          text: text.trim(),
          x: Math.round(middle(left, width)),
          y: Math.round(middle(top, height)),
          line: `${index} ${page} ${block} ${paragraph} ${line}`,
        },
      ];
    });
}

/** The last place where a phrase stands: buttons are below what is said about them. */
function phrase(words: readonly Word[], wanted: string): Word | undefined {
  const parts = wanted.split(' ');
  return words.findLast((first, at) =>
    parts.every((part, index) => {
      const word = words[at + index];
      return word !== undefined && word.line === first.line && word.text === part;
    }),
  );
}
