import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { formatDue, formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant, Zone } from '../../domain/brand.ts';
import type { ClaimNumber } from '../../domain/claim-number.ts';
import { EXPECTATION_KINDS, type Expectation } from '../../domain/expectation.ts';
import type { Intake } from '../../domain/intake.ts';
import { spokenSecret, type TicketSecret } from '../../domain/secret.ts';
import type { Block, LinePart, Slip } from './slip.ts';

const PLAIN = false;
const INDENTED = true;

/** The claim as its ticket tells it. */
export interface TicketClaim {
  readonly intake: Intake;
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
  readonly takenAt: Instant;
  readonly expectations: readonly Expectation[];
  readonly nextUpdateDue: Instant;
  readonly store: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly askFor: string;
    readonly zone: Zone;
  };
}

/**
 * Returns the customer's ticket. The number stands first, so that half a slip is still useful; the words are whole;
 * the four kinds of expectation stand under their headings exactly as the screen showed them.
 */
export function claimTicket(claim: TicketClaim): Slip {
  const { intake, store } = claim;
  const m = messagesFor(intake.locale);
  const due = formatDue(claim.nextUpdateDue, store.zone, intake.locale);
  const blocks: Block[] = [
    { kind: 'letterhead', name: store.name, line: [store.address, store.phone].filter(Boolean).join(' · ') },
    { kind: 'rule', weight: 'thin' },
    {
      kind: 'number',
      label: m.slip.yourClaim,
      moment: formatMoment(claim.takenAt, store.zone, intake.locale),
      number: claim.number,
    },
    { kind: 'rule', weight: 'thin' },
    ...given(intake),
    { kind: 'rule', weight: 'thick' },
    { kind: 'heading', text: m.slip.next },
    { kind: 'pair', left: m.slip.nextUpdate, right: due, strong: true },
    line(INDENTED, shop(m.slip.noPlan)),
    line(INDENTED, shop(store.askFor === '' ? m.slip.askAnyone : m.slip.askFor(store.askFor))),
    ...expectationBlocks(claim.expectations, m.slip.expectation),
    { kind: 'rule', weight: 'thin' },
    { kind: 'heading', text: m.slip.cost },
    { kind: 'pair', left: m.slip.costParts, right: m.slip.costPartsValue, strong: false },
    { kind: 'pair', left: m.slip.costLooking, right: m.slip.costLookingValue, strong: false },
    { kind: 'rule', weight: 'thin' },
    {
      kind: 'code',
      data: ticketCode(claim.number, claim.secret),
      lines: [`${m.slip.secret}  ${spokenSecret(claim.secret)}`, m.slip.showThis],
    },
    line(PLAIN, shop(m.slip.oath)),
  ];
  return {
    version: 1,
    kind: 'ticket',
    locale: intake.locale,
    number: claim.number,
    blocks,
    notPrintable: m.slip.notPrintable,
  };
}

/** Returns what the ticket's QR code holds: the number and the secret, in characters that make the code small. */
export function ticketCode(number: ClaimNumber, secret: TicketSecret): string {
  return `IYW:${number}:${secret}`;
}

function given(intake: Intake): Block[] {
  const m = messagesFor(intake.locale);
  const blocks: Block[] = [
    { kind: 'heading', text: m.slip.inYourWords },
    { kind: 'quote', text: intake.statement },
  ];
  const { feeling, item, attempts, wishes } = intake;
  if (feeling.face !== null)
    blocks.push(line(PLAIN, shop(`${m.slip.youFeel} ${m.feeling.faces[feeling.face]}`)));
  if (feeling.words !== '') {
    if (feeling.face === null) blocks.push(line(PLAIN, shop(m.slip.youFeel)));
    blocks.push({ kind: 'quote', text: feeling.words });
  }
  if (item.name !== '' || item.serial !== '') {
    blocks.push({ kind: 'heading', text: m.slip.about });
    if (item.name !== '') blocks.push(line(INDENTED, customer(item.name)));
    if (item.serial !== '') {
      blocks.push(line(INDENTED, shop(`${m.slip.serial} `), customer(item.serial)));
    }
  }
  if (attempts.length > 0) {
    blocks.push({ kind: 'heading', text: m.slip.tried });
    for (const attempt of attempts) {
      blocks.push(
        line(INDENTED, customer(attempt.description), shop(`: ${m.attempts.results[attempt.outcome]}`)),
      );
    }
  }
  if (wishes.kinds.length > 0 || wishes.words !== '') {
    blocks.push({ kind: 'heading', text: m.slip.wishes });
    if (wishes.kinds.length > 0) {
      blocks.push(line(INDENTED, shop(wishes.kinds.map((kind) => m.wishes.kinds[kind]).join(' · '))));
    }
    if (wishes.words !== '') blocks.push({ kind: 'quote', text: wishes.words });
  }
  return blocks;
}

function expectationBlocks(
  expectations: readonly Expectation[],
  headings: Readonly<Record<Expectation['kind'], string>>,
): Block[] {
  return EXPECTATION_KINDS.flatMap((kind): Block[] => {
    const lines = expectations.filter((expectation) => expectation.kind === kind);
    return lines.length === 0
      ? []
      : [{ kind: 'expectation', expectation: kind, heading: headings[kind], lines }];
  });
}

function line(indent: boolean, ...parts: readonly LinePart[]): Block {
  return { kind: 'line', parts, indent };
}

function shop(text: string): LinePart {
  return { voice: 'shop', text };
}

function customer(text: string): LinePart {
  return { voice: 'customer', text };
}
