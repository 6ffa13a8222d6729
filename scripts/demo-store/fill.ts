import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_MARK_FILE, type DemoMark } from '../../src-main/demo-mark.ts';
import type { Instant, Zone } from '../../src-main/domain/brand.ts';
import type { StaffMember } from '../../src-main/domain/staff.ts';
import { onTheCounter } from './at-the-counter.ts';
import { beyond, type Pattern } from './beyond.ts';
import { HOUR_MS, later, MINUTE_MS, onDay } from './calendar.ts';
import { nextVisit } from './intakes.ts';
import { DEMO_PEOPLE, type DemoPerson } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { demoSettings, openDemoShop, type DemoShop } from './shop.ts';
import { callToday, updates, work, type Plot, type Story, type StoryParts, type Team } from './stories.ts';

/** What the demo store is made from; the same makes the same. */
export interface DemoOrder {
  /** An empty folder. */
  readonly folder: string;
  readonly now: Instant;
  readonly seed: number;
  readonly hashPin: (pin: string) => Promise<string>;
  /** Days before today on which people came. */
  readonly days?: number;
}

const DAYS = 32;
const OPENS_MINUTES = 9 * 60;
const LAST_VISIT_MINUTES = 18 * 60;
const VISITS_A_DAY = [4, 8] as const;
/** Somebody always came just now, at whatever hour the demo is made. */
const JUST_NOW_MINUTES = [170, 95, 40, 12] as const;
const CALLS_TODAY = 6;
/** A promise that was forgotten broke this long ago at the most. */
const FORGOTTEN_SINCE_MS = 30 * HOUR_MS;

/**
 * Fills a folder with some weeks of a store's life up to now, through the stores and rules of the app itself; returns
 * who works there. Throws where a story does what the app refuses.
 */
export async function fillDemoStore({
  folder,
  now,
  seed,
  hashPin,
  days = DAYS,
}: DemoOrder): Promise<readonly DemoPerson[]> {
  const random = createRandom(seed);
  const hashes = await Promise.all(DEMO_PEOPLE.map(({ pin }) => hashPin(pin)));
  const { zone } = demoSettings().store;
  const shop = openDemoShop({ folder, opens: onDay(now, zone, -days - 1, OPENS_MINUTES), random });
  try {
    const people = DEMO_PEOPLE.map((person, at) => shop.hire(person, hashes[at] ?? ''));
    const open = await live({ shop, random, people, now, days });
    for (const parts of open.filter(({ plot }) => plot.forgottenFrom === null).slice(-CALLS_TODAY))
      await callToday(parts);
  } finally {
    shop.close();
  }
  const mark: DemoMark = { people: DEMO_PEOPLE.map(({ name, pin }) => ({ name, pin })) };
  // Last: a folder without it was not finished.
  await writeFile(join(folder, DEMO_MARK_FILE), `${JSON.stringify(mark, null, 2)}\n`);
  return DEMO_PEOPLE;
}

/** Lets people come and staff work until now; returns the claims that are open then, the oldest first. */
async function live(parts: {
  readonly shop: DemoShop;
  readonly random: Random;
  readonly people: readonly StaffMember[];
  readonly now: Instant;
  readonly days: number;
}): Promise<readonly StoryParts[]> {
  const { shop, random, people, now, days } = parts;
  const waiting: { readonly at: Instant; readonly go: () => Promise<void> }[] = [];
  const claims: StoryParts[] = [];
  const pattern: Pattern = { issueId: null, seen: 0 };
  // Chance of its own: what goes beyond the repairs leaves these as they are.
  const ofExtras = createRandom(random.between(1, 1_000_000));

  function plan(at: Instant, go: () => Promise<void>): void {
    const after = waiting.findIndex((each) => each.at > at);
    waiting.splice(after < 0 ? waiting.length : after, 0, { at, go });
  }

  async function goOn(story: Story): Promise<void> {
    const stop = await story.next();
    if (stop.done !== true) plan(later(stop.value, 0), () => goOn(story));
  }

  async function visit(): Promise<void> {
    const { matter, intake } = nextVisit(random, () => shop.newId());
    const plot = { matter, ...plotOf({ random, people, at: shop.now(), now }) };
    const claim = onTheCounter(shop, shop.take(intake), plot.team.clerk);
    const story: StoryParts = { shop, claim, plot, random };
    claims.push(story);
    await goOn(updates(story));
    await goOn(work(story));
    await goOn(beyond({ ...story, random: ofExtras }, claims.length, pattern));
  }

  for (const at of visitTimes({ random, now, zone: shop.settings.store.zone, days })) plan(at, visit);
  for (let next = waiting.shift(); next && next.at < now; next = waiting.shift()) {
    // A story may wait for a time that is over when another one took long.
    shop.setClock(Math.max(next.at, shop.now()) as Instant);
    await next.go();
  }
  shop.setClock(now);
  return claims.filter(({ claim }) => claim.isOpen());
}

function visitTimes(given: {
  readonly random: Random;
  readonly now: Instant;
  readonly zone: Zone;
  readonly days: number;
}): readonly Instant[] {
  const { random, now, zone, days } = given;
  const times: Instant[] = [];
  for (let day = -days; day <= 0; day += 1) {
    for (let left = random.between(...VISITS_A_DAY); left > 0; left -= 1) {
      times.push(onDay(now, zone, day, random.between(OPENS_MINUTES, LAST_VISIT_MINUTES)));
    }
  }
  return [
    ...times.filter((at) => at < now),
    ...JUST_NOW_MINUTES.map((minutes) => later(now, -minutes * MINUTE_MS)),
  ];
}

function plotOf(given: {
  readonly random: Random;
  readonly people: readonly StaffMember[];
  readonly at: Instant;
  readonly now: Instant;
}): Omit<Plot, 'matter'> {
  const { random, now } = given;
  const days = (now - given.at) / (24 * HOUR_MS);
  const isForgotten = days > 3 && days < 8 && random.chance(0.12);
  const far = days > 9 ? 0.94 : 0.5;
  const reaches = random.chance(isForgotten ? 0 : far) ? 'end' : random.pick(['bench', 'waiting'] as const);
  return {
    team: teamOf(given.people, random),
    // Of those who came since yesterday many have not been looked at.
    restsHours: days < 1.5 ? random.between(6, 40) : random.between(1, 7),
    reaches,
    ends: random.chance(0.88) ? 'accepted' : 'no-agreement',
    isHandedOver: random.chance(0.3),
    isLate: random.chance(0.15),
    forgottenFrom: isForgotten ? later(now, -FORGOTTEN_SINCE_MS) : null,
  };
}

function teamOf(people: readonly StaffMember[], random: Random): Team {
  const oneOf = (...roles: readonly StaffMember['role'][]): StaffMember =>
    random.pick(people.filter(({ role }) => roles.includes(role)));
  return { clerk: oneOf('clerk', 'admin'), technician: oneOf('technician'), supervisor: oneOf('supervisor') };
}
