import { directionOf, messagesFor, type Messages } from '../../resources/messages/catalogue.ts';
import { formatBytes } from '../../resources/messages/format-bytes.ts';
import { formatMoney } from '../../resources/messages/format-money.ts';
import { formatMoment } from '../../resources/messages/format-time.ts';
import type { Instant } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { PaperSize } from '../domain/paper-size.ts';
import type { StaffId } from '../domain/staff.ts';
import { markup, type Html } from '../pdf/html.ts';
import type { Pages } from '../pdf/pages.ts';
import { PERSON_CSS } from './person-css.ts';
import type { ClaimRecord, PersonRecord } from './person-record.ts';

/** One thing that is held: what it says, and when and by whom; `customer` where the words are theirs. */
interface Row {
  readonly text: string;
  readonly notes: readonly string[];
  readonly customer?: boolean;
}

/** Returns everything that is held on a person as pages to read, in the language of their first claim. */
export function personPages(record: PersonRecord, paper: PaperSize): Pages {
  const [first] = record.claims;
  if (!first) throw new Error('a record of nobody');
  const { locale } = first.claim;
  const words = messagesFor(locale).office.privacy.pages;
  const body = markup`<header><p class="store" dir="auto">${record.store.name}</p><p class="lines" dir="auto">${record.store.address}</p></header>
<h1>${words.title}</h1>
<p class="soft">${words.made(formatMoment(record.at, record.zone, locale))}</p>
<p>${words.note}</p>
${record.claims.map((each) => claimOf(each, { record, locale }))}`;
  return {
    title: words.title,
    lang: locale,
    dir: directionOf(locale),
    css: PERSON_CSS,
    body,
    mark: first.claim.number,
    paper,
  };
}

interface Given {
  readonly record: PersonRecord;
  readonly locale: Locale;
}

function claimOf(held: ClaimRecord, { record, locale }: Given): Html {
  const messages = messagesFor(locale);
  const { number, takenAt } = held.claim;
  const time = (at: Instant): string => formatMoment(at, record.zone, locale);
  const sections = sectionsOf(held, { messages, locale, time }).filter(([, rows]) => rows.length > 0);
  return markup`<article><h2><bdi dir="ltr">${number}</bdi> <span class="soft">${time(takenAt)}</span></h2>
${sections.map(([title, rows]) => markup`<section><h3>${title}</h3>${rows.map(rowOf)}</section>`)}
${held.slips.map(({ madeAt, text, kind }) => markup`<section><h3>${messages.staff.kinds[kind]} <span class="soft">${time(madeAt)}</span></h3><pre dir="auto">${text}</pre></section>`)}
</article>`;
}

function rowOf({ text, notes, customer }: Row): Html {
  const said = customer === true ? 'customer' : 'shop';
  return markup`<div class="${said}"><p class="lines" dir="auto">${text}</p>${notes
    .filter((note) => note !== '')
    .map((note) => markup`<p class="soft"><bdi>${note}</bdi></p>`)}</div>`;
}

