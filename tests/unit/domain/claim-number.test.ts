import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  claimNumber,
  parseClaimNumber,
  spokenClaimNumber,
  storeCode,
  type StoreCode,
} from '../../../src-main/domain/claim-number.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const codes = fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/).map((text) => text as StoreCode);
const runnings = fc.integer({ min: 1, max: 999_999_999 });

describe('checkCharacter (ISO/IEC 7064 MOD 37,36)', () => {
  it('agrees with published examples', () => {
    // ISO/IEC 7064 itself, and the Global Release Identifier standard (IFPI), whose last character is this check.
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('makes every whole string add up to one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,20}$/), (text) => {
        // The verifying form of the standard, written apart from the generating one.
        let p = 36;
        for (const character of text) {
          p = (p + ALPHABET.indexOf(character)) % 36 || 36;
          p = (p * 2) % 37;
        }
        expect((p + ALPHABET.indexOf(checkCharacter(text))) % 36).toBe(1);
      }),
    );
  });

  it('refuses what has no check character', () => {
    expect(() => checkCharacter('HEL-1')).toThrow(RangeError);
  });
});

describe('parseClaimNumber', () => {
  it('reads what claimNumber wrote, however it is said', () => {
    fc.assert(
      fc.property(codes, runnings, (code, running) => {
        const number = claimNumber(code, running);
        expect(parseClaimNumber(number)).toEqual({ ok: true, value: number });
        expect(parseClaimNumber(` ${spokenClaimNumber(number).toLowerCase()} `)).toEqual({
          ok: true,
          value: number,
        });
      }),
    );
  });

  it('catches every single mistyped character', () => {
    fc.assert(
      fc.property(codes, runnings, fc.nat(), fc.nat(35), (code, running, place, letter) => {
        const number = claimNumber(code, running);
        const at = place % number.length;
        const typed = number.slice(0, at) + ALPHABET.charAt(letter) + number.slice(at + 1);
        fc.pre(typed !== number && number.charAt(at) !== '-');
        expect(parseClaimNumber(typed).ok).toBe(false);
      }),
    );
  });

  it('says what is wrong', () => {
    expect(parseClaimNumber('')).toEqual({ ok: false, error: 'not-a-claim-number' });
    expect(parseClaimNumber('1042')).toEqual({ ok: false, error: 'not-a-claim-number' });
    expect(parseClaimNumber(`${claimNumber('HEL' as StoreCode, 1042).slice(0, -1)}0`)).toEqual({
      ok: false,
      error: 'check-character',
    });
  });
});

describe('storeCode', () => {
  it.each(['HEL', 'A1', 'ABC123'])('takes %s', (text) => expect(storeCode(text)).toBe(text));
  it.each(['', 'H', 'hel', '1AB', 'ABCDEFG', 'HÄL', 'HE-'])('refuses «%s»', (text) => {
    expect(storeCode(text)).toBeUndefined();
  });
});

describe('claimNumber', () => {
  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('refuses the running number %s', (running) => {
    expect(() => claimNumber('HEL' as StoreCode, running)).toThrow(RangeError);
  });
});
