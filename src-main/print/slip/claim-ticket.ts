import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { formatDue, formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant } from '../../domain/brand.ts';
import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { Expectation } from '../../domain/expectation.ts';
import type { Intake } from '../../domain/intake.ts';
import { spokenSecret, type TicketSecret } from '../../domain/secret.ts';
import { expectationBlocks } from './expectations.ts';
import { letterhead, line, pairOf, shop, THIN_RULE, type SlipStore } from './parts.ts';
import type { Block, Slip } from './slip.ts';
import { told } from './told.ts';

/** The claim as its ticket tells it. */
export interface TicketClaim {
  readonly intake: Intake;
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
  readonly takenAt: Instant;
  readonly expectations: readonly Expectation[];
  readonly nextUpdateDue: Instant;
  readonly store: SlipStore & { readonly askFor: string };
}

/**
 * Returns the customer's ticket. The number stands first, so that half a slip is still useful; the words are whole;
 * the four kinds of expectation stand under their headings exactly as the screen showed them.
 */
export function claimTicket(claim: TicketClaim): Slip {
  const { intake, number, store } = claim;
  const { zone } = store;
  const m = messagesFor(intake.locale);
  const { slip: words } = m;
  const blocks: Block[] = [
    letterhead(store),
    THIN_RULE,
    {
      kind: 'number',
      label: words.yourClaim,
      moment: formatMoment(claim.takenAt, zone, intake.locale),
      number,
    },
    THIN_RULE,
    ...told(intake, m, {
      words: words.inYourWords,
      feels: words.youFeel,
      tried: words.tried,
      results: m.attempts.results,
    }),
    THIN_RULE,
    { kind: 'band', text: words.next },
    { kind: 'due', label: words.nextUpdate, due: formatDue(claim.nextUpdateDue, zone, intake.locale) },
    line(shop(words.noPlan)),
    line(shop(store.askFor === '' ? words.askAnyone : words.askFor(store.askFor))),
    ...expectationBlocks(claim.expectations, words.expectation),
    THIN_RULE,
    { kind: 'heading', text: words.cost },
    pairOf(words.costParts, words.costPartsValue),
    pairOf(words.costLooking, words.costLookingValue),
    THIN_RULE,
    claimCode({ number, secret: claim.secret, label: words.secret, below: words.showThis }),
    line(shop(words.oath)),
  ];
  return {
    version: 1,
    kind: 'ticket',
    locale: intake.locale,
    number,
    blocks,
    notPrintable: words.notPrintable,
  };
}

/** Returns the QR code by which the customer's slips are found, and the secret below it. */
export function claimCode({
  number,
  secret,
  label,
  below,
}: {
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
  readonly label: string;
  readonly below: string;
}): Block {
  return {
    kind: 'code',
    data: ticketCode(number, secret),
    lines: [`${label}  ${spokenSecret(secret)}`, below],
  };
}

/** Returns what the ticket's QR code holds: the number and the secret, in characters that make the code small. */
export function ticketCode(number: ClaimNumber, secret: TicketSecret): string {
  return `IYW:${number}:${secret}`;
}
