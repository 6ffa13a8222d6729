/** Counts down until something may be tried again. */
export class WaitClock {
  #until = 0;
  #secondsLeft = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Whole seconds that are left; 0 when it may be tried. */
  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  /** The time that is left, as `1:05`. */
  get text(): string {
    const minutes = Math.floor(this.#secondsLeft / 60);
    return `${minutes}:${String(this.#secondsLeft % 60).padStart(2, '0')}`;
  }

  /** Begins to wait; 0 milliseconds is no wait. */
  start(waitMs: number): void {
    this.stop();
    this.#until = performance.now() + waitMs;
    this.#count();
    if (waitMs > 0) this.#timer = setInterval(() => this.#count(), 250);
  }

  /** Ends the wait. */
  stop(): void {
    clearInterval(this.#timer);
    this.#secondsLeft = 0;
  }

  #count(): void {
    this.#secondsLeft = Math.max(0, Math.ceil((this.#until - performance.now()) / 1000));
    if (this.#secondsLeft === 0) clearInterval(this.#timer);
  }
}
