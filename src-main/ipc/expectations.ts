import { messagesFor } from '../../resources/messages/catalogue.ts';
import { expectationLines } from '../../resources/messages/expectation-lines.ts';
import { formatDue } from '../../resources/messages/format-time.ts';
import type { Instant, Zone } from '../domain/brand.ts';
import { nextUpdateDue } from '../domain/due-time.ts';
import type { Expectation, PromiseGiven } from '../domain/expectation.ts';
import { canReach, type Intake } from '../domain/intake.ts';
import { linesFor } from '../domain/item-kind.ts';
import type { Settings } from '../domain/settings.ts';

/** What a new claim's customer is told, and what of it binds the shop. */
export interface FirstAnswer {
  readonly expectations: readonly Expectation[];
  readonly promises: readonly PromiseGiven[];
  readonly nextUpdateDue: Instant;
}

/**
 * Returns the expectations of a new claim in the customer's language. The next-update promise is always the first
 * "we will": to be in touch where the customer can be reached, else to have the answer ready here. The store's own
 * lines for such an item follow it, or the ones that come with the app; each "we will" among them is a promise of its
 * own.
 */
export function firstAnswer(intake: Intake, takenAt: Instant, settings: Settings): FirstAnswer {
  const { zone, askFor, name } = settings.store;
  const due = storeUpdateDue(takenAt, settings);
  const [nextUpdate, ...others] = expectationLines({
    locale: intake.locale,
    dueText: formatDue(due, zone, intake.locale),
    canReach: canReach(intake.contact),
    own: linesFor(intake.item.name, settings),
  });
  const owner = askFor === '' ? name : askFor;
  return {
    expectations: [nextUpdate, ...others],
    promises: [
      { kind: 'next-update', text: nextUpdate.text, owner, due },
      ...others
        .filter((line) => line.kind === 'will')
        .map((line): PromiseGiven => ({ kind: 'expectation', text: line.text, owner, due })),
    ],
    nextUpdateDue: due,
  };
}

/** Returns when the customer hears from us by the store's own rule, as seen from `now`. */
export function storeUpdateDue(now: Instant, { store, nextUpdate, openingHours }: Settings): Instant {
  return nextUpdateDue(now, { zone: store.zone, rule: nextUpdate, hours: openingHours });
}

/** Returns what the next update promises, in the customer's language: to be in touch, or to have the answer here. */
export function nextUpdateText(
  { locale, contact }: Pick<Intake, 'locale' | 'contact'>,
  due: Instant,
  zone: Zone,
): string {
  const words = messagesFor(locale).expectationDefault;
  const dueText = formatDue(due, zone, locale);
  return canReach(contact) ? words.willReach(dueText) : words.willVisit(dueText);
}