/** Everything on the claim, part by part; what there is nothing of is left out later. */
function sectionsOf(
  { claim, letters, files, thanks }: ClaimRecord,
  {
    messages,
    locale,
    time,
  }: { readonly messages: Messages; readonly locale: Locale; readonly time: (at: Instant) => string },
): readonly (readonly [string, readonly Row[]])[] {
  const { kinds, pages } = messages.office.privacy;
  const { claimPage } = messages.office;
  const { contact, item, wishes } = claim;
  const by = (id: StaffId | null): string =>
    id === null ? '' : (claim.people.find((person) => person.id === id)?.name ?? '');
  const plain = (texts: readonly string[]): Row[] =>
    texts.filter((text) => text !== '').map((text) => ({ text, notes: [] }));
  const tried = (outcome: keyof Messages['attempts']['results'] | null): string =>
    outcome === null ? '' : messages.attempts.results[outcome];
  const face = (feeling: keyof Messages['feeling']['faces'] | null): string =>
    feeling === null ? '' : messages.feeling.faces[feeling];
  return [
    [kinds.contact, plain([contact.name, contact.phone, contact.email, item.name, item.serial])],
    [
      kinds.words,
      [
        ...claim.statements.map(({ text, givenAt }) => ({ text, notes: [time(givenAt)], customer: true })),
        ...plain(wishes.kinds.map((kind) => messages.wishes.kinds[kind])),
        ...plain([wishes.words]),
      ],
    ],
    [
      kinds.feelings,
      claim.feelings.map(({ face: feeling, words, givenAt }) => ({
        text: [face(feeling), words].filter((part) => part !== '').join(' · '),
        notes: [time(givenAt)],
      })),
    ],
    [
      kinds.tried,
      [
        ...claim.attempts.map(({ description, outcome }) => ({ text: description, notes: [tried(outcome)] })),
        ...claim.staffAttempts.map(({ description, reason, outcome, proposedBy, proposedAt }) => ({
          text: description,
          notes: [reason, tried(outcome), by(proposedBy), time(proposedAt)],
        })),
      ],
    ],
    [
      kinds.understandings,
      claim.understandings.map(({ text, writtenBy, writtenAt }) => ({
        text,
        notes: [by(writtenBy), time(writtenAt)],
      })),
    ],
    [
      kinds.promises,
      [
        ...claim.promises.map(({ text, due, state, owner }) => ({
          text,
          notes: [claimPage.promises.states[state], time(due), owner.name],
        })),
        ...plain(claim.expectations.map(({ text }) => text)),
        ...claim.requests.map(({ text, reason, askedBy, askedAt }) => ({
          text,
          notes: [reason, by(askedBy), time(askedAt)],
        })),
      ],
    ],
    [
      kinds.costs,
      [
        ...claim.charges.map(({ what, price, addedBy, addedAt }) => ({
          text: what,
          notes: [formatMoney(price, locale), by(addedBy), time(addedAt)],
        })),
        ...claim.estimates.map(({ text, limit, saidBy, givenAt }) => ({
          text: formatMoney(limit, locale),
          notes: [text, saidBy ?? '', time(givenAt)],
        })),
        ...claim.goodwill.map(({ what, worth, reason, decidedBy, decidedAt }) => ({
          text: what === '' ? formatMoney(worth, locale) : what,
          notes: [what === '' ? '' : formatMoney(worth, locale), reason, by(decidedBy), time(decidedAt)],
        })),
        ...claim.research.map(({ what, doneBy, doneAt }) => ({
          text: what,
          notes: [by(doneBy), time(doneAt)],
        })),
      ],
    ],
    [
      kinds.notes,
      [
        ...claim.notes.map(({ text, writtenBy, writtenAt }) => ({
          text: text === '' ? '—' : text,
          notes: [by(writtenBy), time(writtenAt)],
        })),
        ...claim.plans.map(({ text, madeBy, madeAt }) => ({
          text: text ?? '—',
          notes: [by(madeBy), time(madeAt)],
        })),
        ...claim.incidents.map(({ text, writtenBy, writtenAt }) => ({
          text,
          notes: [by(writtenBy), time(writtenAt)],
        })),
        ...claim.lines.map(({ reason, drawnBy, drawnAt }) => ({
          text: reason,
          notes: [by(drawnBy), time(drawnAt)],
        })),
        ...claim.loaners.map(({ name, serial, state, lentBy, lentAt }) => ({
          text: name,
          notes: [serial, state, by(lentBy), time(lentAt)],
        })),
        ...plain(claim.endings.map((ending) => ('reason' in ending ? ending.reason : ''))),
      ],
    ],
    [
      kinds.letters,
      letters.map(({ newest, answer }) => ({
        text: [
          newest.letter.subject,
          ...newest.letter.sections.flatMap(({ prose, records }) => [
            prose,
            ...records.map(({ text }) => text),
          ]),
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
        notes: [newest.to.organisation, newest.to.name, answer?.text ?? '', time(newest.writtenAt)],
      })),
    ],
    [
      kinds.files,
      files.map(({ shows, media, bytes, file, addedBy, addedAt, removedAt }) => ({
        text: shows,
        notes: [
          messages.office.files.kinds[media],
          formatBytes(bytes, locale),
          file === null ? pages.fileGone : pages.beside(file),
          by(addedBy),
          time(addedAt),
          removedAt === null ? '' : pages.removed(time(removedAt)),
        ],
      })),
    ],
    [
      kinds.thanks,
      thanks.map(({ words, givenAt }) => ({
        text: words === '' ? '—' : words,
        notes: [time(givenAt)],
        customer: true,
      })),
    ],
    [
      pages.who,
      claim.timeline.map(({ at, event, by: who }) => ({
        text: claimPage.timeline.events[event],
        notes: [who === null ? claimPage.kiosk : by(who), time(at)],
      })),
    ],
  ];
}
