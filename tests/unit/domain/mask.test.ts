import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src-main/domain/fold.ts';
import { anonymousBeginning, MASK, maskWords } from '../../../src-main/domain/mask.ts';

const AINO = { name: 'Aino Väisänen', phone: '+358 40 123 4567', email: 'aino@example.fi' };
const NOBODY = { name: '', phone: '', email: '' };

describe('who a customer is', () => {
  test.each([
    ['My name is Aino Väisänen.', 'My name is […].'],
    ['AINO VAISANEN, again', '[…], again'],
    ['I, aino, said so to Mr Väisänen', 'I, […], said so to Mr […]'],
    ['Aino’s machine', '[…]’s machine'],
    ['call 040 123 4567 or 040-1234567!', 'call […] or […]!'],
    ['call (358) 40 123-4567', 'call […]'],
    ['اتصلوا على ٠٤٠١٢٣٤٥٦٧', 'اتصلوا على […]'],
    ['write to Aino@Example.fi.', 'write to […].'],
    ['or to my son, pekka.v@mail.example.com, please', 'or to my son, […], please'],
    ['my son has +49 (30) 901 820', 'my son has […]'],
    ['Signed\r\nAino\r\nVäisänen\r\n', 'Signed\r\n[…]\r\n'],
  ])('%j becomes %j', (text, masked) => expect(maskWords(text, AINO)).toBe(masked));

  test.each([
    ['قال أحمد إنها لا تعمل، ولأحمد حق', { ...NOBODY, name: 'أحمد' }, 'قال […] إنها لا تعمل، […] حق'],
    ['كلّموا أحمد أو وأحمد', { ...NOBODY, name: 'أَحْمَد علي' }, 'كلّموا […] أو […]'],
    ['王小明买的水壶坏了', { ...NOBODY, name: '王小明' }, '[…]买的水壶坏了'],
    ['Ο Γιώργος ήρθε', { ...NOBODY, name: 'ΓΙΏΡΓΟΣ' }, 'Ο […] ήρθε'],
  ])('in any script: %j', (text, contact, masked) => expect(maskWords(text, contact)).toBe(masked));
});

describe('what is not who a customer is', () => {
  test.each([
    ['The annual check found nothing', { ...NOBODY, name: 'Ann' }],
    ['It leaks de nouveau', { ...NOBODY, name: 'Charles de Gaulle' }],
    ['serial 0401234568, bought 12.03.2024 for 129,90', AINO],
    ['Error 1234567 on line 40', { ...NOBODY, phone: '123' }],
    ['meet me @ noon', AINO],
    ['النور لا يعمل', { ...NOBODY, name: 'نور' }],
    ['  spaces,\r\nlines\tand 😡 stay […] […] as they are ', AINO],
  ])('%j stays as it is', (text, contact) => expect(maskWords(text, contact)).toBe(text));
});

const word = fc.stringMatching(/^[a-zà-ÿא-תا-ي]{3,10}$/u);
const separator = fc.constantFrom(' ', ', ', '.\r\n', ' – ', ' (');
const digits = fc.stringMatching(/^[1-9][0-9]{8}$/);

/** A number as somebody may write it. */
function grouped(number: string, by: number, between: string): string {
  return number.match(new RegExp(`.{1,${by}}`, 'g'))?.join(between) ?? '';
}

test('nothing of a name or a number is left, however it is written, and nothing else is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, separator), { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      digits,
      fc.record({
        at: fc.nat(12),
        by: fc.integer({ min: 1, max: 4 }),
        between: fc.constantFrom('', ' ', '-', '.'),
        loud: fc.boolean(),
      }),
      (words, names, phone, { at, by, between, loud }) => {
        const own = new Set(names.map(foldText));
        const others = words.filter(([each]) => !own.has(foldText(each)));
        const said = names.map((each) => (loud ? each.toUpperCase() : each)).join(' ');
        const parts = others.map((pair) => pair.join(''));
        parts.splice(at, 0, ` ${said} `, `: ${grouped(phone, by, between)} `);
        const masked = maskWords(parts.join(''), { name: names.join(' '), phone, email: '' });
        const left = foldText(masked).split(' ');
        for (const name of own) expect(left).not.toContain(name);
        expect(masked.replaceAll(/\D/g, '')).not.toContain(phone);
        // What stands between the masks is the text, in its order.
        let from = 0;
        for (const piece of masked.split(MASK)) {
          const found = parts.join('').indexOf(piece, from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + piece.length;
        }
        for (const [each] of others) expect(masked).toContain(each);
      },
    ),
    { numRuns: 300 },
  );
});

test('words that know nothing of a contact are never touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('@'));
      expect(maskWords(text, NOBODY)).toBe(text);
    }),
  );
});

describe('the beginning of somebody’s words in another’s letter', () => {
  const named = (name: string) => ({ ...NOBODY, name });

  test.each([
    ['Call me, Aino Virta, at 040 123 4567.', 'Aino Virta', 'Call me, […], at […].'],
    ['AINO’s machine; write to aino@example.org now', 'Aino', '[…]’s machine; write to […] now'],
    ['I am Åsa-Karin', 'Asa Karin', 'I am […]-[…]'],
    ['+358 (40) 123-4567 or 1234 times', '', '[…] or 1234 times'],
    ['اسمي سارة ورقمي ٠٥٠١٢٣٤٥٦', 'سارة', 'اسمي […] ورقمي […]'],
    ['قلت ولسارة رأي', 'سارة', 'قلت […] رأي'],
    ['王小明买的水壶坏了', '王小明', '[…]买的水壶坏了'],
    ['Li leaks at 90 °C since 2024.', 'Li', '[…] leaks at 90 °C since 2024.'],
  ])('%s', (words, name, expected) => {
    expect(anonymousBeginning(words, named(name), 100)).toBe(expected);
  });

  test('is cut at a word, and what has none anywhere', () => {
    expect(anonymousBeginning('one two three four', NOBODY, 9)).toBe('one two…');
    expect(anonymousBeginning('水'.repeat(20), NOBODY, 5)).toBe('水水水水水…');
  });
});

test('a long text without a blank takes no time', () => {
  const before = performance.now();
  maskWords('a'.repeat(20_000), AINO);
  anonymousBeginning('a'.repeat(20_000), AINO, 180);
  expect(performance.now() - before).toBeLessThan(200);
});
