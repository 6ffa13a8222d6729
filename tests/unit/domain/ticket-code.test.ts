import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimNumber, type StoreCode } from '../../../src-main/domain/claim-number.ts';
import { newTicketSecret, parseSecret } from '../../../src-main/domain/secret.ts';
import { parseTicketCode, readClaimNumber } from '../../../src-main/domain/ticket-code.ts';
import { ticketCode } from '../../../src-main/print/slip/claim-ticket.ts';

const stores = fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/).map((code) => code as StoreCode);
const numbers = fc
  .tuple(stores, fc.integer({ min: 1001, max: 999_999 }))
  .map(([store, n]) => claimNumber(store, n));
const secrets = fc.array(fc.nat({ max: 22 }), { minLength: 6, maxLength: 6 }).map((places) => {
  const left = [...places];
  return newTicketSecret(() => left.pop() ?? 0);
});

test('what a ticket’s code holds is read back, also from a scanner of another layout', () => {
  fc.assert(
    fc.property(numbers, secrets, fc.constantFrom(':', 'Ö', ';', 'ñ'), (number, secret, colon) => {
      const code = ticketCode(number, secret);
      expect(parseTicketCode(code)).toEqual({ number, secret });
      expect(parseTicketCode(code.toLowerCase().replaceAll(':', colon).replaceAll('-', '/'))).toEqual({
        number,
        secret,
      });
    }),
  );
});

test('a number and a secret are read as people type them', () => {
  fc.assert(
    fc.property(numbers, secrets, (number, secret) => {
      const [store = '', running = '', check = ''] = number.split('-');
      const alike = running.replaceAll('0', 'o').replaceAll('1', 'l');
      const typed = ` ${store.toLowerCase()} ${alike} ${check.toLowerCase()} `;
      expect(readClaimNumber(number)).toBe(number);
      expect(readClaimNumber(typed)).toBe(number);
      expect(parseSecret(` ${secret.slice(0, 2).toLowerCase()} - ${secret.slice(2)}`)).toBe(secret);
    }),
  );
  const arabic = '١٠٤٢';
  const number = claimNumber('HEL' as StoreCode, 1042);
  expect(readClaimNumber(number.replace('1042', arabic))).toBe(number);
});

test.each(['', 'IYW', 'IYW:TEST', '4006381333931', 'IYW:HEL-1042-A:AAAAAA', 'IYW:HEL-1042-K:AAAA0A'])(
  'no ticket of ours: «%s»',
  (code) => {
    expect(parseTicketCode(code)).toBeNull();
  },
);

test('a mistyped number stays one', () => {
  expect(readClaimNumber('HEL 1043 K')).toBeNull();
  expect(readClaimNumber('nonsense')).toBeNull();
  expect(parseSecret('7F3KQ')).toBeNull();
  expect(parseSecret('7F3KQ0')).toBeNull();
});
