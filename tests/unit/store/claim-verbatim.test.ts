import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  CONTACT_WAYS,
  FEELINGS,
  LOCALES,
  OUTCOMES,
  STATEMENT_MAX_CHARACTERS,
  WISHES,
} from '../../../src-main/domain/intake.ts';
import { claimsOf, newRequestId, toTake, value, workshop } from './support.ts';

const shop = workshop();
afterAll(() => shop[Symbol.dispose]());

const AWKWARD = [
  '\0',
  '\r\n',
  '\n',
  '\x1b',
  '\x1d',
  '\u2028',
  '\ufeff',
  '\ufffd',
  'e\u0301',
  '👩‍👩‍👧',
  '\u202e',
  "';--",
  '\u{10ffff}',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary' })), { maxLength: 30 })
  .map((parts) => parts.join(''));
const given = fc.record({
  locale: fc.constantFrom(...LOCALES),
  statement: text.filter((words) => words !== ''),
  feeling: fc.record({ face: fc.option(fc.constantFrom(...FEELINGS)), words: text }),
  item: fc.record({ name: text, serial: text }),
  attempts: fc.array(fc.record({ description: text, outcome: fc.constantFrom(...OUTCOMES) }), {
    maxLength: 5,
  }),
  wishes: fc.record({ kinds: fc.uniqueArray(fc.constantFrom(...WISHES)), words: text }),
  contact: fc.record({
    name: text,
    phone: text,
    email: text,
    way: fc.option(fc.constantFrom(...CONTACT_WAYS)),
  }),
});

test('whatever is given comes back code point for code point, from the file', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), (all) => {
      const inputs = all.map((each) => toTake({ ...each, requestId: newRequestId() }));
      const claims = claimsOf(shop.open().db);
      const numbers = inputs.map((input) => value(claims.take(input)).number);
      shop.close();
      const again = claimsOf(shop.open().db);
      numbers.forEach((number, index) => {
        const intake = inputs[index]?.intake;
        expect(again.byNumber(number)).toMatchObject({ ...intake });
        expect([...(again.byNumber(number)?.statement ?? '')]).toEqual([...(intake?.statement ?? '')]);
      });
      shop.close();
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['astral', '😡'],
  ['NUL', '\0'],
  ['combining', '\u0301'],
])('the longest statement, all of it %s, comes back', (_, character) => {
  const statement = character.repeat(STATEMENT_MAX_CHARACTERS);
  const { number, claimId } = value(claimsOf(shop.open().db).take(toTake({ statement })));
  shop.close();
  const claims = claimsOf(shop.open().db);
  expect(claims.byNumber(number)?.statement === statement).toBe(true);
  expect(claims.statementTexts(claimId)[0] === statement).toBe(true);
});
