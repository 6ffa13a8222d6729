import { expect, test } from 'vitest';
import { createPulse, LOADING_MS, SILENCE_MS, TICK_MS, type Pulse } from '../../src-main/pulse.ts';

interface Bench {
  readonly pulse: Pulse;
  /** Lets so much time pass, tick by tick; `answer` is what the page says to each question. */
  readonly pass: (ms: number, answer: boolean | null) => void;
  readonly jump: (ms: number) => void;
  readonly givenUp: () => number;
}

function bench(): Bench {
  let at = 1_000;
  let asked = false;
  let givenUp = 0;
  const pulse = createPulse({
    ask: () => (asked = true),
    onSilent: () => (givenUp += 1),
    monotonicMs: () => at,
  });
  return {
    pulse,
    givenUp: () => givenUp,
    jump: (ms) => (at += ms),
    pass(ms, answer) {
      for (let passed = 0; passed < ms; passed += TICK_MS) {
        at += TICK_MS;
        asked = false;
        pulse.tick();
        if (asked && answer !== null) pulse.answered(answer);
      }
    },
  };
}

test('a page that answers is never given up, and is alive once it is ready', () => {
  const { pulse, pass, givenUp } = bench();
  expect(pulse.isAlive()).toBe(false);
  pass(60_000, false);
  expect(pulse.isAlive()).toBe(false);
  pass(TICK_MS, true);
  expect(pulse.isAlive()).toBe(true);
  pass(3_600_000, true);
  expect(givenUp()).toBe(0);
});

test('a page that falls silent is given up once, and its next one begins anew', () => {
  const { pulse, pass, givenUp } = bench();
  pass(TICK_MS, true);
  pass(SILENCE_MS - TICK_MS, null);
  expect([givenUp(), pulse.isAlive()]).toEqual([0, true]);
  pass(TICK_MS, null);
  expect([givenUp(), pulse.isAlive()]).toEqual([1, false]);
  pulse.newPage();
  pass(LOADING_MS - TICK_MS, null);
  expect(givenUp()).toBe(1);
  pass(TICK_MS, null);
  expect(givenUp()).toBe(2);
});

test('main that was busy, or a machine that slept, is no silence of the page', () => {
  const { pulse, pass, jump, givenUp } = bench();
  pass(TICK_MS, true);
  for (let nap = 0; nap < 5; nap += 1) {
    jump(3_600_000);
    pulse.tick();
  }
  expect([givenUp(), pulse.isAlive()]).toEqual([0, true]);
});
