import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanBurst, type ScanKey } from '../../../src-renderer/ui/scan-burst.ts';

/** Types `keys` with `gapMs` between them and returns what the last one meant. */
function typeKeys(keys: readonly string[], gapMs: number, burst = scanBurst(), startMs = 1000): ScanKey {
  let last: ScanKey = { kind: 'ordinary' };
  keys.forEach((key, index) => (last = burst.key(key, startMs + index * gapMs)));
  return last;
}

const CODE = '4006381333931';
const SCAN = [...CODE, 'Enter'];

describe('a scanner', () => {
  test.each([1, 5, 16, 30])('is known at %i ms a key', (gapMs) => {
    expect(typeKeys(SCAN, gapMs)).toEqual({ kind: 'scan', code: CODE });
  });

  test('may press Shift between its capitals', () => {
    const keys = ['Shift', 'S', 'Shift', 'N', '-', '4', '4', 'Enter'];
    expect(typeKeys(keys, 8)).toEqual({ kind: 'scan', code: 'SN-44' });
  });

  test('is known again right after a scan', () => {
    const burst = scanBurst();
    typeKeys(SCAN, 5, burst);
    expect(typeKeys(SCAN, 5, burst, 1100)).toEqual({ kind: 'scan', code: CODE });
  });

  test('is not mixed up with what a person typed before it', () => {
    const burst = scanBurst();
    typeKeys(['a', 'b'], 150, burst, 0);
    expect(typeKeys(SCAN, 5, burst, 1000)).toEqual({ kind: 'scan', code: CODE });
  });
});

describe('a person', () => {
  test('is nobody to be scanned, even a very fast one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abc 123'), { maxLength: 40 }), (keys) => {
        expect(typeKeys([...keys, 'Enter'], 60)).toEqual({ kind: 'ordinary' });
      }),
    );
  });

  test('may roll over a few keys and press Enter', () => {
    expect(typeKeys(['a', 'b', 'c', 'Enter'], 5)).toEqual({ kind: 'ordinary' });
  });

  test('may choose one thing after another with Space and Tab, however fast', () => {
    expect(typeKeys([' ', 'Tab', ' '], 20)).toEqual({ kind: 'ordinary' });
    expect(typeKeys([...'abcd', 'Tab', 'Enter'], 20)).toEqual({ kind: 'ordinary' });
  });

  test('may press Enter alone, and long after the last key', () => {
    expect(typeKeys(['Enter'], 0)).toEqual({ kind: 'ordinary' });
    const burst = scanBurst();
    typeKeys([...CODE], 5, burst);
    expect(burst.key('Enter', 5000)).toEqual({ kind: 'ordinary' });
  });
});

test('a stuck key is forgotten, not collected', () => {
  expect(typeKeys([...'x'.repeat(257), 'Enter'], 1)).toEqual({ kind: 'ordinary' });
  expect(typeKeys([...'x'.repeat(256), 'Enter'], 1)).toMatchObject({ kind: 'scan' });
});

test('tells when a burst would begin, which is when to remember the fields', () => {
  const burst = scanBurst();
  expect(burst.atStart(0)).toBe(true);
  burst.key('a', 0);
  expect(burst.atStart(20)).toBe(false);
  expect(burst.atStart(500)).toBe(true);
});
