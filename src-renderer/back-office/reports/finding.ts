import type { Messages } from '../../../resources/messages/catalogue.ts';
import { formatDuration } from '../../../resources/messages/format-duration.ts';
import { formatMoney } from '../../../resources/messages/format-money.ts';
import type { Locale } from '../../../src-main/domain/intake.ts';
import {
  hardFeelings,
  settled,
  type DurationFigures,
  type ReportName,
  type Reports,
} from '../../../src-main/domain/report.ts';

/** What a report found, in words; null where there is nothing to count yet. */
export function findingOf(
  name: ReportName,
  {
    reports,
    messages,
    locale,
  }: { readonly reports: Reports; readonly messages: Messages; readonly locale: Locale },
): string | null {
  const words = messages.office.reports.reports;

  function durations(of: 'first-update' | 'resolution', { medianMs, p90Ms }: DurationFigures): string | null {
    if (medianMs === null || p90Ms === null) return null;
    return words[of].finding(formatDuration(medianMs, locale), formatDuration(p90Ms, locale));
  }

  switch (name) {
    case 'promises': {
      const { whole } = reports.promises;
      const all = settled(whole);
      return all === 0 ? null : words.promises.finding(whole.kept, all);
    }
    case 'first-update':
      return durations(name, reports.firstUpdate.whole);
    case 'resolution':
      return durations(name, reports.resolution.whole);
    case 'feelings': {
      const { start, end, both } = reports.feelings;
      return both === 0 ? null : words.feelings.finding(hardFeelings(start), hardFeelings(end), both);
    }
    case 'repeats': {
      const { proposed, failed } = reports.repeats.whole;
      return proposed === 0 ? null : words.repeats.finding(proposed, failed);
    }
    case 'repeated-items': {
      const { length } = reports.repeatedItems;
      return length === 0 ? null : words['repeated-items'].finding(length);
    }
    case 'goodwill': {
      const { given, refused, worth } = reports.goodwill.whole;
      if (given + refused === 0) return null;
      if (given === 0) return words.goodwill.onlyRefused;
      return words.goodwill.finding(given, worth.map((sum) => formatMoney(sum, locale)).join(' + '));
    }
    case 'known-issues': {
      const [most] = reports.knownIssues;
      const all = reports.knownIssues.reduce((sum, { whole }) => sum + whole, 0);
      return most ? words['known-issues'].finding(all, most.title, most.whole) : null;
    }
    case 'praise': {
      const { named, everyone } = reports.praise.whole;
      return named + everyone === 0 ? null : words.praise.finding(named + everyone);
    }
  }
}

/** Returns what stands beside a report and is so now, whatever span it counts; empty for nothing. */
export function asideOf(name: ReportName, reports: Reports, messages: Messages): string {
  const words = messages.office.reports.reports;
  switch (name) {
    case 'promises':
      return some(reports.promises.open, words.promises.aside);
    case 'first-update':
      return some(reports.firstUpdate.waiting, words['first-update'].aside);
    case 'resolution':
      return some(reports.resolution.open, words.resolution.aside);
    case 'feelings':
      return some(reports.feelings.unsaid, words.feelings.aside);
    case 'repeats':
    case 'repeated-items':
    case 'goodwill':
    case 'known-issues':
    case 'praise':
      return '';
  }
}

function some(count: number, say: (count: number) => string): string {
  return count === 0 ? '' : say(count);
}
