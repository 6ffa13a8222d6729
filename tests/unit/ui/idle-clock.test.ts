import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startIdleClock, type IdleClock } from '../../../src-renderer/ui/idle-clock.ts';

const IDLE_MS = 60_000;
const GRACE_MS = 30_000;

let matters: boolean;
let asked: (number | null)[];
let expired: number;
let clock: IdleClock;

beforeEach(() => {
  vi.useFakeTimers();
  matters = true;
  asked = [];
  expired = 0;
  clock = startIdleClock({
    idleMs: IDLE_MS,
    graceMs: GRACE_MS,
    now: () => performance.now(),
    matters: () => matters,
    onAsk: (seconds) => asked.push(seconds),
    onExpire: () => (expired += 1),
  });
});

afterEach(() => {
  clock.stop();
  vi.useRealTimers();
});

test('asks after the idle time, not before', () => {
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual([30]);
});

test('a touch puts the question off', () => {
  vi.advanceTimersByTime(IDLE_MS - 1);
  clock.touch();
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual([30]);
});

test('counts every second down, then expires once', () => {
  vi.advanceTimersByTime(IDLE_MS + GRACE_MS);
  expect(new Set(asked)).toEqual(new Set([...Array.from({ length: 30 }, (_, index) => 30 - index), null]));
  expect(expired).toBe(1);
});

test('an answer ends the question and starts the idle time again', () => {
  vi.advanceTimersByTime(IDLE_MS + 10_000);
  clock.stay();
  expect(asked.at(-1)).toBeNull();
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(asked.at(-1)).toBeNull();
  vi.advanceTimersByTime(1);
  expect(asked.at(-1)).toBe(30);
  expect(expired).toBe(0);
});

test('a kiosk that nobody used is left in peace, however long', () => {
  matters = false;
  vi.advanceTimersByTime(10 * IDLE_MS);
  expect(asked).toEqual([]);
  matters = true;
  clock.touch();
  vi.advanceTimersByTime(IDLE_MS);
  expect(asked).toEqual([30]);
});

test('starts over after it expired', () => {
  vi.advanceTimersByTime(2 * (IDLE_MS + GRACE_MS));
  expect(expired).toBe(2);
});

test('stops', () => {
  clock.stop();
  vi.advanceTimersByTime(IDLE_MS * 3);
  expect(asked).toEqual([]);
});
