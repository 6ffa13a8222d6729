import { messagesFor, type Messages } from '../../../resources/messages/catalogue.ts';
import { formatMoney } from '../../../resources/messages/format-money.ts';
import { formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant } from '../../domain/brand.ts';
import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { FeelingGiven, Locale } from '../../domain/intake.ts';
import { sums, type Money } from '../../domain/money.ts';
import type { TicketSecret } from '../../domain/secret.ts';
import { claimCode } from './claim-ticket.ts';
import { lentSection, type LentThing } from './lent.ts';
import { letterhead, line, pairOf, section, shop, staff, THIN_RULE, under, type SlipStore } from './parts.ts';
import type { Block, Slip } from './slip.ts';
import { felt } from './told.ts';

/** A part or labour that the customer said yes to; looking for the cause has no price. */
export interface Charge {
  readonly kind: 'part' | 'labour';
  readonly what: string;
  readonly price: Money;
}

/** What the shop gave of its own accord. */
export interface GoodwillGiven {
  readonly what: string;
  /** Null where it has no price. */
  readonly worth: Money | null;
}

/** How a claim ended: the customer accepted, or it was closed without agreement, with the reason. */
export type Ending =
  | {
      readonly kind: 'accepted';
      readonly how: 'counter' | 'phone' | 'email' | 'kiosk';
      readonly at: Instant;
    }
  | { readonly kind: 'no-agreement'; readonly reason: string; readonly at: Instant };

/** A claim at its end; the texts are the staff's, in the customer's language. */
export interface ClaimResolution {
  readonly locale: Locale;
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
  readonly at: Instant;
  readonly done: string;
  readonly charges: readonly Charge[];
  /** Minutes spent on finding the cause; 0 where nobody counted. */
  readonly researchMinutes: number;
  readonly goodwill: readonly GoodwillGiven[];
  readonly wrongs: readonly string[];
  /** Everything that was lent: what is still with the customer is due, whatever else has ended. */
  readonly lent: readonly LentThing[];
  readonly ending: Ending;
  readonly feltAtStart: FeelingGiven;
  readonly feltAtEnd: FeelingGiven;
  readonly store: SlipStore;
}

/** Returns the last slip of a claim: what was done, what it cost, what we gave and got wrong, and how it ended. */
export function resolutionSlip(resolution: ClaimResolution): Slip {
  const { locale, number, store } = resolution;
  const m = messagesFor(locale);
  const words = m.paper.resolution;
  const feelings = [
    ...felt(words.atStart, resolution.feltAtStart, m),
    ...felt(words.atEnd, resolution.feltAtEnd, m),
  ];
  return {
    version: 1,
    kind: 'resolution',
    locale,
    number,
    notPrintable: m.slip.notPrintable,
    blocks: [
      letterhead(store),
      THIN_RULE,
      {
        kind: 'number',
        label: m.slip.yourClaim,
        moment: formatMoment(resolution.at, store.zone, locale),
        number,
      },
      THIN_RULE,
      { kind: 'band', text: words.title },
      ...section(words.done, [under(staff(resolution.done))]),
      ...section(
        m.paper.wrong,
        resolution.wrongs.map((wrong) => under(staff(wrong))),
      ),
      ...costBlocks(resolution, words),
      ...section(
        words.gave,
        resolution.goodwill.map(({ what, worth }) =>
          worth === null ? under(staff(what)) : pairOf(what, words.worth(formatMoney(worth, locale))),
        ),
      ),
      ...lentSection(resolution.lent, { locale, zone: store.zone, m }),
      THIN_RULE,
      ...endingBlocks(resolution, words),
      ...section(words.felt, feelings),
      THIN_RULE,
      claimCode({ number, secret: resolution.secret, label: m.slip.secret, below: m.paper.keep }),
      line(shop(words.thanks)),
    ],
  };
}

/** Looking always stands among the costs, so that its price is seen to be none. */
function costBlocks(
  { charges, researchMinutes, locale }: ClaimResolution,
  words: Messages['paper']['resolution'],
): Block[] {
  return section(words.cost, [
    ...charges.map(({ kind, what, price }) => pairOf(words[kind](what), formatMoney(price, locale))),
    pairOf(researchMinutes === 0 ? words.looking : words.lookingFor(researchMinutes), words.noCharge),
    ...sums(charges.map(({ price }) => price)).map((sum) =>
      pairOf(words.total, formatMoney(sum, locale), true),
    ),
  ]);
}

function endingBlocks(
  { ending, locale, store }: ClaimResolution,
  words: Messages['paper']['resolution'],
): Block[] {
  const moment = formatMoment(ending.at, store.zone, locale);
  return section(words.ending, [
    under(shop(ending.kind === 'accepted' ? words.accepted[ending.how] : words.noAgreement)),
    ...(ending.kind === 'no-agreement' ? [under(shop(`${words.reason} `), staff(ending.reason))] : []),
    under(shop(moment)),
  ]);
}
