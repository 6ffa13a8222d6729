import { directionOf, messagesFor } from '../../resources/messages/catalogue.ts';
import type { Addressee, Letter, LetterRecord, LetterSection } from '../domain/escalation.ts';
import { markup, type Html } from '../pdf/html.ts';
import type { Pages } from '../pdf/pages.ts';
import { hanLanguage } from '../domain/han.ts';
import { LETTER_CSS } from './letter-css.ts';

/**
 * Returns the pages of a letter. The customer's copy says that it is one; it has no address of the person it went to,
 * and nothing of any other customer's.
 */
export function letterPages({
  letter,
  to,
  mark,
  paper,
  copy,
}: {
  readonly letter: Letter;
  readonly to: Addressee;
  /** The claim's number. */
  readonly mark: string;
  readonly paper: Pages['paper'];
  readonly copy: boolean;
}): Pages {
  const { locale, subject } = letter;
  const words = messagesFor(locale).letter.copy;
  const [store, ...rest] = letter.from;
  const lines = [to.name, to.organisation, ...(copy ? [] : to.address.split('\n'))].filter(
    (line) => line.trim() !== '',
  );
  const sections = letter.sections.filter(({ name }) => !copy || name !== 'similar');
  const body = markup`<header><p class="store" dir="auto">${store}</p><div class="contact">${lined(rest)}</div></header>
${copy ? markup`<aside><strong>${words.mark}</strong> ${words.note}${sections.length < letter.sections.length ? ` ${words.similar}` : ''}</aside>` : null}
<div class="head"><address>${lined(lines)}</address><p class="date">${letter.date}</p></div>
<p class="reference">${letter.reference}</p>
<h1${langOf(subject)}>${subject}</h1>
${sections.map(sectionOf)}
<footer>${lined(letter.signature)}</footer>`;
  return { title: subject, lang: locale, dir: directionOf(locale), css: LETTER_CSS, body, mark, paper };
}

function sectionOf({ name, heading, prose, records }: LetterSection): Html {
  const paragraphs = prose
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => markup`<p class="prose" dir="auto"${langOf(text)}>${text.trim()}</p>`);
  return markup`<section class="${name}">${heading === '' ? null : markup`<h2>${heading}</h2>`}
${paragraphs}${records.length === 0 ? null : markup`<ul>${records.map(recordOf)}</ul>`}</section>`;
}

function recordOf({ voice, text, notes }: LetterRecord): Html {
  const noted = notes.map((note) => markup`<span><bdi>${note}</bdi></span>`);
  // The customer's words and their bar stand on the side where the words begin; rows of ours follow the letter.
  const own = voice === 'customer' ? markup` dir="auto"` : null;
  return markup`<li class="${voice}"${own}${langOf(text)}><div class="text">${text}</div><p class="notes">${noted}</p></li>`;
}

function lined(lines: readonly string[]): Html[] {
  return lines.map((line) => markup`<p class="line"${langOf(line)}>${line}</p>`);
}

/** Han characters have each country's own shapes; nothing else needs to know a language. */
function langOf(text: string): Html | null {
  const lang = hanLanguage(text);
  return lang === undefined ? null : markup` lang="${lang}"`;
}
