import { expect, test } from 'vitest';
import { anonymousBeginning } from '../../../src-main/domain/redact.ts';

test.each([
  ['Call me, Aino Virta, at 040 123 4567.', 'Aino Virta', 'Call me, … …, at ….'],
  ['AINO’s machine; write to aino@example.org now', 'Aino', '… machine; write to … now'],
  ['I am Åsa-Karin', 'Asa Karin', 'I am …'],
  ['+358 (40) 123-4567 or 1234 times', '', '… or 1234 times'],
  ['اسمي سارة ورقمي ٠٥٠١٢٣٤٥٦', 'سارة', 'اسمي … ورقمي …'],
  ['It leaks at 90 °C since 2024.', 'It', 'It leaks at 90 °C since 2024.'],
])('%s', (words, name, expected) => {
  expect(anonymousBeginning(words, name, 100)).toBe(expected);
});

test('it is cut at a word, and what has none anywhere', () => {
  expect(anonymousBeginning('one two three four', '', 9)).toBe('one two…');
  expect(anonymousBeginning('水'.repeat(20), '', 5)).toBe('水水水水水…');
});

test('a long text without a blank takes no time', () => {
  const before = performance.now();
  anonymousBeginning('a'.repeat(20_000), '', 180);
  expect(performance.now() - before).toBeLessThan(200);
});
