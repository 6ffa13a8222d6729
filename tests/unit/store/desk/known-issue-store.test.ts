import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimId, Instant } from '../../../../src-main/domain/brand.ts';
import type { HonestLine, KnownIssue, KnownIssueId } from '../../../../src-main/domain/known-issue.ts';
import { createAuditStore } from '../../../../src-main/store/audit-store.ts';
import {
  CLAIMS_SQL,
  COUNT_SQL,
  customersSql,
  listSql,
  type Spans,
} from '../../../../src-main/store/known-issue-reader.ts';
import { after, failure, HOUR_MS, NOON, value, workshop, type Workshop } from '../support.ts';
import { deskShop, eventsOf, THEN, type DeskShop } from './support.ts';

const WORDS = { title: 'Leaking boiler', description: 'It leaks when it heats up.', items: 'Kettle K' };
const LINE: HonestLine = {
  kind: 'unknown',
  texts: { en: 'We know of this fault.', ar: 'نحن على علم بهذا العطل.' },
};
const FOUND: HonestLine = {
  kind: 'try',
  texts: { en: 'A new seal is coming.', ar: 'حلقة جديدة في الطريق.' },
};
const LATER = after(HOUR_MS);
const SPANS: Spans = { recentFrom: after(-HOUR_MS), weeks: [after(-2 * HOUR_MS), after(-HOUR_MS), NOON] };

let shop: Workshop;
let desk: DeskShop;
let id: KnownIssueId;

beforeEach(() => {
  shop = workshop();
  desk = deskShop(shop);
  id = desk.knownIssues.open({ by: desk.mika.id, at: NOON }, WORDS, LINE);
});
afterEach(() => shop[Symbol.dispose]());

function issue(): KnownIssue {
  const found = desk.knownIssues.get(id, SPANS);
  if (!found) throw new Error('the known issue is gone');
  return found;
}

function join(claimId: ClaimId): void {
  value(desk.knownIssues.join(desk.change(claimId), id));
}

function say(state: KnownIssue['state'], line: HonestLine = LINE): void {
  value(desk.knownIssues.change({ by: desk.aino.id, at: THEN }, id, { ...WORDS, state, line }));
}

/** What the customer may expect now, beside the promises and what the kiosk said. */
function linesOf(claimId: ClaimId): string[] {
  return desk
    .see(claimId)
    .expectations.filter(({ addedBy, retiredAt }) => addedBy !== null && retiredAt === null)
    .map(({ kind, text }) => `${kind}: ${text}`);
}

function customers(told: boolean): readonly string[] {
  return desk.knownIssues.customers(id, told, null, 10).map(({ contact }) => contact.name);
}

describe('a claim of a known issue', () => {
  test('tells its customer the honest line in their own language, and takes it back when it leaves', () => {
    const english = desk.take();
    const arabic = desk.take({ locale: 'ar' });
    join(english);
    join(arabic);
    expect(linesOf(english)).toEqual(['unknown: We know of this fault.']);
    expect(linesOf(arabic)).toEqual(['unknown: نحن على علم بهذا العطل.']);
    value(desk.knownIssues.leave(desk.change(arabic), id));
    expect(linesOf(arabic)).toEqual([]);
    expect(eventsOf(desk.see(arabic))).toEqual(['claim-taken', 'known-issue-joined', 'known-issue-left']);
    expect(issue().figures.claims).toBe(1);
    join(arabic);
    expect(linesOf(arabic)).toEqual(['unknown: نحن على علم بهذا العطل.']);
    expect(issue().figures.claims).toBe(2);
  });

  test('joins once, and not one that is closed', () => {
    const claimId = desk.take();
    join(claimId);
    expect(failure(desk.knownIssues.join(desk.change(claimId), id)).code).toBe('wrong-state');
    const other = desk.take();
    say('closed');
    expect(failure(desk.knownIssues.join(desk.change(other), id)).code).toBe('wrong-state');
    expect(failure(desk.knownIssues.leave(desk.change(other), id)).code).toBe('not-found');
    expect(failure(desk.knownIssues.join(desk.change(other), 'none' as KnownIssueId)).code).toBe('not-found');
  });

  test('is told nothing while it is closed, and the line once it is open again', () => {
    const claimId = desk.take();
    value(desk.life.close(desk.change(claimId), { kind: 'accepted', how: 'counter', at: NOON }, null));
    join(claimId);
    expect(linesOf(claimId)).toEqual([]);
    expect(desk.knownIssues.renewLines(10, THEN)).toBe(0);
    value(desk.life.reopen(desk.change(claimId), desk.promise({ due: LATER })));
    expect(desk.knownIssues.renewLines(10, THEN)).toBe(1);
    expect(linesOf(claimId)).toEqual(['unknown: We know of this fault.']);
  });
});

