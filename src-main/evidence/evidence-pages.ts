import { directionOf, messagesFor, type Messages } from '../../resources/messages/catalogue.ts';
import { formatDay, formatMoment } from '../../resources/messages/format-time.ts';
import type { Story } from '../domain/known-issue.ts';
import { markup, type Html } from '../pdf/html.ts';
import type { PaperSize } from '../domain/paper-size.ts';
import type { Pages } from '../pdf/pages.ts';
import { outcomeWords, spokenFeeling, triedWords } from './evidence-words.ts';
import type { Evidence } from './evidence.ts';

/** Stories on paper: more are not read, and the table has them all. */
const PAGES_STORIES_MAX = 200;

/** Returns the evidence pack as pages to read: figures, weeks as bars, then the stories. */
export function evidencePages(evidence: Evidence, paper: PaperSize): Pages {
  const { issue, stories, locale, zone } = evidence;
  const messages = messagesFor(locale);
  const words = messages.office.knownIssues;
  const shown = stories.slice(0, PAGES_STORIES_MAX);
  const body = markup`
    <header>
      <p class="from">${words.pack.from(evidence.store.name, formatMoment(evidence.at, zone, locale))}</p>
      ${paragraphs(evidence.store.address, 'from')}
      <p class="from">${words.pack.heading}</p>
      <h1 dir="auto">${issue.title}</h1>
      <p><strong>${words.states[issue.state]}</strong></p>
      ${issue.items === '' ? null : markup`<p dir="auto">${issue.items}</p>`}
      ${paragraphs(issue.description)}
    </header>
    <h2>${words.pack.figures}</h2>
    ${figures(evidence, messages)}
    ${bars(evidence, messages)}
    ${feelings(evidence, messages)}
    <h2>${words.pack.stories}</h2>
    <p class="soft">${words.pack.masked}</p>
    ${stories.length > shown.length ? markup`<p class="soft">${words.pack.newest(shown.length, stories.length)}</p>` : null}
    ${shown.map((story) => storyOf(story, evidence, messages))}`;
  return {
    title: issue.title,
    lang: locale,
    dir: directionOf(locale),
    css: CSS,
    body,
    // Ids are random at their end, and short enough to say on the phone.
    mark: issue.id.slice(-8),
    paper,
  };
}

function figures({ issue, zone, locale }: Evidence, messages: Messages): Html {
  const { claims, recent, first, last } = issue.figures;
  const { pack } = messages.office.knownIssues;
  const rows: readonly (readonly [string, string])[] = [
    [pack.all, String(claims)],
    [pack.recent, String(recent)],
    ...(first === null ? [] : [[pack.first, formatMoment(first, zone, locale)] as const]),
    ...(last === null ? [] : [[pack.last, formatMoment(last, zone, locale)] as const]),
  ];
  return markup`<table class="figures"><tbody>${rows.map(
    ([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table>`;
}

/** Drawn as one SVG: a page for print has no script, and its styles are in a file. */
function bars({ issue, zone, locale }: Evidence, messages: Messages): Html {
  const { weeks } = issue.figures;
  const { chart, chartSays } = messages.office.knownIssues;
  const most = Math.max(1, ...weeks.map(({ claims }) => claims));
  const sum = weeks.reduce((total, { claims }) => total + claims, 0);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) throw new Error('a chart without weeks');
  const drawn = weeks.map(({ claims }, at) => {
    const height = (claims / most) * 60;
    return markup`<rect x="${at * 10 + 1}" y="${66 - height}" width="8" height="${height}" />
      ${claims === 0 ? null : markup`<text x="${at * 10 + 5}" y="${63 - height}">${claims}</text>`}`;
  });
  return markup`<figure>
    <figcaption>${chart}</figcaption>
    <svg viewBox="0 0 ${weeks.length * 10} 68" role="img" aria-label="${chartSays(weeks.length, sum, most)}">
      ${drawn}<line x1="0" y1="66.5" x2="${weeks.length * 10}" y2="66.5" />
    </svg>
    <p class="ends"><span>${formatDay(first.from, zone, locale)}</span><span>${formatDay(last.from, zone, locale)}</span></p>
  </figure>`;
}

