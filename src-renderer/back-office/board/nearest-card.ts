/** Where a card is on the screen. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The keys that go from card to card, and where they go, as seen: right is right in every language. */
const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};
/** Cards side by side are seldom as high as each other; this far (pixels) they still stand in one row. */
const SLACK = 4;
/** How much worse it is to leave the row or column than to go far along it. */
const ASIDE = 3;

/** Returns the index of the place that an arrow key leads to from `from`, or null where there is none. */
export function nearestCard(key: string, from: Place, places: readonly Place[]): number | null {
  const step = STEPS[key];
  if (!step) return null;
  let best: { readonly index: number; readonly cost: number } | null = null;
  for (const [index, place] of places.entries()) {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const along = dx * step.x + dy * step.y;
    if (along <= SLACK) continue;
    const aside = Math.abs(dx * step.y) + Math.abs(dy * step.x);
    const cost = along + ASIDE * aside;
    if (best === null || cost < best.cost) best = { index, cost };
  }
  return best?.index ?? null;
}
