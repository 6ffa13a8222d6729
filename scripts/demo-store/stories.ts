import type { Instant } from '../../src-main/domain/brand.ts';
import type { SetStatus } from '../../src-main/domain/claim-life.ts';
import { endOfDay } from '../../src-main/domain/opening-hours.ts';
import type { StaffMember } from '../../src-main/domain/staff.ts';
import type { OnTheCounter } from './at-the-counter.ts';
import { atWork, HOUR_MS, later, MINUTE_MS, onDay } from './calendar.ts';
import type { Matter } from './matters/matter.ts';
import { PHRASES } from './phrases.ts';
import type { Random } from './random.ts';
import type { DemoShop } from './shop.ts';

/** Who works on a claim. */
export interface Team {
  readonly clerk: StaffMember;
  readonly technician: StaffMember;
  readonly supervisor: StaffMember;
}

/** How a claim goes. */
export interface Plot {
  readonly matter: Matter;
  readonly team: Team;
  /** Nobody touches it before this many hours are over. */
  readonly restsHours: number;
  /** How far it goes: to the bench, to a supplier, to its end. */
  readonly reaches: 'bench' | 'waiting' | 'end';
  readonly ends: 'accepted' | 'no-agreement';
  readonly isHandedOver: boolean;
  /** The promise of the repair is late once, and made good. */
  readonly isLate: boolean;
  /** From then on nobody thinks of the next update: the clock breaks it. Null where somebody always does. */
  readonly forgottenFrom: Instant | null;
}

/** What a story has to work with. */
export interface StoryParts {
  readonly shop: DemoShop;
  readonly claim: OnTheCounter;
  readonly plot: Plot;
  readonly random: Random;
}

/** A story stops at each time that it names, and goes on when the clock is there. */
export type Story = AsyncGenerator<Instant, void>;

/**
 * Keeps the next update of a claim: somebody is in touch before it is due, and says when they will be again. Where it
 * is forgotten for good, nothing is done.
 */
export async function* updates({ shop, claim, plot, random }: StoryParts): Story {
  const { zone } = shop.settings.store;
  for (let next = claim.nextUpdate(); next; next = claim.nextUpdate()) {
    if (plot.forgottenFrom !== null && next.due >= plot.forgottenFrom) return;
    yield later(next.due, -random.between(15, 100) * MINUTE_MS);
    const now = claim.nextUpdate();
    if (!now) return;
    if (now.id !== next.id) continue;
    const days = plot.forgottenFrom === null ? random.between(2, 5) : 1;
    await claim.act(plot.team.clerk, 'claim:keep-promise', {
      promiseId: next.id,
      nextDue: onDay(next.due, zone, days, random.pick([12, 15, 17]) * 60),
    });
    if (random.chance(0.4))
      await claim.act(plot.team.clerk, 'claim:note', { kind: 'call', text: random.pick(PHRASES.calls) });
  }
}

/**
 * What staff do about a claim, from its first look to its end. What a new part of the back office does goes in here, at
 * its place, by the call that its screen makes.
 */
export async function* work(parts: StoryParts): Story {
  const { shop, claim, plot, random } = parts;
  const { clerk, technician } = plot.team;
  const { zone } = shop.settings.store;
  const in_ = (hours: number): Instant => atWork(later(shop.now(), hours * HOUR_MS), zone);
  const { locale, item } = claim.view();

  yield in_(plot.restsHours);
  await stand(claim, clerk, 'in-work');
  await claim.act(clerk, 'claim:understand', { text: plot.matter.understood[locale] });
  if (random.chance(0.85)) {
    const answer = random.chance(0.85) ? 'confirmed' : 'not-quite';
    await claim.act(clerk, 'claim:answer-understanding', { version: 1, answer, how: 'counter' });
  }
  await claim.act(clerk, 'claim:place', { bin: `${random.pick(['A', 'B', 'C'])}${random.between(1, 12)}` });
  if (plot.isHandedOver)
    await claim.act(clerk, 'claim:hand-over', { to: technician.id, line: random.pick(PHRASES.handOvers) });

  yield in_(random.between(2, 9));
  await claim.act(technician, 'claim:research', {
    minutes: random.between(2, 9) * 5,
    what: random.pick(PHRASES.research),
  });
  await claim.act(technician, 'claim:plan', { text: random.chance(0.15) ? null : plot.matter.plan });
  if (plot.reaches === 'bench') return;

  const repair = await promiseRepair(parts);
  if (plot.reaches === 'waiting' || random.chance(0.3)) {
    yield in_(random.between(2, 6));
    const forWhom = random.chance(0.5) ? 'waiting-supplier' : 'waiting-customer';
    await stand(claim, technician, forWhom);
    if (plot.reaches === 'waiting') return yield* putOff(parts, repair);
    yield in_(random.between(18, 40));
    await stand(claim, technician, 'in-work');
  }

  yield in_(random.between(3, 10));
  for (const { what, outcome } of plot.matter.steps) {
    const failed = claim.view().staffAttempts.some(({ description }) => description === what);
    if (failed) continue;
    const proposed = await claim.act(technician, 'claim:propose-attempt', {
      description: what,
      serial: item.serial,
      reason: PHRASES.again,
    });
    const attemptId = proposed.staffAttempts.at(-1)?.id ?? '';
    yield in_(random.between(1, 3));
    await claim.act(technician, 'claim:finish-attempt', { attemptId, outcome });
  }

  yield* settleRepair(parts, repair);
  yield in_(random.between(1, 12));
  await end(parts);
}

/** Says where a claim stands, unless a letter's answer has said so already. */
async function stand(claim: OnTheCounter, by: StaffMember, status: SetStatus): Promise<void> {
  if (claim.view().status !== status) await claim.act(by, 'claim:set-status', { status });
}

