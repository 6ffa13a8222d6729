import type { Expectation, ExpectationKind } from '../../src-main/domain/expectation.ts';
import type { Locale } from '../../src-main/domain/intake.ts';
import type { ExpectationDefault } from '../../src-main/domain/settings.ts';
import { messagesFor } from './catalogue.ts';

/** Stands for the time of the next update in a store's own lines. */
export const DUE_MARK = '{due}';

/** What a customer is told at first, as words are made of it. */
export interface ExpectationLinesGiven {
  readonly locale: Locale;
  /** The time of the next update, as it is said. */
  readonly dueText: string;
  /** Whether we can reach the customer; else they come by. */
  readonly canReach: boolean;
  /** The store's own lines; empty for the ones that come with the app. */
  readonly own: readonly ExpectationDefault[];
}

/** Returns what a new claim's customer is told: the next update always first, then the other lines. */
export function expectationLines(given: ExpectationLinesGiven): readonly [Expectation, ...Expectation[]] {
  const { locale, dueText, canReach, own } = given;
  const m = messagesFor(locale).expectationDefault;
  const line = (kind: ExpectationKind, text: string): Expectation => ({
    kind,
    text,
    emphasis: text.includes(dueText) ? dueText : '',
  });
  const others = own.length > 0 ? own : linesOfTheApp();
  return [
    line('will', canReach ? m.willReach(dueText) : m.willVisit(dueText)),
    ...others.map(({ kind, text }) => line(kind, text[locale].replaceAll(DUE_MARK, dueText))),
  ];
}

/** Returns the lines that come with the app, as a store would write them. */
export function linesOfTheApp(): readonly ExpectationDefault[] {
  const [en, ar] = [messagesFor('en').expectationDefault, messagesFor('ar').expectationDefault];
  return [
    { kind: 'try', text: { en: en.try, ar: ar.try } },
    { kind: 'cannot', text: { en: en.cannot, ar: ar.cannot } },
    { kind: 'unknown', text: { en: en.unknown(DUE_MARK), ar: ar.unknown(DUE_MARK) } },
  ];
}