describe('what is said of a known issue', () => {
  test('every open claim says the new line once it was renewed, a few at a time', () => {
    const claims = [desk.take(), desk.take({ locale: 'ar' }), desk.take()];
    claims.forEach(join);
    say('cause-found', FOUND);
    expect(desk.knownIssues.renewLines(2, THEN)).toBe(2);
    expect(desk.knownIssues.renewLines(2, THEN)).toBe(1);
    expect(desk.knownIssues.renewLines(2, THEN)).toBe(0);
    expect(claims.map((claimId) => linesOf(claimId))).toEqual([
      ['try: A new seal is coming.'],
      ['try: حلقة جديدة في الطريق.'],
      ['try: A new seal is coming.'],
    ]);
    const [first] = claims;
    if (!first) throw new Error('no claim');
    expect(desk.see(first).timeline.at(-1)).toMatchObject({ event: 'known-issue-line', by: desk.aino.id });
  });

  test('a closed one is said no longer', () => {
    const claimId = desk.take();
    join(claimId);
    say('closed');
    expect(desk.knownIssues.renewLines(10, THEN)).toBe(1);
    expect(linesOf(claimId)).toEqual([]);
    expect(desk.knownIssues.renewLines(10, THEN)).toBe(0);
    expect(desk.knownIssues.list(false, null, 10, SPANS)).toEqual([]);
    expect(desk.knownIssues.list(true, null, 10, SPANS)).toHaveLength(1);
  });

  test('its history says who said what when, and a new name alone is no new step', () => {
    say('confirmed', FOUND);
    value(
      desk.knownIssues.change({ by: desk.mika.id, at: LATER }, id, {
        ...WORDS,
        ...{ title: 'Boiler seal', state: 'confirmed', line: FOUND },
      }),
    );
    expect(issue().title).toBe('Boiler seal');
    expect(issue().steps).toEqual([
      { version: 2, state: 'confirmed', line: FOUND, by: 'Aino', at: THEN },
      { version: 1, state: 'suspected', line: LINE, by: 'Mika', at: NOON },
    ]);
    expect(createAuditStore(desk.db).verify()).toMatchObject({ ok: true });
  });
});

describe('customers to tell', () => {
  const unreachable = { contact: { name: 'Nobody', phone: '', email: '', way: null } } as const;

  test('are those who can be reached, once the cause is found', () => {
    const claimId = desk.take();
    join(claimId);
    join(desk.take(unreachable));
    expect(issue().figures.untold).toBe(0);
    expect(failure(desk.knownIssues.tell(desk.change(claimId), id, 'phone')).code).toBe('wrong-state');
    say('cause-found');
    expect(issue().figures.untold).toBe(1);
    expect(customers(false)).toEqual(['Aino']);
  });

  test('whoever was told stays on record with how and by whom, also as a mistake', () => {
    const claimId = desk.take();
    join(claimId);
    say('fixed');
    value(desk.knownIssues.tell(desk.change(claimId), id, 'email'));
    expect(desk.knownIssues.customers(id, true, null, 10)[0]?.told).toEqual({
      ...{ how: 'email', by: 'Mika', at: THEN },
    });
    expect([customers(false), customers(true)]).toEqual([[], ['Aino']]);
    expect(failure(desk.knownIssues.tell(desk.change(claimId), id, 'phone')).code).toBe('wrong-state');
    value(desk.knownIssues.leave(desk.change(claimId), id));
    join(claimId);
    expect(customers(true)).toEqual(['Aino']);
    value(desk.knownIssues.tell(desk.change(claimId), id, null));
    expect([customers(false), customers(true)]).toEqual([['Aino'], []]);
    expect(eventsOf(desk.see(claimId))).toEqual(expect.arrayContaining(['customer-told', 'customer-untold']));
  });
});

