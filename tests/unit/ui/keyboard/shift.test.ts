import { expect, test } from 'vitest';
import {
  pressShift,
  releaseShift,
  SHIFT_OFF,
  typeWithShift,
} from '../../../../src-renderer/ui/keyboard/shift.ts';

const tap = (key: typeof SHIFT_OFF, nowMs: number) => releaseShift(pressShift(key, nowMs));

test('a tap is for one letter', () => {
  const once = tap(SHIFT_OFF, 1000);
  expect(once.shift).toBe('once');
  expect(typeWithShift(once).shift).toBe('off');
});

test('a double tap locks, through any number of letters, until the next tap', () => {
  const locked = tap(tap(SHIFT_OFF, 1000), 1300);
  expect(locked.shift).toBe('locked');
  const typed = typeWithShift(typeWithShift(locked));
  expect(typed.shift).toBe('locked');
  expect(tap(typed, 1400).shift).toBe('off');
});

test('a second tap that comes later takes the first back', () => {
  expect(tap(tap(SHIFT_OFF, 1000), 1400).shift).toBe('off');
});

test('a letter between two quick taps makes them two taps', () => {
  const typed = typeWithShift(tap(SHIFT_OFF, 1000));
  expect(tap(typed, 1200).shift).toBe('once');
});

test('held, it is for every letter until it is let go', () => {
  const held = typeWithShift(typeWithShift(pressShift(SHIFT_OFF, 1000)));
  expect(held.shift).toBe('once');
  expect(releaseShift(held).shift).toBe('off');
});
