import { describe, expect, it } from 'vitest';
import type { Board } from '../../../src-main/contract/desk-api.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { LANES } from '../../../src-main/domain/claim-life.ts';
import type { BoardCard } from '../../../src-main/domain/desk.ts';
import { dueSoon, nextChange } from '../../../src-renderer/back-office/board/board-times.ts';

const MINUTE_MS = 60_000;
const NOW = 1_795_000_000_000 as Instant;
const END_OF_DAY = (NOW + 600 * MINUTE_MS) as Instant;

function card(minutes: number): BoardCard {
  const due = (NOW + minutes * MINUTE_MS) as Instant;
  const promise = {
    id: `promise-${minutes}`,
    kind: 'next-update',
    text: '',
    due,
    owner: { id: null, name: 'M' },
  };
  return { claimId: `claim-${minutes}`, nextDue: due, promise } as unknown as BoardCard;
}

function board(...minutes: readonly number[]): Board {
  const lanes = LANES.map((lane) => ({ lane, count: 0, next: null, cards: [] as BoardCard[] }));
  lanes[1]?.cards.push(...minutes.map(card));
  return { now: NOW, endOfDay: END_OF_DAY, warnMs: 30 * MINUTE_MS, lanes };
}

describe('dueSoon', () => {
  it('has what is due within the time of warning, first first, and nothing that is broken already', () => {
    const found = dueSoon(board(31, 30, 12, -1)).map(({ claimId }) => claimId);
    expect(found).toEqual(['claim-12', 'claim-30']);
    const early = dueSoon({ ...board(31, 30, 12, -1), warnMs: 20 * MINUTE_MS });
    expect(early.map(({ claimId }) => claimId)).toEqual(['claim-12']);
  });
});

describe('nextChange', () => {
  it.each([
    { minutes: [45], change: 15 * MINUTE_MS, why: 'it gets near' },
    { minutes: [12, 45], change: 12 * MINUTE_MS + 1, why: 'it is broken' },
    { minutes: [-5], change: 600 * MINUTE_MS, why: 'the day ends' },
    { minutes: [], change: 600 * MINUTE_MS, why: 'the day ends' },
  ])('is when $why: $minutes', ({ minutes, change }) => {
    expect(nextChange(board(...minutes)) - NOW).toBe(change);
  });
});
