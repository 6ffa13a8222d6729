import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { formatMoney } from '../../../resources/messages/format-money.ts';
import { formatDay, formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant } from '../../domain/brand.ts';
import type { Locale } from '../../domain/intake.ts';
import { sums, type Money } from '../../domain/money.ts';
import { line, pairOf, section, shop, staff, THIN_RULE, under, type SlipStore } from './parts.ts';
import type { Block, Slip } from './slip.ts';

const HASH_GROUPS = 4;
const HASH_GROUP_LETTERS = 4;

/** What happened in the store in one day. */
export interface StoreDay {
  readonly at: Instant;
  readonly claims: number;
  readonly promises: { readonly kept: number; readonly broken: number; readonly dueTomorrow: number };
  readonly slips: { readonly waiting: number; readonly unsure: number };
  readonly goodwill: readonly Money[];
  /** Who carried hard conversations, and how many. */
  readonly hard: readonly { readonly staffMember: string; readonly conversations: number }[];
  /** The digest of the newest row of the audit chain, in hexadecimal. */
  readonly auditHead: string;
  readonly store: Pick<SlipStore, 'name' | 'zone'> & { readonly locale: Locale };
}

/** Returns the day on paper, for the shop, in its language. What needs somebody tomorrow is bold. */
export function dayReport({ store, ...day }: StoreDay): Slip {
  const { locale } = store;
  const m = messagesFor(locale);
  const words = m.paper.dayReport;
  const { kept, broken, dueTomorrow } = day.promises;
  const goodwill: Block[] =
    day.goodwill.length === 0
      ? [under(shop(words.nothingGiven))]
      : sums(day.goodwill).map((sum) => {
          const times = day.goodwill.filter(({ currency }) => currency === sum.currency).length;
          return pairOf(words.given(times), formatMoney(sum, locale));
        });
  const hard: Block[] =
    day.hard.length === 0
      ? [under(shop(words.noHard))]
      : day.hard.map(({ staffMember, conversations }) => pairOf(staffMember, String(conversations)));
  return {
    version: 1,
    kind: 'day-report',
    locale,
    number: null,
    notPrintable: m.slip.notPrintable,
    blocks: [
      { kind: 'band', text: words.title },
      { kind: 'title', text: formatDay(day.at, store.zone, locale) },
      line(staff(store.name)),
      line(shop(formatMoment(day.at, store.zone, locale))),
      THIN_RULE,
      pairOf(words.claims, String(day.claims), true),
      ...section(words.promises, [
        pairOf(words.kept, String(kept)),
        pairOf(words.broken, String(broken), broken > 0),
        pairOf(words.dueTomorrow, String(dueTomorrow)),
      ]),
      ...section(words.slips, [
        pairOf(words.waiting, String(day.slips.waiting)),
        pairOf(words.unsure, String(day.slips.unsure), day.slips.unsure > 0),
      ]),
      ...section(words.goodwill, goodwill),
      ...section(words.hard, hard),
      THIN_RULE,
      ...section(words.audit, [under(shop(shortHash(day.auditHead))), under(shop(words.auditMore))]),
    ],
  };
}

/** Enough of a digest to tell it from any other by eye: `3f2a 9c01 77be 4d10`. */
function shortHash(hex: string): string {
  const groups = Array.from({ length: HASH_GROUPS }, (_, index) =>
    hex.slice(index * HASH_GROUP_LETTERS, (index + 1) * HASH_GROUP_LETTERS),
  );
  return groups.join(' ');
}
