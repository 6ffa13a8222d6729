import { expect, test } from 'vitest';
import { isScannerPace, isTypingKey } from '../../../../src-renderer/ui/keyboard/physical-keyboard.ts';

const KEY = { isTrusted: true, repeat: false, key: 'a', ctrlKey: false, altKey: false, metaKey: false };

test.each(['a', 'é', 'ض', ' ', '😀', 'Dead', 'Process'])('%j is typing', (key) => {
  expect(isTypingKey({ ...KEY, key })).toBe(true);
});

test.each(['Tab', 'F9', 'Shift', 'ArrowLeft', 'Escape', 'Enter'])('%s is not typing', (key) => {
  expect(isTypingKey({ ...KEY, key })).toBe(false);
});

test('a shortcut, a held key and a script are not typing; AltGr is', () => {
  expect(isTypingKey({ ...KEY, ctrlKey: true })).toBe(false);
  expect(isTypingKey({ ...KEY, altKey: true })).toBe(false);
  expect(isTypingKey({ ...KEY, metaKey: true })).toBe(false);
  expect(isTypingKey({ ...KEY, repeat: true })).toBe(false);
  expect(isTypingKey({ ...KEY, isTrusted: false })).toBe(false);
  expect(isTypingKey({ ...KEY, key: '€', ctrlKey: true, altKey: true })).toBe(true);
});

test('a scanner is faster than any person', () => {
  expect(isScannerPace(1000, 1015)).toBe(true);
  expect(isScannerPace(1000, 1120)).toBe(false);
  expect(isScannerPace(-Infinity, 0)).toBe(false);
});
