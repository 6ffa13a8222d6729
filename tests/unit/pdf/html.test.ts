import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markup } from '../../../src-main/pdf/html.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</blockquote><img src=x onerror=alert(1)>',
  '" onclick="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&lt;b&gt;',
  '&amp;amp;',
  '&#60;',
  '</style><link rel=stylesheet>',
  'line\r\nline\rline\nline',
  '\u0000\u0007\u202e\u2066',
];

/** What a reader of the page would read again. */
function read(source: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' };
  return source.replace(/&(amp|lt|gt|quot|#39|#13);/g, (_, name: string) => names[name] ?? '');
}

test.each(HOSTILE)('%j stays text, between tags and in an attribute', (words) => {
  const { source } = markup`<p title="${words}">${words}</p>`;
  const [, attribute = '', text = ''] = /^<p title="([^"]*)">([^<>]*)<\/p>$/.exec(source) ?? [];
  expect(read(attribute)).toBe(words);
  expect(read(text)).toBe(words);
});

test('any text comes back as it was, and none of it is markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const { source } = markup`${words}`;
      expect(source).not.toMatch(/[<>"'\r]/);
      expect(read(source)).toBe(words);
    }),
  );
});

test('pieces stay markup, lists of them in their order, and nothing leaves nothing', () => {
  const rows = ['a&b', '<i>'].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${rows}</ul>${null}${undefined}${3}`.source).toBe(
    '<ul><li>a&amp;b</li><li>&lt;i&gt;</li></ul>3',
  );
});

test('what only looks like a piece is text', () => {
  const looksLike = { source: '<b>' } as never;
  expect(() => markup`${looksLike}`.source).toThrow();
});
