/** One look at a kiosk that runs. Bytes are MiB. */
export interface Sample {
  /** Seconds since the first claim. */
  readonly at: number;
  readonly mainRss: number;
  readonly mainHeap: number;
  /** What main's heap keeps outside of itself: buffers. */
  readonly mainExternal: number;
  readonly rendererRss: number;
  readonly rendererHeap: number;
  /** Of all processes, shared pages counted once. */
  readonly treePss: number;
  readonly files: number;
  readonly threads: number;
  /** The file of the write-ahead log. */
  readonly wal: number;
  readonly data: number;
  /** Slips that wait for the printer. */
  readonly waiting: number;
  /** Of main's event loop since the last look, in milliseconds. */
  readonly delayP99: number;
  readonly delayMax: number;
  /** From a claim sent in the page to its answer, in milliseconds. */
  readonly submitP50: number;
  /** The same of a call that keeps nothing, made between them: how busy the machine is. */
  readonly roundTripP50: number;
}

/** What must stay as it is, however many claims there are. Times are shown and judged by nobody: a machine is shared. */
const FLAT = [
  'mainRss',
  'mainHeap',
  'mainExternal',
  'rendererRss',
  'rendererHeap',
  'treePss',
  'files',
  'threads',
] as const satisfies readonly (keyof Sample)[];

/** One row of the table. */
export interface Row {
  readonly what: keyof Sample;
  /** Medians of the four quarters. */
  readonly quarters: readonly number[];
  readonly most: number;
  /** By least squares over the last three quarters, in units an hour. */
  readonly slope: number;
  /** Whether it must be flat, and is. */
  readonly flat: boolean | null;
}

/** The last quarter's median may be this much above the second's … */
const MOST_GROWTH = 1.1;
/** … or so much in units, where the whole is so small that a tenth of it is noise. */
const NOISE: Readonly<Record<(typeof FLAT)[number], number>> = {
  mainRss: 8,
  mainHeap: 4,
  mainExternal: 4,
  rendererRss: 8,
  rendererHeap: 4,
  treePss: 16,
  files: 4,
  threads: 2,
};

/**
 * Judges samples of one run, in order of time; the first quarter is for warming up. A figure is flat where the last
 * quarter's median is at most a tenth above the second quarter's, and where the line through the last three quarters
 * rises by no more than that from the second quarter's middle to the last one's.
 */
export function judgeSamples(samples: readonly Sample[]): readonly Row[] {
  if (samples.length < 8) throw new Error(`${samples.length} samples say nothing about growth`);
  const quarters = [0, 1, 2, 3].map((quarter) =>
    samples.slice((samples.length * quarter) / 4, (samples.length * (quarter + 1)) / 4),
  );
  const [, second = [], , last = []] = quarters;
  const span = medianOf(last.map(({ at }) => at)) - medianOf(second.map(({ at }) => at));
  const later = samples.slice(samples.length / 4);
  const names = Object.keys(samples[0] ?? {}).filter((name) => name !== 'at') as (keyof Sample)[];
  return names.map((what) => {
    const medians = quarters.map((quarter) => medianOf(quarter.map((sample) => sample[what])));
    const [, from = 0, , to = 0] = medians;
    const slope = slopeOf(later.map((sample) => [sample.at, sample[what]]));
    const mayGrow = isFlat(what) ? Math.max(from * (MOST_GROWTH - 1), NOISE[what]) : Infinity;
    return {
      what,
      quarters: medians,
      most: Math.max(...samples.map((sample) => sample[what])),
      slope: slope * 3_600,
      flat: isFlat(what) ? to - from <= mayGrow && slope * span <= mayGrow : null,
    };
  });
}

/** Returns the middle of numbers. */
export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function isFlat(what: keyof Sample): what is (typeof FLAT)[number] {
  return (FLAT as readonly string[]).includes(what);
}

function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const across = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const along = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return along === 0 ? 0 : across / along;
}