/** Estimates, and promises the repair; returns the promise. */
async function promiseRepair({ shop, claim, plot, random }: StoryParts): Promise<string> {
  const { clerk, technician } = plot.team;
  const { part, labourMinor } = plot.matter;
  const { locale, contact } = claim.view();
  await claim.act(clerk, 'claim:estimate', { limitMinor: part.minor + labourMinor, text: part.what });
  await claim.act(clerk, 'claim:answer-estimate', {
    version: 1,
    answer: 'yes',
    saidBy: contact.name === '' ? 'The customer' : contact.name,
    how: 'phone',
  });
  const text = PHRASES.repair[locale];
  const due = onDay(shop.now(), shop.settings.store.zone, plot.isLate ? 1 : random.between(4, 6), 16 * 60);
  const given = await claim.act(technician, 'claim:give-promise', {
    promise: { about: 'repair', text, due, ownerId: technician.id },
  });
  return given.promises.at(-1)?.id ?? '';
}

/** While others are waited for the promise of the repair is put off in time, as the customer agrees. */
async function* putOff({ shop, claim, plot, random }: StoryParts, first: string): Story {
  const { technician } = plot.team;
  let id: string | undefined = first;
  for (;;) {
    const promise = claim.view().promises.find((each) => each.id === id);
    if (!promise || promise.overdue) return;
    yield later(promise.due, -random.between(60, 300) * MINUTE_MS);
    const due = onDay(promise.due, shop.settings.store.zone, random.between(3, 6), 16 * 60);
    const again = { text: null, due, ownerId: technician.id };
    const { promises } = await claim.act(technician, 'claim:renegotiate', {
      promiseId: promise.id,
      how: 'phone',
      again,
    });
    id = promises.find((each) => each.id === promise.id)?.replacedBy ?? undefined;
  }
}

/** Keeps the promise of the repair; a late one is made good with an apology, a new date and something of ours. */
async function* settleRepair({ shop, claim, plot, random }: StoryParts, id: string): Story {
  const { technician, supervisor } = plot.team;
  const { locale } = claim.view();
  const promise = () => claim.view().promises.find((each) => each.id === id);
  const first = promise();
  if (!first) throw new Error('the promise of the repair is gone');
  if (first.overdue) {
    const again = {
      text: null,
      due: onDay(shop.now(), shop.settings.store.zone, 2, 16 * 60),
      ownerId: technician.id,
    };
    await claim.act(technician, 'claim:make-amends', {
      promiseId: first.id,
      apology: PHRASES.apology[locale],
      again,
      call: null,
    });
    await claim.act(supervisor, 'claim:goodwill', {
      kind: 'discount',
      what: PHRASES.discount,
      minor: 1_500,
      reason: PHRASES.ourMistake,
      decision: 'given',
      approval: null,
    });
    yield atWork(later(shop.now(), random.between(4, 20) * HOUR_MS), shop.settings.store.zone);
  } else if (random.chance(0.2)) {
    const again = {
      text: null,
      due: onDay(first.due, shop.settings.store.zone, 2, 16 * 60),
      ownerId: technician.id,
    };
    await claim.act(technician, 'claim:renegotiate', { promiseId: first.id, how: 'phone', again });
  }
  const open = claim
    .view()
    .promises.find(({ kind, state, overdue }) => kind === 'expectation' && state === 'open' && !overdue);
  if (open) await claim.act(technician, 'claim:keep-promise', { promiseId: open.id, nextDue: null });
}

/** Charges, asks how they feel and closes, as the customer says. */
async function end({ shop, claim, plot, random }: StoryParts): Promise<void> {
  const { clerk, technician } = plot.team;
  const { part, labourMinor } = plot.matter;
  const owed = claim.view().promises.filter(({ state }) => state === 'open');
  if (owed.some(({ kind, overdue }) => overdue || kind !== 'next-update')) return;
  if (plot.ends === 'accepted') {
    await claim.act(technician, 'claim:charge', { kind: 'part', what: part.what, minor: part.minor });
    if (random.chance(0.7))
      await claim.act(technician, 'claim:charge', {
        kind: 'labour',
        what: PHRASES.labour,
        minor: labourMinor,
      });
    await claim.act(clerk, 'claim:close', {
      ending: {
        kind: 'accepted',
        how: random.pick(['counter', 'counter', 'phone', 'email'] as const),
        at: shop.now(),
      },
      feeling: random.pick(PHRASES.relieved),
    });
    return;
  }
  await claim.act(clerk, 'claim:goodwill', {
    kind: 'refund',
    what: PHRASES.refund,
    minor: 9_900,
    reason: PHRASES.noFault,
    decision: 'refused',
    approval: null,
  });
  await claim.act(clerk, 'claim:close', {
    ending: { kind: 'no-agreement', reason: random.pick(PHRASES.disagreements) },
    feeling: random.pick(PHRASES.unhappy),
  });
}

/** Something is due before today is over: a call in the next hours, at whatever hour the demo is made. */
export async function callToday({ shop, claim, plot, random }: StoryParts): Promise<void> {
  const { zone } = shop.settings.store;
  const last = later(endOfDay(shop.now(), zone), -MINUTE_MS);
  const due = Math.min(later(shop.now(), random.between(1, 24) * 15 * MINUTE_MS), last) as Instant;
  if (due <= shop.now()) return;
  await claim.act(plot.team.clerk, 'claim:give-promise', {
    promise: {
      about: 'look',
      text: PHRASES.callToday[claim.view().locale],
      due,
      ownerId: plot.team.clerk.id,
    },
  });
}
