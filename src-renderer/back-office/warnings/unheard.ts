import type { PromiseId } from '../../../src-main/domain/promise.ts';

/** What is new among the promises that are about to break. */
export interface Unheard {
  readonly isNew: boolean;
  /** Those that are warned of from now on; one that was kept or broke is forgotten. */
  readonly warnedOf: ReadonlySet<PromiseId>;
}

/** Returns whether any of the promises that are due soon was not warned of yet. */
export function unheard(soon: readonly PromiseId[], warnedOf: ReadonlySet<PromiseId>): Unheard {
  return { isNew: soon.some((id) => !warnedOf.has(id)), warnedOf: new Set(soon) };
}
