import type { Expectation } from '../../src-main/domain/expectation.ts';

/** A text in three parts, of which the middle one is set bold. */
export interface EmphasisedText {
  readonly before: string;
  readonly strong: string;
  readonly after: string;
}

/** Returns an expectation's text with the part that names the due time apart. */
export function emphasised({ text, emphasis }: Pick<Expectation, 'text' | 'emphasis'>): EmphasisedText {
  const at = emphasis === '' ? -1 : text.indexOf(emphasis);
  if (at < 0) return { before: text, strong: '', after: '' };
  return { before: text.slice(0, at), strong: emphasis, after: text.slice(at + emphasis.length) };
}
