import { describe, expect, it } from 'vitest';
import { nearestCard } from '../../../src-renderer/back-office/board/nearest-card.ts';

/** Three lanes side by side: two cards, none, three cards that are not as high as the others. */
const PLACES = [
  { x: 100, y: 200 },
  { x: 100, y: 400 },
  { x: 500, y: 201 },
  { x: 500, y: 330 },
  { x: 500, y: 480 },
] as const;

describe('nearestCard', () => {
  it.each([
    { key: 'ArrowDown', from: 0, to: 1 },
    { key: 'ArrowUp', from: 1, to: 0 },
    { key: 'ArrowRight', from: 0, to: 2 },
    { key: 'ArrowLeft', from: 4, to: 1 },
    { key: 'ArrowDown', from: 3, to: 4 },
    { key: 'ArrowUp', from: 0, to: null },
    { key: 'ArrowLeft', from: 1, to: null },
    { key: 'Enter', from: 1, to: null },
  ])('$key leads from $from to $to', ({ key, from, to }) => {
    const place = PLACES[from];
    if (!place) throw new Error('no such place');
    expect(nearestCard(key, place, PLACES)).toBe(to);
  });
});
