import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../src-main/contract/channels.ts';
import { INPUT_SCHEMAS } from '../../../src-main/contract/schemas.ts';
import { STATEMENT_MAX_CHARACTERS } from '../../../src-main/domain/intake.ts';
import { exampleIntake } from '../../fixtures/example-claim.ts';

const submit = INPUT_SCHEMAS['claim:submit'];
const intake = (statement: string) => exampleIntake({ statement });

describe('the schema of a submission', () => {
  it('takes any words and changes nothing of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (statement) => {
        expect(submit.parse(intake(statement))).toEqual(intake(statement));
      }),
    );
    expect(submit.parse(intake(' \r\n\u0000\ufeffe\u0301 ')).statement).toBe(' \r\n\u0000\ufeffe\u0301 ');
  });

  it('counts characters as people do, not UTF-16 units', () => {
    expect(submit.safeParse(intake('🌧'.repeat(STATEMENT_MAX_CHARACTERS))).success).toBe(true);
    expect(submit.safeParse(intake('🌧'.repeat(STATEMENT_MAX_CHARACTERS + 1))).success).toBe(false);
    expect(submit.safeParse(intake('a'.repeat(STATEMENT_MAX_CHARACTERS + 1))).success).toBe(false);
  });

  it.each([
    ['no words', intake('')],
    ['half a character', intake('rain \ud83c')],
    ['a field too many', { ...intake('x'), admin: true }],
    ['a wish twice', { ...intake('x'), wishes: { kinds: ['repair', 'repair'], words: '' } }],
    ['a language that nobody speaks here', { ...intake('x'), locale: 'tlh' }],
    ['no request id', { ...intake('x'), requestId: 'again' }],
    ['an attempt without a word', { ...intake('x'), attempts: [{ description: '', outcome: 'no' }] }],
  ])('refuses %s', (_, given) => {
    expect(submit.safeParse(given).success).toBe(false);
  });
});

describe('every channel', () => {
  it('has a schema that refuses what is none of its business, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.anything({ withBigInt: true, withDate: true }),
        (channel, given) => {
          const parsed = INPUT_SCHEMAS[channel].safeParse(given);
          if (given !== null) expect(parsed.success).toBe(false);
        },
      ),
    );
  });
});
