import { messagesFor } from '../../resources/messages/catalogue.ts';
import type { KnownIssueCalls } from '../../src-main/contract/known-issue-api.ts';
import type { EscalationOutcome } from '../../src-main/domain/escalation.ts';
import { usualKind, type KnownIssueId } from '../../src-main/domain/known-issue.ts';
import type { Result } from '../../src-main/domain/result.ts';
import { DAY_MS, atWork, HOUR_MS, later, onDay } from './calendar.ts';
import { ESPRESSO_LEAK } from './matters/kitchen.ts';
import { EXTRAS } from './phrases.ts';
import type { Story, StoryParts } from './stories.ts';

/** What stories share: the pattern that shows after a few of them. */
export interface Pattern {
  issueId: KnownIssueId | null;
  seen: number;
}

/** Leaks after which somebody says that they are one fault. */
const A_PATTERN = 4;
/** How far letters go, one after the other. */
const LETTERS = ['draft', 'answered', 'sent', 'answered', 'withdrawn'] as const;
const ANSWERS: readonly EscalationOutcome[] = ['granted', 'partly', 'refused'];

/**
 * What goes beyond the repair itself, beside it: something is lent, a letter goes to whoever can decide, somebody
 * threatens, the claim turns out to be one of many, and customers say thank you. `place` counts the claims.
 */
export async function* beyond(parts: StoryParts, place: number, pattern: Pattern): Story {
  const { shop, claim, plot, random } = parts;
  const in_ = (hours: number) => atWork(later(shop.now(), hours * HOUR_MS), shop.settings.store.zone);
  if (plot.matter === ESPRESSO_LEAK) {
    yield in_(random.between(1, 4));
    if (claim.isOpen()) await join(parts, pattern);
  }
  if (place % 7 === 3) yield* lend(parts, Math.floor(place / 7));
  if (place % 11 === 4) yield* escalate(parts, Math.floor(place / 11));
  if (place % 37 === 9) yield* threaten(parts, place % 74 === 9);
  if (place % 5 === 1) {
    yield in_(random.between(20, 90));
    const to = random.pick([plot.team.clerk, plot.team.technician, null]);
    const { locale } = claim.view();
    shop.thank({ claimId: claim.claimId, to, words: random.pick(EXTRAS.thanks[locale]), locale });
  }
}

async function join({ shop, claim, plot }: StoryParts, pattern: Pattern): Promise<void> {
  const { clerk, supervisor } = plot.team;
  pattern.seen += 1;
  if (pattern.seen < A_PATTERN) return;
  if (pattern.issueId !== null) {
    await claim.act(clerk, 'known-issue:join', { issueId: pattern.issueId });
    return;
  }
  const words = { title: EXTRAS.issue, description: EXTRAS.issueSeen, items: 'Lumo Bar 2, Lumo Bar 2 S' };
  const opened = (await shop.desk['known-issue:open'](
    { ...words, claimIds: [claim.claimId] },
    clerk,
  )) as Result<KnownIssueCalls['known-issue:open']['output'], unknown>;
  if (!opened.ok) throw new Error('the known issue was not opened');
  pattern.issueId = opened.value.issueId;
  const line = (locale: 'en' | 'ar'): string => messagesFor(locale).office.knownIssues.lines.confirmed;
  const confirmed = await shop.desk['known-issue:change'](
    {
      ...{ issueId: pattern.issueId, ...words, state: 'confirmed' },
      line: { kind: usualKind('confirmed'), texts: { en: line('en'), ar: line('ar') } },
    },
    supervisor,
  );
  if (!confirmed.ok) throw new Error('the known issue was not confirmed');
}

/** Something goes out, and comes back: most in time, some after they were asked for, and a few not at all. */
async function* lend({ shop, claim, plot, random }: StoryParts, place: number): Story {
  const { zone } = shop.settings.store;
  yield atWork(later(shop.now(), random.between(2, 8) * HOUR_MS), zone);
  if (!claim.isOpen()) return;
  const thing = random.pick(EXTRAS.loaners);
  const due = onDay(shop.now(), zone, random.between(4, 12), 17 * 60);
  const { contact, loaners } = await claim.act(plot.team.clerk, 'claim:lend', {
    loaner: {
      ...thing,
      due,
      agreedBy: claim.view().contact.name || 'The customer',
      agreedHow: 'counter',
    },
  });
  const seq = loaners.at(-1)?.seq ?? 1;
  const isLate = contact.name === '' || random.chance(0.3);
  if (isLate && place % 5 === 0) return;
  yield atWork(isLate ? later(due, 2 * DAY_MS) : later(shop.now(), random.between(3, 8) * DAY_MS), zone);
  await claim.act(plot.team.clerk, 'claim:take-back', { seq, state: EXTRAS.loanerBack });
}

async function* escalate({ shop, claim, plot, random }: StoryParts, place: number): Story {
  const { zone } = shop.settings.store;
  const { clerk, supervisor } = plot.team;
  const goesTo = LETTERS[place % LETTERS.length];
  const { claimId } = claim;
  yield atWork(later(shop.now(), random.between(5, 12) * HOUR_MS), zone);
  if (!claim.isOpen()) return;
  const drafted = await shop.desk['escalation:draft'](
    {
      claimId,
      locale: 'en',
      wanted: {
        ...{ to: random.pick(EXTRAS.deciders), asked: random.pick(EXTRAS.asked), similar: [] },
        due: onDay(shop.now(), zone, 14, 17 * 60),
      },
    },
    clerk,
  );
  if (!drafted.ok) throw new Error(`the letter was not drafted: ${drafted.error.code}`);
  const escalationId = drafted.value.at(-1)?.id ?? '';
  if (goesTo === 'draft') return;
  yield atWork(later(shop.now(), 2 * HOUR_MS), zone);
  if (!claim.isOpen()) return;
  if (goesTo === 'withdrawn') {
    await shop.desk['escalation:withdraw']({ claimId, escalationId, reason: EXTRAS.withdrawn }, clerk);
    return;
  }
  await shop.desk['escalation:send']({ claimId, escalationId, version: 1, how: 'email' }, supervisor);
  if (goesTo === 'sent') return;
  yield atWork(later(shop.now(), random.between(6, 30) * HOUR_MS), zone);
  if (!claim.isOpen()) return;
  const outcome = random.pick(ANSWERS);
  const text = EXTRAS.answers[outcome];
  await shop.desk['escalation:answer']({ claimId, escalationId, text, outcome }, supervisor);
}

/** Somebody threatens, and is warned; after some of the warnings a supervisor ends the service in person for a time. */
async function* threaten({ shop, claim, plot, random }: StoryParts, isDrawn: boolean): Story {
  const { zone } = shop.settings.store;
  yield atWork(later(shop.now(), random.between(1, 3) * HOUR_MS), zone);
  if (!claim.isOpen()) return;
  await claim.act(plot.team.clerk, 'claim:warn', { text: EXTRAS.threat, happenedAt: shop.now() });
  if (!isDrawn) return;
  yield later(shop.now(), HOUR_MS / 2);
  if (!claim.isOpen()) return;
  await claim.act(plot.team.supervisor, 'claim:draw-line', {
    reason: EXTRAS.lineDrawn,
    reviewDue: later(shop.now(), 21 * DAY_MS),
    expires: later(shop.now(), 84 * DAY_MS),
  });
}
