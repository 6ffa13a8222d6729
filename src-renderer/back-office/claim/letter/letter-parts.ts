import type { Messages } from '../../../../resources/messages/catalogue.ts';
import { formatLongDate } from '../../../../resources/messages/format-time.ts';
import type { LetterWanted } from '../../../../src-main/domain/escalation.ts';
import type { OfficeSession } from '../../office-session.svelte.ts';
import type { Typed } from './letter-draft.svelte.ts';

/** A part of a letter in words: what it is called on the screen, and what it says. */
export interface LetterPart {
  readonly name: string;
  readonly text: string;
}

/** What is wanted of a letter, part by part. */
function wantedParts(session: OfficeSession, wanted: Partial<LetterWanted>): readonly LetterPart[] {
  const { escalation: words } = session.messages.office;
  const { to, asked, due, similar } = wanted;
  return [
    ...(to === undefined ? [] : addresseeParts(to, words)),
    ...(asked === undefined ? [] : [{ name: words.asked, text: asked }]),
    ...(due === undefined
      ? []
      : [{ name: words.due, text: formatLongDate(due, session.store.zone, session.staff.locale) }]),
    ...(similar === undefined ? [] : [{ name: words.similar, text: words.chosen(similar.length) }]),
  ];
}

/** Returns everything that was typed, part by part. */
export function typedParts(session: OfficeSession, { wanted, prose }: Typed): readonly LetterPart[] {
  const { sections } = session.messages.office.escalation;
  return [
    ...wantedParts(session, wanted),
    ...Object.entries(prose).map(([name, text]) => ({ name: sections[name as keyof typeof sections], text })),
  ];
}

/** Returns those of `theirs` that say something else than the same parts of `mine`. */
export function otherParts(
  session: OfficeSession,
  mine: Partial<LetterWanted>,
  theirs: LetterWanted,
): readonly LetterPart[] {
  const own = wantedParts(session, mine);
  return wantedParts(session, theirs).filter(({ name, text }) =>
    own.some((part) => part.name === name && part.text !== text),
  );
}

function addresseeParts(
  { name, organisation, address }: LetterWanted['to'],
  words: Messages['office']['escalation'],
): readonly LetterPart[] {
  return [
    { name: words.organisation, text: organisation },
    { name: words.name, text: name },
    { name: words.address, text: address },
  ];
}
