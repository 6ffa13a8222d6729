import type { PaperRoll, PrintedBand } from './paper-roll.ts';
import type { DraftLine } from './types.ts';

/** What the mechanism tells the rest of the printer. */
export interface MechanismListener {
  /** Everything that was asked for is on paper. */
  readonly onIdle: () => void;
  /** A slip was cut; `hiddenMm` of its print were still under the knife. */
  readonly onCut: (hiddenMm: number) => void;
}

interface Job {
  readonly line: DraftLine;
  /** Where on this piece of paper the line began; more than 0 after the paper ran out in the middle of it. */
  from: number;
  done: number;
}

interface Alarm {
  readonly atDots: number;
  readonly ring: () => void;
}

const MM_PER_INCH = 25.4;

/** The motor, head and knife: they take time, and they can be stopped in the middle of a line. */
export class Mechanism {
  readonly #roll: PaperRoll;
  readonly #dpi: number;
  readonly #dotsPerMs: number;
  readonly #listener: MechanismListener;
  #queue: Job[] = [];
  #stopped = false;
  #running = false;
  #timer: NodeJS.Timeout | undefined;
  #stepStartedAt = 0;
  #stepDots = 0;
  #freeAt = 0;
  #movedDots = 0;
  #alarms: Alarm[] = [];

  constructor(options: {
    readonly roll: PaperRoll;
    readonly dpi: number;
    readonly mmPerSecond: number;
    readonly listener: MechanismListener;
  }) {
    this.#roll = options.roll;
    this.#dpi = options.dpi;
    this.#dotsPerMs = ((options.mmPerSecond / MM_PER_INCH) * options.dpi) / 1000;
    this.#listener = options.listener;
  }

  /** True when nothing is waiting to be printed. */
  get idle(): boolean {
    return this.#queue.length === 0;
  }

  /** Paper moved since the printer was built. */
  get movedMm(): number {
    return ((this.#movedDots + this.#elapsedDots()) / this.#dpi) * MM_PER_INCH;
  }

  /** The part of a line that is on the paper while the rest is still being printed. */
  get underHead(): PrintedBand | undefined {
    const job = this.#queue[0];
    if (job === undefined) return undefined;
    const done = job.done + this.#elapsedDots();
    return done > job.from ? { line: job.line, fromDot: job.from, toDot: done } : undefined;
  }

  /** Asks for a line to be printed after those before it. */
  print(line: DraftLine): void {
    this.#queue.push({ line, from: 0, done: 0 });
    this.run();
  }

  /** Rings once `millimetres` more of paper have moved, in the middle of a line if need be. */
  alarmAfter(millimetres: number, ring: () => void): void {
    this.#settle();
    const atDots = this.#movedDots + Math.max(1, Math.round((millimetres / MM_PER_INCH) * this.#dpi));
    this.#alarms.push({ atDots, ring });
    this.run();
  }

  /** Stops where it is. */
  stop(): void {
    this.#settle();
    this.#stopped = true;
  }

  /** Goes on from where it stopped. */
  resume(): void {
    this.#stopped = false;
    this.run();
  }

  /** Leaves the printed band of an unfinished line on the piece that is about to come off; the rest waits. */
  release(): void {
    this.#settle();
    const band = this.underHead;
    const job = this.#queue[0];
    if (band === undefined || job === undefined) return;
    this.#roll.append(band);
    job.from = band.toDot;
  }

  /** Throws away everything that is not on paper yet. */
  clear(): void {
    this.release();
    this.#queue = [];
  }

  /** Prints as far as time, paper and alarms allow. */
  run(): void {
    if (this.#running || this.#timer !== undefined) return;
    this.#running = true;
    while (!this.#stopped && this.#timer === undefined) {
      const job = this.#queue[0];
      if (job === undefined) break;
      this.#step(job);
    }
    this.#running = false;
    if (this.idle) this.#listener.onIdle();
  }

  #step(job: Job): void {
    const remaining = job.line.heightDots - job.done;
    const untilAlarm = Math.min(...this.#alarms.map((alarm) => alarm.atDots - this.#movedDots));
    const dots = Math.min(remaining, untilAlarm);
    if (dots === 0 || !Number.isFinite(this.#dotsPerMs)) {
      this.#advance(dots);
      return;
    }
    const now = performance.now();
    // A timer that fired late must not slow the motor down, so the next step counts from when this one was due.
    this.#stepStartedAt = now - this.#freeAt < 50 ? Math.min(now, this.#freeAt) : now;
    this.#stepDots = dots;
    this.#freeAt = this.#stepStartedAt + dots / this.#dotsPerMs;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#stepDots = 0;
        this.#advance(dots);
        this.run();
      },
      Math.max(0, this.#freeAt - now),
    );
  }

  #advance(dots: number): void {
    const job = this.#queue[0];
    if (job === undefined) return;
    job.done += dots;
    this.#movedDots += dots;
    if (job.done >= job.line.heightDots) this.#complete(job);
    this.#ringAlarms();
  }

  #complete(job: Job): void {
    this.#queue.shift();
    if (job.line.kind === 'cut') this.#listener.onCut(this.#roll.cut(job.line.cut));
    else this.#roll.append({ line: job.line, fromDot: job.from, toDot: job.done });
  }

  #ringAlarms(): void {
    const due = this.#alarms.filter((alarm) => alarm.atDots <= this.#movedDots);
    this.#alarms = this.#alarms.filter((alarm) => alarm.atDots > this.#movedDots);
    for (const alarm of due) alarm.ring();
  }

  #elapsedDots(): number {
    if (this.#timer === undefined) return 0;
    const elapsed = Math.floor((performance.now() - this.#stepStartedAt) * this.#dotsPerMs);
    return Math.max(0, Math.min(this.#stepDots, elapsed));
  }

  /** Turns a step in progress into dots that are done. */
  #settle(): void {
    if (this.#timer === undefined) return;
    const done = this.#elapsedDots();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stepDots = 0;
    this.#advance(done);
  }
}