test('what similar claims are of is offered, what most of them are of first', () => {
  const [one, two, three] = [desk.take(), desk.take(), desk.take()];
  const rare = desk.knownIssues.open({ by: desk.mika.id, at: NOON }, { ...WORDS, title: 'Rare' }, LINE);
  join(one);
  join(two);
  value(desk.knownIssues.join(desk.change(one), rare));
  const offered = desk.knownIssues.among([one, two], three);
  expect(offered.map(({ title, similar }) => [title, similar])).toEqual([
    ['Leaking boiler', 2],
    ['Rare', 1],
  ]);
  join(three);
  expect(desk.knownIssues.among([one, two], three).map(({ title }) => title)).toEqual(['Rare']);
  expect(desk.knownIssues.ofClaim(three).map(({ title }) => title)).toEqual(['Leaking boiler']);
});

describe('thousands of claims', () => {
  const MANY = 3_000;

  /** As the stores write them, without a COMMIT each. */
  function plant(): void {
    const claimId = desk.take();
    join(claimId);
    const columns = desk.db
      .prepare<[], string>(
        `SELECT group_concat(name) FROM pragma_table_info('claim')
         WHERE name NOT IN ('running', 'id', 'number', 'request_id', 'taken_at')`,
      )
      .pluck()
      .get();
    desk.db.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY - 1})
      INSERT INTO claim (running, id, number, request_id, taken_at, ${columns})
        SELECT 100000 + i, 'id-' || i, 'n-' || i, 'r-' || i, ${NOON} - (i / 3) * 7000, ${columns} FROM n, claim
        WHERE claim.id = '${claimId}';
      INSERT INTO known_issue_claim (issue_id, claim_id, taken_at, joined_by, joined_at, said)
        SELECT '${id}', id, taken_at, '${desk.mika.id}', ${NOON}, 0 FROM claim WHERE id LIKE 'id-%';`);
  }

  test('are counted by week, and paged without one twice or left out', () => {
    plant();
    const { figures } = issue();
    expect(figures.claims).toBe(MANY);
    expect(figures.weeks.reduce((sum, { claims }) => sum + claims, 0)).toBe(MANY);
    expect(figures.weeks.every(({ claims }) => claims > 0)).toBe(true);
    const seen: string[] = [];
    let cursor: { takenAt: Instant; claimId: ClaimId } | null = null;
    do {
      const page: ReturnType<typeof desk.knownIssues.claims> = desk.knownIssues.claims(id, cursor, 70);
      seen.push(...page.map(({ claimId }) => claimId));
      cursor = page.at(-1) ?? null;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([MANY, MANY]);
  });

  test.each([
    ['counts', COUNT_SQL, ['x', 1, 2], 'known_issue_claim_when'],
    ['claims', CLAIMS_SQL, [{ id: 'x', takenAt: 1, claimId: 'x', limit: 1 }], 'known_issue_claim_when'],
    [
      'customers to tell',
      customersSql(false),
      [{ id: 'x', takenAt: 1, claimId: 'x', limit: 1 }],
      'known_issue_claim_untold',
    ],
    ['the list', listSql(false), [{ changedAt: 1, id: 'x', limit: 1 }], 'known_issue_current'],
    ['the closed ones', listSql(true), [{ changedAt: 1, id: 'x', limit: 1 }], 'known_issue_closed'],
  ])('%s are a walk along an index, in its order', (_, sql, given, index) => {
    const plan = desk.db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...given)
      .map(({ detail }) => detail)
      .join('\n');
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
    expect(plan).not.toMatch(/SCAN known_issue_claim(?! USING)/);
  });
});
