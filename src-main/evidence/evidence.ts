import type { Instant, Zone } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { KnownIssue, Story } from '../domain/known-issue.ts';

/** What is taken to a maker: one known issue, and what customers told of it, without who they are. */
export interface Evidence {
  readonly issue: KnownIssue;
  /** Masked, the newest first. */
  readonly stories: readonly Story[];
  readonly store: { readonly name: string; readonly address: string };
  readonly at: Instant;
  readonly zone: Zone;
  /** The language of whoever reads it. */
  readonly locale: Locale;
}
