import { messagesFor, type Messages } from '../../../resources/messages/catalogue.ts';
import { formatDue, formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant } from '../../domain/brand.ts';
import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { PromiseGiven } from '../../domain/expectation.ts';
import type { ContactGiven, Intake, Locale } from '../../domain/intake.ts';
import { line, pairOf, section, shop, staff, THIN_RULE, under, customer, type SlipStore } from './parts.ts';
import type { Block, Slip } from './slip.ts';
import { told } from './told.ts';

/** The claim as the shop's own copy tells it; it has no secret, which is the customer's alone. */
export interface StoreCopyClaim {
  readonly intake: Intake;
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly promises: readonly PromiseGiven[];
  readonly store: SlipStore & { readonly locale: Locale };
}

/** Returns the shop's copy in the shop's language, with the customer's words whole in theirs. */
export function storeCopy({ intake, number, takenAt, promises, store }: StoreCopyClaim): Slip {
  const { locale, zone } = store;
  const m = messagesFor(locale);
  const words = m.paper.storeCopy;
  const promised = promises.flatMap(({ kind, text, owner, due }): Block[] => [
    kind === 'next-update' ? line(shop(words.nextUpdate)) : line(staff(text)),
    pairOf(words.owner(owner), formatDue(due, zone, locale), true),
  ]);
  return {
    version: 1,
    kind: 'store-copy',
    locale,
    number,
    notPrintable: m.slip.notPrintable,
    blocks: [
      { kind: 'band', text: words.title },
      { kind: 'number', label: words.claim, moment: formatMoment(takenAt, zone, locale), number },
      THIN_RULE,
      ...section(words.promised, promised),
      THIN_RULE,
      ...told(intake, m, {
        words: words.words,
        feels: words.feels,
        tried: words.tried,
        results: m.attempts.resultsToStaff,
      }),
      ...section(words.reach, contactLines(intake.contact, words)),
      { kind: 'barcode', data: number },
    ],
  };
}

function contactLines(contact: ContactGiven, words: Messages['paper']['storeCopy']): Block[] {
  const lines: Block[] = [];
  if (contact.name !== '') lines.push(under(customer(contact.name)));
  if (contact.phone !== '') lines.push(under(shop(`${words.phone} `), customer(contact.phone)));
  if (contact.email !== '') lines.push(under(shop(`${words.email} `), customer(contact.email)));
  if (contact.way !== null) lines.push(under(shop(words.prefers[contact.way])));
  return lines.length === 0 ? [under(shop(words.noContact))] : lines;
}
