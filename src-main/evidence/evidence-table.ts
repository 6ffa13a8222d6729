import { messagesFor } from '../../resources/messages/catalogue.ts';
import { formatMoment } from '../../resources/messages/format-time.ts';
import { toCsv } from '../csv.ts';
import type { Evidence } from './evidence.ts';
import { outcomeWords, spokenFeeling, triedWords } from './evidence-words.ts';

/** Returns the evidence pack as a table for spreadsheets (CSV): one row a story, after a row with the columns' names. */
export function evidenceTable({ stories, locale, zone }: Evidence): Uint8Array {
  const messages = messagesFor(locale);
  const { columns } = messages.office.knownIssues.pack;
  const header = [
    ...[columns.number, columns.takenAt, columns.language, columns.item, columns.serial],
    ...[columns.words, columns.feeling, columns.tried, columns.outcome],
  ];
  const rows = stories.map((story) => [
    story.number,
    formatMoment(story.takenAt, zone, locale),
    messagesFor(story.locale).language,
    story.item.name,
    story.item.serial,
    story.statements.join('\n\n'),
    spokenFeeling(story, messages),
    story.tried.map((attempt) => triedWords(attempt, messages)).join('\n'),
    outcomeWords(story, messages),
  ]);
  return toCsv([header, ...rows]);
}
