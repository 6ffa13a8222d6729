import type { LetterRecord } from '../domain/escalation.ts';
import type { Locale } from '../domain/intake.ts';
import type { ClaimView } from '../domain/desk.ts';
import type { Zone } from '../domain/brand.ts';
import { spokenClaimNumber } from '../domain/claim-number.ts';
import { anonymousBeginning } from '../domain/mask.ts';
import { messagesFor } from '../../resources/messages/catalogue.ts';
import { formatLongDate } from '../../resources/messages/format-time.ts';
import { formatMoney } from '../../resources/messages/format-money.ts';

/** Characters of another customer's words: what it is about, and not a story of theirs. */
const BEGINNING_MAX = 180;

/** Returns another customer's case as a letter may tell it: no name, no contact data, and what they got. */
export function similarCase(
  { number, takenAt, statements, contact, endings, status, goodwill }: ClaimView,
  { locale, zone }: { readonly locale: Locale; readonly zone: Zone },
): LetterRecord {
  const { letter } = messagesFor(locale);
  const ending = status === 'closed' ? endings.at(-1)?.kind : undefined;
  return {
    voice: 'customer',
    text: anonymousBeginning(statements[0]?.text ?? '', contact, BEGINNING_MAX),
    notes: [
      letter.claimOf(spokenClaimNumber(number), formatLongDate(takenAt, zone, locale)),
      letter.endings[ending ?? 'open'],
      ...goodwill
        .filter(({ decision }) => decision === 'given')
        .map(({ worth }) => (worth.minor === 0 ? letter.givenFree : letter.gave(formatMoney(worth, locale)))),
    ],
  };
}
