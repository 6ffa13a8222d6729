/** Sums samples up: nearest-rank percentiles, so that every figure is one that was measured. */
export function summarize(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (percent) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  return { n: sorted.length, p10: at(10), p50: at(50), p95: at(95), p99: at(99), max: at(100) };
}

/**
 * Makes a row of the table. `ours` and `floor` are samples; `floor` may be null where a target is absolute.
 * `target` is { figure: 'p50' | 'p95' | 'p99' | 'max', atMost, of: 'ratio' | 'ours' }; a ratio compares the same figure of both.
 */
export function makeRow({ what, unit, ours, floor = null, floorWhat = '', target, notes = [] }) {
  const oursSummary = summarize(ours);
  const floorSummary = floor === null ? null : { what: floorWhat, ...summarize(floor) };
  const ratioAt = (figure) => floorSummary && oursSummary[figure] / floorSummary[figure];
  const ratio = ratioAt(target.figure);
  const reached = target.of === 'ratio' ? ratio : oursSummary[target.figure];
  return {
    what,
    unit,
    ours: oursSummary,
    floor: floorSummary,
    ratio,
    // Other work on the machine lengthens both, but the one with more to compute more: this is without most of it.
    quietRatio: ratioAt('p10'),
    target: { ...target, text: targetText(target, unit) },
    met: reached <= target.atMost,
    notes,
  };
}

function targetText({ figure, atMost, of }, unit) {
  return `${figure} ≤ ${atMost}${of === 'ratio' ? '×' : ` ${unit}`}`;
}

/** The time in milliseconds that `work` takes; for work that ends when it returns. */
export function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/**
 * Runs `work` and returns its time in milliseconds, and how much of that its thread worked: other work on the machine
 * lengthens the one much more than the other. The system counts the second in ticks, so that only many tell something.
 */
export function timedWork(work) {
  const before = process.threadCpuUsage();
  const passed = timed(work);
  const { user, system } = process.threadCpuUsage(before);
  return { passed, worked: (user + system) / 1_000 };
}

/** Says how much of the times of a row the thread worked. */
export function workedNote(times) {
  const { p50, p95, p99, max } = summarize(times);
  return `the thread worked for ${[p50, p95, p99, max].map(format).join(' / ')} ms of it (p50, p95, p99, longest)`;
}

/** This moment on the machine's clock, finer than a millisecond, to compare with another process. */
export function wallClock() {
  return performance.timeOrigin + performance.now();
}

/** Four figures are more than a shared machine can promise; three fit every column. */
export function format(value) {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}
