/** A piece of a page that is safe to put into another: markup of ours, with whatever was put into it escaped. */
export class Html {
  /** Its source. */
  readonly source: string;

  /** Only `markup` makes one: nothing else knows what is markup and what is words. */
  private constructor(source: string) {
    this.source = source;
  }

  /** Returns a piece from the parts of a template literal; see `markup`. */
  static of(strings: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(
      strings.map((text, at) => text + (at < values.length ? sourceOf(values[at]) : '')).join(''),
    );
  }
}

/** What may stand in a piece of a page: text, other pieces, or nothing. */
export type HtmlValue = string | number | Html | readonly Html[] | null | undefined;

/**
 * Returns markup, as the tag of a template literal. Whatever stands in `${}` is text and stays text, in an attribute
 * (always in double quotes) as between tags; other pieces stay as they are. No blank is added, none taken away.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.of(strings, values);
}

function sourceOf(value: HtmlValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map((piece) => piece.source).join('');
  return escaped(String(value));
}

/** A carriage return is named, since a page would otherwise read it as a line break of its own. */
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => NAMED[character] ?? character);
}
