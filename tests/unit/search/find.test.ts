import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import type { MarkedText } from '../../../src-main/domain/search.ts';
import { createFinder } from '../../../src-main/search/find.ts';
import { NOBODY, searchShop } from './support.ts';

const STATEMENTS = [
  'My kettle stopped after two days; it smells of burning plastic. Don’t know why 😡',
  'Ma bouilloire fuit : ça goutte par le dessous dès qu’elle chauffe, déjà la troisième fois.',
  'Die Spülmaschine läuft über, und der Fußboden ist naß. Größe XL.',
  'Электрочайник перестал греть, провод ещё тёплый и пахнет гарью.',
  'الغلّاية تسرّب الماء من الأسفل كلما سخنت، رقم الطلب ٧٧-١٠٤٢.',
  '電気ケトルから水が漏れています。説明書どおりに使いました。ガスではありません',
  'กาต้มน้ำไฟฟ้ารั่ว น้ำหยดตลอดเวลา',
  'मेरी केतली से पानी टपक रहा है',
  '주전자에서 물이 새요. 이틀 만에 고장났어요.',
  'Οδός Ερμού: ο βραστήρας χάλασε',
];

function marked({ text, marks }: MarkedText): readonly string[] {
  return marks.map(({ from, to }) => text.slice(from, to));
}

