import type { Instant, Zone } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { PrintKind } from '../domain/print-kind.ts';
import type { HeldFile } from './held-files.ts';

/** Everything that is held on one claim of a person, as it is taken out for them. */
export interface ClaimRecord {
  readonly claim: ClaimView;
  readonly letters: readonly Escalation[];
  /** Photos and files, which lie beside what is taken out. */
  readonly files: readonly HeldFile[];
  /** What is on paper, as text. */
  readonly slips: readonly { readonly kind: PrintKind; readonly madeAt: Instant; readonly text: string }[];
  /** What they said thank you for with this claim's ticket. */
  readonly thanks: readonly { readonly words: string; readonly givenAt: Instant }[];
}

/** Everything that is held on one person. */
export interface PersonRecord {
  readonly store: { readonly name: string; readonly address: string };
  readonly zone: Zone;
  readonly at: Instant;
  readonly claims: readonly ClaimRecord[];
}

/** Returns a letter without what it tells of other customers: that is not this person's. */
export function withoutOthers(letter: Escalation): Escalation {
  const { newest } = letter;
  const sections = newest.letter.sections.filter(({ name }) => name !== 'similar');
  return { ...letter, newest: { ...newest, similar: [], letter: { ...newest.letter, sections } } };
}

/** Returns the record as JSON: what is about others (colleagues' roles, other claims) is left out, times are ISO 8601. */
export function personJson({ store, at, claims }: PersonRecord): Uint8Array {
  const shown = {
    store,
    madeAt: at,
    claims: claims.map(({ claim, ...rest }) => {
      const { people, failedElsewhere: _, timeline, ...own } = claim;
      const nameOf = new Map(people.map(({ id, name }) => [id as string, name]));
      const named = {
        ...own,
        timeline: timeline.map(({ at: when, event, by }) => ({ at: when, event, by })),
      };
      return JSON.parse(
        JSON.stringify({ ...named, ...rest }, (_key, value: unknown) =>
          typeof value === 'string' ? (nameOf.get(value) ?? value) : value,
        ),
      ) as unknown;
    }),
  };
  return Buffer.from(`${JSON.stringify(shown, readable, 2)}\n`);
}

/** Keys whose numbers are times end so. */
const TIME = /(^at|At|^due|^expires|^reviewDue)$/;

function readable(key: string, value: unknown): unknown {
  return TIME.test(key) && typeof value === 'number' ? new Date(value).toISOString() : value;
}
