import { messagesFor, type Messages } from '../../../resources/messages/catalogue.ts';
import { formatMoney } from '../../../resources/messages/format-money.ts';
import { formatDate, formatDayOfWeek, formatDue } from '../../../resources/messages/format-time.ts';
import type { SectionName, SettingsSections } from '../../../src-main/contract/settings-api.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { fieldOfDue } from '../../../src-main/domain/due-choice.ts';
import { nextDateOf } from '../../../src-main/domain/holiday.ts';
import type { Locale } from '../../../src-main/domain/intake.ts';
import type { DayHours } from '../../../src-main/domain/opening-hours.ts';
import { ROLES } from '../../../src-main/domain/staff.ts';
import { isSame } from './drafts.svelte.ts';
import { dueNow } from './due-now.ts';

/** What a summary is made of. */
export interface SummaryGiven {
  readonly kept: SettingsSections;
  readonly messages: Messages;
  readonly locale: Locale;
}

/** Returns what each card says before it is opened, in one or more short parts. */
export function summaries(given: SummaryGiven): Readonly<Record<SectionName, readonly string[]>> {
  const { kept, messages, locale } = given;
  const words = messages.office.settings;
  const { offered, first } = kept.languages;
  const names = offered.map((each) => messagesFor(each).language);
  const { beforeMinutes, sound } = kept.warnings;
  const { kioskSeconds, staffSeconds } = kept.idle;
  return {
    store: [kept.store.name, kept.store.code],
    hours: hoursParts(given),
    holidays: [holidaysText(given)],
    nextUpdate: [words.nextUpdate.example(formatDue(dueNow(kept), kept.store.zone, locale))],
    warnings: [words.warnings.summary(beforeMinutes), sound ? words.warnings.heard : words.warnings.silent],
    expectations: [
      kept.expectations.length === 0 ? words.lines.standard : words.lines.count(kept.expectations.length),
    ],
    itemKinds: [
      kept.itemKinds.length === 0 ? words.itemKinds.every : words.itemKinds.count(kept.itemKinds.length),
    ],
    goodwill: ROLES.map((role) => {
      const minor = kept.goodwill[role];
      const { currency } = kept.store;
      const limit = minor === null ? words.goodwill.noLimit : formatMoney({ minor, currency }, locale);
      return words.goodwill.of(messages.office.roles[role], limit);
    }),
    languages: [
      names.length === 1
        ? words.languages.only(names.join(''))
        : words.languages.begins(
            new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
            messagesFor(first).language,
          ),
    ],
    retention: [retentionText(given)],
    idle: [words.idle.summary(String(kioskSeconds), String(staffSeconds))],
  };
}

/** Days in a row that have the same hours are said together. */
function hoursParts({ kept, messages, locale }: SummaryGiven): readonly string[] {
  const words = messages.office.settings.hours;
  const runs: { readonly first: number; last: number; readonly day: DayHours | null }[] = [];
  for (const [index, day] of kept.hours.entries()) {
    const run = runs.at(-1);
    if (run && isSame(run.day, day)) run.last = index;
    else runs.push({ first: index, last: index, day });
  }
  const name = (index: number): string => formatDayOfWeek(index + 1, locale, 'short');
  return runs.map(({ first, last, day }) => {
    const days = first === last ? name(first) : words.days(name(first), name(last));
    return day === null ? words.closedDays(days) : words.openDays(days, day.opens, day.closes);
  });
}

function holidaysText({ kept, messages, locale }: SummaryGiven): string {
  const words = messages.office.settings.holidays;
  if (kept.holidays.length === 0) return words.none;
  const today = fieldOfDue(Date.now() as Instant, kept.store.zone).slice(0, 10);
  const ahead = kept.holidays.flatMap((each) => nextDateOf(each, today) ?? []).sort();
  return ahead[0] === undefined
    ? words.allPast(kept.holidays.length)
    : words.count(ahead.length, formatDate(ahead[0], locale));
}

function retentionText({ kept, messages }: SummaryGiven): string {
  const words = messages.office.privacy.retention;
  const { contactDays, wordsDays } = kept.retention;
  const say = (days: number | null): string => (days === null ? words.never : words.days(days));
  return words.summary(say(contactDays), say(wordsDays));
}
