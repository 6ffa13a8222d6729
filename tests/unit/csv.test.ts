import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src-main/csv.ts';

function text(rows: Parameters<typeof toCsv>[0]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(toCsv(rows));
}

describe('a table as CSV', () => {
  it('has a byte order mark, and CRLF after each row', () => {
    expect([...toCsv([['a']])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(
      text([
        ['a', 1],
        [null, 'قهوة'],
      ]),
    ).toBe('\uFEFFa,1\r\n,قهوة\r\n');
  });

  it('quotes what holds commas, quotes and line breaks', () => {
    expect(text([['a,b', 'say "no"', 'one\ntwo', 'one\rtwo']])).toBe(
      '\uFEFF"a,b","say ""no""","one\ntwo","one\rtwo"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])(
    'lets no spreadsheet run %j',
    (formula) => {
      expect(text([[formula]]).replaceAll('"', '')).toBe(`\uFEFF'${formula}\r\n`);
    },
  );

  it('leaves a number below zero a number', () => {
    expect(text([[-12.5, 0]])).toBe('\uFEFF-12.5,0\r\n');
  });
});
