import type { Messages } from '../../../resources/messages/catalogue.ts';
import { formatDay, formatDue } from '../../../resources/messages/format-time.ts';
import type { Instant, Zone } from '../../domain/brand.ts';
import type { Locale } from '../../domain/intake.ts';
import { pairOf, section, shop, staff, under } from './parts.ts';
import type { Block } from './slip.ts';

/** Something of ours that the customer has, or had. */
export interface LentThing {
  readonly what: string;
  /** Empty where it has none. */
  readonly serial: string;
  readonly since: Instant;
  readonly due: Instant;
  /** When it came back; null while the customer has it. */
  readonly backAt: Instant | null;
}

/** Returns what was lent to the customer, under its heading: since when, and by when it is due or when it came back. */
export function lentSection(
  things: readonly LentThing[],
  { locale, zone, m }: { readonly locale: Locale; readonly zone: Zone; readonly m: Messages },
): Block[] {
  const { lent: words } = m.paper;
  return section(
    words.title,
    things.flatMap(({ what, serial, since, due, backAt }) => [
      under(staff(what)),
      ...(serial === '' ? [] : [under(shop(`${m.slip.serial} `), staff(serial))]),
      pairOf(words.since, formatDay(since, zone, locale)),
      backAt === null
        ? pairOf(words.backBy, formatDue(due, zone, locale), true)
        : pairOf(words.cameBack, formatDay(backAt, zone, locale)),
    ]),
  );
}
