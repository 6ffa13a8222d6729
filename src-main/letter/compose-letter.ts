import type { Instant } from '../domain/brand.ts';
import { spokenClaimNumber } from '../domain/claim-number.ts';
import type { ClaimView } from '../domain/desk.ts';
import {
  LETTER_SECTIONS,
  type Letter,
  type LetterProse,
  type LetterRecord,
  type LetterSectionName,
  type LetterWanted,
} from '../domain/escalation.ts';
import type { Locale } from '../domain/intake.ts';
import type { Settings } from '../domain/settings.ts';
import { messagesFor } from '../../resources/messages/catalogue.ts';
import { formatLongDate } from '../../resources/messages/format-time.ts';
import { formatMoney } from '../../resources/messages/format-money.ts';
import { similarCase } from './similar-case.ts';

/** What a letter is made of. */
export interface LetterSources {
  readonly claim: ClaimView;
  /** The cases that staff chose, as they see them; the letter names nobody of them. */
  readonly similar: readonly ClaimView[];
  readonly wanted: Omit<LetterWanted, 'similar'>;
  /** What staff wrote around the records; null for the words that the letter comes with. */
  readonly prose: LetterProse | null;
  readonly locale: Locale;
  readonly store: Settings['store'];
  /** Who signs. */
  readonly by: string;
  readonly at: Instant;
}

/**
 * Returns the letter with everything that is on record now: the customer's words whole, and what was tried, promised,
 * given and got wrong. A section of which nothing is on record is left out.
 */
export function composeLetter(sources: LetterSources): Letter {
  const { claim, wanted, prose, locale, store, by, at } = sources;
  const { letter } = messagesFor(locale);
  const { item } = claim;
  const records = recordsOf(sources);
  const standard: LetterProse = {
    ...letter.prose,
    opening: letter.prose.opening(wanted.to.name || wanted.to.organisation || letter.toWhom),
  };
  return {
    locale,
    from: [store.name, ...store.address.split('\n'), store.phone].filter((line) => line.trim() !== ''),
    date: formatLongDate(at, store.zone, locale),
    reference: [
      letter.reference(spokenClaimNumber(claim.number)),
      ...(item.serial === '' ? [] : [letter.serial(item.serial)]),
    ].join(' · '),
    subject: letter.subject(item.name.trim()),
    sections: LETTER_SECTIONS.filter((name) => isProse(name) || records[name].length > 0).map((name) => ({
      name,
      heading: isProse(name) ? '' : letter.headings[name],
      prose: (prose ?? standard)[name],
      records: isProse(name) ? [] : records[name],
    })),
    signature: [by, store.name],
  };
}

type Recorded = Exclude<LetterSectionName, 'opening' | 'closing'>;

function isProse(name: LetterSectionName): name is 'opening' | 'closing' {
  return name === 'opening' || name === 'closing';
}

function recordsOf({
  claim,
  similar,
  wanted,
  locale,
  store: { zone },
}: LetterSources): Record<Recorded, readonly LetterRecord[]> {
  const { letter, wishes, attempts } = messagesFor(locale);
  const day = (instant: Instant): string => formatLongDate(instant, zone, locale);
  const confirmed = claim.understandings.findLast(({ answer }) => answer === 'confirmed');
  const { kinds, words } = claim.wishes;
  const wished = kinds.map((kind) => wishes.kinds[kind]);
  return {
    words: [
      ...claim.statements.map(({ text, givenAt, enteredBy }) =>
        customer(text, [letter.saidOn(day(givenAt)), ...(enteredBy === null ? [] : [letter.writtenDown])]),
      ),
      ...(words === '' ? [] : [customer(words, [letter.wish, ...wished])]),
      ...(words === '' && wished.length > 0 ? [shop(wished.join(' · '), [letter.wish])] : []),
    ],
    understanding: confirmed
      ? [shop(confirmed.text, [letter.confirmedOn(day(confirmed.answeredAt ?? confirmed.writtenAt))])]
      : [],
    tried: [
      ...claim.attempts.map(({ description, outcome }) =>
        customer(description, [letter.byCustomer, attempts.resultsToStaff[outcome]]),
      ),
      ...claim.staffAttempts.map(({ description, outcome, doneAt, proposedAt }) =>
        shop(
          description,
          outcome === null
            ? [letter.proposed(day(proposedAt))]
            : [letter.byUs(day(doneAt ?? proposedAt)), attempts.results[outcome]],
        ),
      ),
    ],
    promised: claim.promises.map(({ text, due, state, overdue }) =>
      shop(text, [letter.due(day(due)), overdue ? letter.overdue : letter.promises[state]]),
    ),
    wrongs: claim.notes
      .filter(({ kind }) => kind === 'apology')
      .map(({ text, writtenAt }) => shop(text, [letter.wrongOn(day(writtenAt))])),
    costs: costsOf(claim, locale),
    similar: similar.map((each) => similarCase(each, { locale, zone })),
    asked: [shop(wanted.asked, [letter.answerBy(day(wanted.due))])],
  };
}

function costsOf({ charges, research, goodwill }: ClaimView, locale: Locale): LetterRecord[] {
  const { letter } = messagesFor(locale);
  const minutes = research.reduce((sum, each) => sum + each.minutes, 0);
  return [
    ...charges
      .filter(({ removedAt }) => removedAt === null)
      .map(({ kind, what, price }) =>
        shop(what, [kind === 'part' ? letter.part : letter.labour, formatMoney(price, locale)]),
      ),
    ...(minutes === 0 ? [] : [shop(letter.research(minutes), [letter.noCharge])]),
    ...goodwill
      .filter(({ decision }) => decision === 'given')
      .map(({ what, worth }) =>
        shop(what, [worth.minor === 0 ? letter.givenFree : letter.gave(formatMoney(worth, locale))]),
      ),
  ];
}

function customer(text: string, notes: readonly string[]): LetterRecord {
  return { voice: 'customer', text, notes };
}

function shop(text: string, notes: readonly string[]): LetterRecord {
  return { voice: 'shop', text, notes };
}
