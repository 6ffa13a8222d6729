/** What an app wrote to stderr and its page to the console, and what of it should not have happened. */
export interface AppLog {
  /** Takes a piece of stderr. */
  stderr(text: string): void;
  /** Takes an error of the page: an exception, or a line on the console. */
  page(text: string): void;
  /** Everything so far, for a failed test. */
  text(): string;
  /** The events of the app's log since the last `forget`. */
  events(): readonly string[];
  /** What went wrong since the last `forget`, but for the errors that the test expects. */
  complaints(expected: readonly RegExp[]): readonly string[];
  forget(): void;
}

interface Entry {
  readonly level: string;
  readonly event: string;
}

/** What Node and Electron say on stderr when something of ours went wrong; Chromium's own grumbling is not here. */
const TROUBLE =
  /unhandled|uncaught|javascript error occurred|^\(node:\d+\)|^\(electron\)|^\s*at .+:\d+:\d+\)?$/i;

/** Returns an empty log. */
export function createAppLog(): AppLog {
  const lines: string[] = [];
  let partial = '';
  let since = 0;

  const fresh = (): readonly string[] => lines.slice(since);

  return {
    stderr(text) {
      const parts = (partial + text).split('\n');
      partial = parts.pop() ?? '';
      lines.push(...parts);
    },
    page(text) {
      lines.push(`page: ${text}`);
    },
    text: () => [...lines, partial].join('\n'),
    events: () => fresh().flatMap((line) => entryOf(line)?.event ?? []),
    complaints: (expected) =>
      fresh().filter((line) => isTrouble(line) && !expected.some((pattern) => pattern.test(line))),
    forget() {
      since = lines.length;
    },
  };
}

function isTrouble(line: string): boolean {
  const entry = entryOf(line);
  return entry ? entry.level === 'error' : line.startsWith('page: ') || TROUBLE.test(line);
}

function entryOf(line: string): Entry | undefined {
  if (!line.startsWith('{"at":')) return undefined;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