function feelings({ stories }: Evidence, messages: Messages): Html | null {
  const counted = new Map<string, number>();
  for (const { feeling } of stories) {
    if (feeling.face === null) continue;
    const face = messages.feeling.faces[feeling.face];
    counted.set(face, (counted.get(face) ?? 0) + 1);
  }
  if (counted.size === 0) return null;
  const rows = [...counted].sort(([, one], [, other]) => other - one);
  return markup`<p><strong>${messages.office.knownIssues.pack.atStart}</strong></p>
    <table class="figures"><tbody>${rows.map(
      ([face, count]) => markup`<tr><th scope="row">${face}</th><td>${count}</td></tr>`,
    )}</tbody></table>`;
}

function storyOf(story: Story, { zone, locale }: Evidence, messages: Messages): Html {
  const { columns } = messages.office.knownIssues.pack;
  const facts: readonly (readonly [string, string])[] = [
    [columns.item, story.item.name],
    [columns.serial, story.item.serial],
    [columns.feeling, spokenFeeling(story, messages)],
    [columns.tried, story.tried.map((attempt) => triedWords(attempt, messages)).join('\n')],
    [columns.outcome, outcomeWords(story, messages)],
  ];
  return markup`<article>
    <h3><bdi dir="ltr">${story.number}</bdi> <span class="soft">${formatMoment(story.takenAt, zone, locale)}</span></h3>
    ${story.statements.map((text) => markup`<blockquote dir="auto" lang="${story.locale}">${text}</blockquote>`)}
    <table><tbody>${facts
      .filter(([, value]) => value !== '')
      .map(
        ([name, value]) => markup`<tr><th scope="row">${name}</th><td dir="auto">${value}</td></tr>`,
      )}</tbody></table>
  </article>`;
}

function paragraphs(text: string, name = ''): Html | null {
  return text === '' ? null : markup`<p class="${name} lines" dir="auto">${text}</p>`;
}

const CSS = `
body { margin: 0; font: 10.5pt/1.45 var(--sans); color: #1c2330; }
h1 { margin: 4pt 0; font-size: 22pt; line-height: 1.15; }
h2 { margin: 16pt 0 6pt; font-size: 14pt; break-after: avoid; }
h3 { margin: 0 0 4pt; font-size: 11pt; break-after: avoid; }
p { margin: 4pt 0; overflow-wrap: anywhere; }
.from, .soft { color: #5a6272; font-weight: 400; }
.lines, td { white-space: pre-wrap; }
table { border-collapse: collapse; }
th { padding: 1pt 12pt 1pt 0; color: #5a6272; font-weight: 400; text-align: start; vertical-align: top; white-space: nowrap; }
[dir='rtl'] th { padding: 1pt 0 1pt 12pt; }
td { padding: 1pt 0; overflow-wrap: anywhere; }
.figures td { font-weight: 700; }
figure { margin: 10pt 0; break-inside: avoid; }
figcaption { font-weight: 700; }
/* Time runs as it is read: from the right in Arabic, with the numbers the right way round. */
svg { display: block; width: 100%; }
[dir='rtl'] svg { transform: scaleX(-1); }
[dir='rtl'] svg text { transform: scaleX(-1); transform-box: fill-box; transform-origin: center; }
rect { fill: #12564c; }
line { stroke: #8d8371; stroke-width: 0.5; }
text { font-size: 5px; text-anchor: middle; fill: #1c2330; }
.ends { display: flex; justify-content: space-between; color: #5a6272; }
article { margin: 0 0 14pt; padding: 10pt 0 0; border-block-start: 0.75pt solid #c9beac; break-inside: avoid; }
blockquote { margin: 0 0 6pt; padding-inline-start: 10pt; border-inline-start: 3pt solid #12564c;
  font: 12pt/1.42 var(--words); white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
`;