describe('words', () => {
  const shop = searchShop();
  const finder = createFinder(shop.db);
  const ids: ClaimId[] = [];
  beforeAll(() => {
    for (const statement of STATEMENTS) ids.push(shop.take({ statement }).claimId);
    shop.index();
  });
  afterAll(() => shop[Symbol.dispose]());

  test('whatever is typed finds something or nothing, and never throws', () => {
    const syntax = fc.constantFrom(
      '"',
      "'",
      '*',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      ')',
      '^',
      '{words}',
      ':',
      '-',
      '+',
      '\0',
      'kettle',
      ' ',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(syntax, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, fc.boolean(), (text, ranked) => {
        for (const { snippet } of finder.find(text, ranked).claims) {
          let end = 0;
          for (const { from, to } of snippet.marks) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(snippet.text.length);
          expect(snippet.text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('a claim is found by each of its words and every beginning of one, in any case, with marks or without', () => {
    const words = STATEMENTS.flatMap((statement, at) =>
      (statement.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => [word, at] as const),
    );
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replace(/[\u0300-\u036f\u064b-\u0652]/g, ''),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.nat(),
        written,
        fc.boolean(),
        ([word, at], cut, write, ranked) => {
          // By graphemes: nobody types half of a letter.
          const letters = Array.from(new Intl.Segmenter('und').segment(word), ({ segment }) => segment);
          const typed = write(letters.slice(0, 1 + (cut % letters.length)).join(''));
          const found = finder.find(typed, ranked).claims.find(({ claimId }) => claimId === ids[at]);
          expect(found, `«${typed}» in «${STATEMENTS[at]}»`).toBeDefined();
          expect(found && marked(found.snippet).length, `«${typed}» is marked`).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a word in the middle of a Japanese sentence, and only where its signs follow each other', () => {
    expect(shop.find('説明書')).toEqual([ids[5]]);
    expect(shop.find('水')).toEqual([ids[5]]);
    expect(shop.find('漏水')).toEqual([]);
    expect(marked(finder.find('説明書', false).claims[0]!.snippet)).toEqual(['説明書']);
  });

  test('all words have to be there, the last one may be unfinished until a space ends it', () => {
    expect(shop.find('plastic kett')).toEqual([ids[0]]);
    expect(shop.find('kett ')).toEqual([]);
    expect(shop.find('kettle spülmaschine')).toEqual([]);
  });

  test('what was found is marked in the words as they were given', () => {
    const [found] = finder.find('CA dessou', false).claims;
    expect(found?.snippet.text).toContain('ça goutte par le dessous');
    expect(marked(found!.snippet)).toEqual(['ça', 'dessous']);
  });
});

test('the snippet of a long story is cut at words around what was found', () => {
  using shop = searchShop();
  const { claimId } = shop.take({
    statement: `${'before it '.repeat(200)}zanzibar${' after it'.repeat(200)}`,
  });
  shop.index();
  const found = createFinder(shop.db).find('zanzi', false).claims[0]!;
  expect(found.claimId).toBe(claimId);
  expect(found.snippet.text).toMatch(/^…(before|it) .* zanzibar .* (after|it)…$/);
  expect(marked(found.snippet)).toEqual(['zanzibar']);
  expect(found.snippet.text.length).toBeLessThan(200);
});

describe('numbers, names, phones and serials', () => {
  const shop = searchShop();
  const finder = createFinder(shop.db);
  afterAll(() => shop[Symbol.dispose]());
  const contact = { ...NOBODY, name: 'Aino Mäkinen', phone: '040 555 01-42' };
  const taken = shop.take({ statement: 'x', contact, item: { name: 'Lumo 3', serial: 'SN-44/12 b' } });
  const mixed = shop.take({
    statement: 'It burnt the bread. 電気が切れました',
    contact: { ...NOBODY, phone: '040 555 01-42' },
    item: { name: 'Oven', serial: 'KX 901' },
  });
  const abroad = shop.take({ statement: 'y', contact: { ...NOBODY, phone: '+49 (170) 987 65 43' } });
  beforeAll(() => shop.index());

  test.each([
    ['a part of the phone', '55501', ['555 01']],
    ['a part with other spaces', '5 5501 42', ['555 01-42']],
    ['the phone as it is dialled from abroad', '+358 40 5550142', ['0 555 01-42']],
    ['the same with zeros', '00358405550142', ['0 555 01-42']],
  ])('%s', (_, typed, marks) => {
    const found = finder.find(typed, false).claims.filter(({ claimId }) => claimId === taken.claimId);
    expect(found).toHaveLength(1);
    expect(marked(found[0]!.phone)).toEqual(marks);
  });

  test('a phone that was given with its country is found as it is dialled at home', () => {
    expect(shop.find('0170 98765')).toEqual([abroad.claimId]);
  });

  test.each(['sn4412', 'SN 44', '4412B', 'makinen', 'KINE', 'lumo', 'lumo 3', 'aino lumo'])(
    '«%s»',
    (typed) => {
      expect(shop.find(typed)).toEqual([taken.claimId]);
    },
  );

  test.each([
    ['a word and a part of the phone', 'burnt 55501', ['burnt'], ['555 01']],
    ['the other way round, with the last word unfinished', '555 0142 bur', ['burnt'], ['555 01-42']],
    [
      'the phone in groups, as it is dialled from abroad',
      'burnt +358 40 5550142',
      ['burnt'],
      ['0 555 01-42'],
    ],
    ['a word of the item', 'oven 5550142', [], ['555 01-42']],
    ['a serial number', 'burnt KX-90/1', ['burnt'], []],
    ['signs of a script without spaces', '電気 55501', ['電気'], ['555 01']],
  ])('words and a number in one: %s', (_, typed, inWords, inPhone) => {
    const found = finder.find(typed, false).claims.filter(({ claimId }) => claimId === mixed.claimId);
    expect(found).toHaveLength(1);
    expect(marked(found[0]!.snippet)).toEqual(inWords);
    expect(marked(found[0]!.phone)).toEqual(inPhone);
    expect(finder.find(typed, true).claims[0]?.claimId).toBe(mixed.claimId);
  });

  test('words and a number in one: both have to be there, and a space ends a word', () => {
    expect(shop.find('kettle 55501')).toEqual([]);
    expect(shop.find('burnt 66601')).toEqual([]);
    expect(shop.find('55501 bur ')).toEqual([]);
    expect(shop.find('urnt 55501')).toEqual([]);
  });

  test('a claim number, typed or said, opens its claim, also before it is in the index', () => {
    const { number, claimId } = shop.take({ statement: 'just now' });
    for (const typed of [number, number.toLowerCase(), ` ${number.replaceAll('-', ' ')} `]) {
      expect(finder.find(typed, false)).toMatchObject({ exact: claimId, claims: [{ claimId }], more: false });
    }
    shop.index();
    const running = number.split('-')[1]!;
    expect(shop.find(running)).toEqual([claimId]);
    expect(finder.find(running, false).exact).toBeNull();
  });

  test('a scanned ticket opens its claim, and its secret is not looked for', () => {
    expect(finder.find(`IYW:${taken.number}:7F3KQ9`, false)).toMatchObject({ exact: taken.claimId });
    const spy = shop.take({ statement: 'I write 7F3KQ9 on it' });
    shop.index();
    expect(shop.find(`IYW:${taken.number}:7F3KQ9`)).toEqual([taken.claimId]);
    expect(shop.find('7F3KQ9')).toEqual([spy.claimId]);
  });
});

describe('order', () => {
  const shop = searchShop();
  const finder = createFinder(shop.db);
  afterAll(() => shop[Symbol.dispose]());
  const many = Array.from({ length: 50 }, (_, at) =>
    shop.take({
      statement: at === 7 ? 'toaster toaster toaster' : `toaster and a long tale of how it came to be ${at}`,
    }),
  );
  beforeAll(() => shop.index());

  test('the newest first while typing, a page of them', () => {
    const { claims, more } = finder.find('toas', false);
    expect(claims.map(({ claimId }) => claimId)).toEqual(
      many
        .slice(30)
        .reverse()
        .map(({ claimId }) => claimId),
    );
    expect(more).toBe(true);
  });

  test('the best first on Enter', () => {
    expect(finder.find('toaster', true).claims[0]?.claimId).toBe(many[7]?.claimId);
  });
});
