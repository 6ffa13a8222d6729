import { messagesFor, type Messages } from '../../../resources/messages/catalogue.ts';
import { formatDay, formatDue, formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant } from '../../domain/brand.ts';
import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { Expectation } from '../../domain/expectation.ts';
import type { Locale } from '../../domain/intake.ts';
import type { TicketSecret } from '../../domain/secret.ts';
import { claimCode } from './claim-ticket.ts';
import { expectationBlocks } from './expectations.ts';
import { lentSection, type LentThing } from './lent.ts';
import { letterhead, line, pairOf, section, shop, staff, THIN_RULE, under, type SlipStore } from './parts.ts';
import type { Block, Slip } from './slip.ts';

/** A promise whose date is another one now. */
export interface ChangedPromise {
  readonly text: string;
  readonly before: Instant;
  readonly after: Instant;
  /** Whose doing it is: our mistake, our supplier's, or agreed with the customer. */
  readonly because: 'ours' | 'supplier' | 'agreed';
}

/** What is new on a claim; the texts are the staff's, in the customer's language. */
export interface ClaimUpdate {
  readonly locale: Locale;
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
  readonly at: Instant;
  /** When the customer's last slip was made. */
  readonly since: Instant;
  readonly news: string;
  /** Null while there is none, which is said. */
  readonly plan: string | null;
  readonly changed: readonly ChangedPromise[];
  readonly wrongs: readonly string[];
  /** What the customer has of ours. */
  readonly lent: readonly LentThing[];
  readonly expectations: readonly Expectation[];
  readonly nextUpdateDue: Instant;
  readonly store: SlipStore & { readonly askFor: string };
}

/** Returns the slip that tells the customer what is new: what we got wrong stands before what we ask of them. */
export function updateSlip(update: ClaimUpdate): Slip {
  const { locale, number, store } = update;
  const { zone } = store;
  const m = messagesFor(locale);
  const words = m.paper.update;
  return {
    version: 1,
    kind: 'update',
    locale,
    number,
    notPrintable: m.slip.notPrintable,
    blocks: [
      letterhead(store),
      THIN_RULE,
      { kind: 'number', label: m.slip.yourClaim, moment: formatMoment(update.at, zone, locale), number },
      THIN_RULE,
      { kind: 'band', text: words.title },
      ...section(words.since(formatDay(update.since, zone, locale)), [under(staff(update.news))]),
      ...section(
        m.paper.wrong,
        update.wrongs.map((wrong) => under(staff(wrong))),
      ),
      ...section(
        words.changed,
        update.changed.flatMap((promise) => changedBlocks(promise, update, words)),
      ),
      ...section(words.plan, [under(update.plan === null ? shop(words.noPlan) : staff(update.plan))]),
      ...lentSection(update.lent, { locale, zone, m }),
      THIN_RULE,
      { kind: 'band', text: words.expect },
      { kind: 'due', label: m.slip.nextUpdate, due: formatDue(update.nextUpdateDue, zone, locale) },
      line(shop(store.askFor === '' ? m.slip.askAnyone : m.slip.askFor(store.askFor))),
      ...expectationBlocks(update.expectations, m.slip.expectation),
      THIN_RULE,
      claimCode({ number, secret: update.secret, label: m.slip.secret, below: m.paper.keep }),
    ],
  };
}

function changedBlocks(
  { text, before, after, because }: ChangedPromise,
  { locale, store: { zone } }: ClaimUpdate,
  words: Messages['paper']['update'],
): Block[] {
  return [
    under(staff(text)),
    pairOf(words.was, formatDue(before, zone, locale)),
    pairOf(words.now, formatDue(after, zone, locale), true),
    under(shop(words.reasons[because])),
  ];
}
