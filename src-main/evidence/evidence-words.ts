import type { Messages } from '../../resources/messages/catalogue.ts';
import type { Story } from '../domain/known-issue.ts';

/** Returns how a customer felt when they came: the face, then their own words; empty where they did not say. */
export function spokenFeeling({ feeling }: Story, { feeling: words }: Messages): string {
  const face = feeling.face === null ? '' : words.faces[feeling.face];
  return [face, feeling.words].filter((part) => part !== '').join(' · ');
}

/** Returns a step that was tried, with what came of it. */
export function triedWords({ description, outcome }: Story['tried'][number], messages: Messages): string {
  const result =
    outcome === null ? messages.office.claimPage.tried.open : messages.attempts.resultsToStaff[outcome];
  return `${description} · ${result}`;
}

/** Returns how a claim ended, or where it stands while it has not. */
export function outcomeWords({ status, ending }: Story, { office }: Messages): string {
  return ending === null ? office.board.status[status] : office.claimPage.standing.endings[ending];
}
