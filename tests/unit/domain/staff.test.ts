import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FREE_TRIES,
  LONGEST_WAIT_MS,
  mayDo,
  pinFault,
  RESTRICTED,
  waitAfter,
} from '../../../src-main/domain/staff.ts';

test.each([
  ['295174', null],
  ['000004', null],
  ['29517', 'too-short'],
  ['2951742951749', 'too-long'],
  ['29517a', 'not-digits'],
  ['٢٩٥١٧٤', 'not-digits'],
  ['111111', 'too-simple'],
  ['121212', 'too-simple'],
  ['274274', 'too-simple'],
  ['123456', 'too-simple'],
  ['987654', 'too-simple'],
  ['890123', 'too-simple'],
  ['135791', 'too-simple'],
] as const)('%s as a PIN: %s', (pin, fault) => expect(pinFault(pin)).toBe(fault));

test('nine PINs of ten can be taken', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 100_000, max: 999_999 }), { minLength: 400, maxLength: 400 }),
      (pins) => {
        expect(pins.filter((pin) => pinFault(String(pin)) === null).length).toBeGreaterThan(360);
      },
    ),
    { numRuns: 5 },
  );
});

test('five tries are free, then the wait doubles from 15 s to a quarter of an hour and stays there', () => {
  const waits = Array.from({ length: 14 }, (_, tries) => waitAfter(tries) / 1000);
  expect(waits).toEqual([0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]);
  expect(waitAfter(FREE_TRIES + 1_000_000)).toBe(LONGEST_WAIT_MS);
});

test('a clerk may do nothing restricted, an admin everything, and a supervisor no settings', () => {
  expect(RESTRICTED.filter((what) => mayDo('clerk', what))).toEqual([]);
  expect(RESTRICTED.filter((what) => mayDo('technician', what))).toEqual([]);
  expect(RESTRICTED.filter((what) => !mayDo('admin', what))).toEqual([]);
  expect(RESTRICTED.filter((what) => !mayDo('supervisor', what))).toEqual([
    'settings',
    'see-settings',
    'people',
    'restore',
    'erase',
  ]);
});
