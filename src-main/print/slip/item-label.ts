import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant } from '../../domain/brand.ts';
import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { Intake, Locale } from '../../domain/intake.ts';
import { customer, line, type SlipStore } from './parts.ts';
import { graphemes } from './printable.ts';
import type { Block, Slip } from './slip.ts';

const ITEM_MAX_GRAPHEMES = 40;
const WORDS_MAX_GRAPHEMES = 90;

/** What stands on the thing itself while it is in the shop. */
export interface LabelledItem {
  readonly intake: Intake;
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly store: Pick<SlipStore, 'zone'> & { readonly locale: Locale };
}

/**
 * Returns the label that is tied to an item: the number to be seen across a shelf and scanned, what it is, whose it is
 * and the beginning of what they said. It is the one slip that shortens words: the whole of them is on the others.
 */
export function itemLabel({ intake, number, takenAt, store }: LabelledItem): Slip {
  const m = messagesFor(store.locale);
  const { item, contact, statement } = intake;
  const [firstName = ''] = contact.name.trim().split(/\s/u);
  const blocks: Block[] = [
    {
      kind: 'number',
      label: m.paper.itemLabel.title,
      moment: formatMoment(takenAt, store.zone, store.locale),
      number,
    },
  ];
  if (item.name !== '') blocks.push({ kind: 'title', text: shortened(item.name, ITEM_MAX_GRAPHEMES) });
  if (firstName !== '') blocks.push(line(customer(shortened(firstName, ITEM_MAX_GRAPHEMES))));
  blocks.push({ kind: 'quote', text: shortened(statement, WORDS_MAX_GRAPHEMES) });
  blocks.push({ kind: 'barcode', data: number });
  return {
    version: 1,
    kind: 'item-label',
    locale: store.locale,
    number,
    blocks,
    notPrintable: m.slip.notPrintable,
  };
}

/** Returns a text on one line, cut after a word with an ellipsis where it is longer than `most` graphemes. */
function shortened(text: string, most: number): string {
  const whole = text.trim().replaceAll(/\s+/gu, ' ');
  const letters = graphemes(whole);
  if (letters.length <= most) return whole;
  const cut = letters.slice(0, most).join('');
  const lastWord = cut.lastIndexOf(' ');
  return `${(lastWord > 0 ? cut.slice(0, lastWord) : cut).trimEnd()}…`;
}
