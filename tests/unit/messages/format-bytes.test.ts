import { expect, test } from 'vitest';
import { formatBytes } from '../../../resources/messages/format-bytes.ts';

test.each([
  [0, '0 kB'],
  [381_400, '381 kB'],
  [1_250_000, '1.3 MB'],
  [79_000_000_000, '79 GB'],
  [270_640_000_000, '270.6 GB'],
  [5_000_000_000_000_000, '5,000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});

test('Arabic has its own words and Latin digits', () => {
  expect(formatBytes(1_250_000, 'ar')).toMatch(/1\.3.*\p{Script=Arabic}/u);
});
