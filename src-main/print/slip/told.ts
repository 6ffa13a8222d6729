import type { Messages } from '../../../resources/messages/catalogue.ts';
import type { FeelingGiven, Intake } from '../../domain/intake.ts';
import { customer, line, section, shop, under } from './parts.ts';
import type { Block } from './slip.ts';

/** The slip's own words around the customer's, which differ by who reads it. */
export interface Headings {
  readonly words: string;
  readonly feels: string;
  readonly tried: string;
  readonly results: Messages['attempts']['results'];
}

/** Returns what the customer told, whole and in their words, as the slip of any reader has it. */
export function told(intake: Intake, m: Messages, headings: Headings): Block[] {
  const { item, attempts, wishes } = intake;
  const about: Block[] = [];
  if (item.name !== '') about.push(under(customer(item.name)));
  if (item.serial !== '') about.push(under(shop(`${m.slip.serial} `), customer(item.serial)));
  const tried = attempts.map((attempt) =>
    under(customer(attempt.description), shop(`: ${headings.results[attempt.outcome]}`)),
  );
  const wished: Block[] = [];
  if (wishes.kinds.length > 0) {
    wished.push(under(shop(wishes.kinds.map((kind) => m.wishes.kinds[kind]).join(' · '))));
  }
  if (wishes.words !== '') wished.push({ kind: 'quote', text: wishes.words });
  return [
    ...section(headings.words, [{ kind: 'quote', text: intake.statement }]),
    ...felt(headings.feels, intake.feeling, m),
    ...section(m.slip.about, about),
    ...section(headings.tried, tried),
    ...section(m.slip.wishes, wished),
  ];
}

/** Returns how the customer says they feel, after a label; nothing where they did not say. */
export function felt(label: string, { face, words }: FeelingGiven, m: Messages): Block[] {
  if (face === null && words === '') return [];
  return [
    line(shop(face === null ? label : `${label} ${m.feeling.faces[face]}`)),
    ...(words === '' ? [] : [{ kind: 'quote', text: words } as const]),
  ];
}
