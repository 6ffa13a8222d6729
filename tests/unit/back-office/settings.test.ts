import { describe, expect, it } from 'vitest';
import type { PromiseId } from '../../../src-main/domain/promise.ts';
import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { sectionsOf } from '../../../src-main/ipc/settings-sections.ts';
import { readWords, writeWords } from '../../../src-renderer/back-office/settings/item-words.ts';
import { movedUp, without } from '../../../src-renderer/back-office/settings/lists.ts';
import { summaries } from '../../../src-renderer/back-office/settings/summaries.ts';
import { unheard } from '../../../src-renderer/back-office/warnings/unheard.ts';
import { EXAMPLE_SETTINGS } from '../../fixtures/example-claim.ts';

describe('the words of a kind of item', () => {
  it('are what stands between commas of any language, each once', () => {
    expect(readWords('coffee machine, espresso،  قهوة ;espresso,\n')).toEqual([
      'coffee machine',
      'espresso',
      'قهوة',
    ]);
    expect(readWords(' , ')).toEqual([]);
    expect(readWords(writeWords(['a b', 'c']))).toEqual(['a b', 'c']);
  });
});

describe('a list', () => {
  it('moves one up and leaves the others in order', () => {
    expect(movedUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
    expect(movedUp(['a', 'b', 'c'], 1)).toEqual(['b', 'a', 'c']);
    expect(movedUp(['a', 'b', 'c'], 0)).toEqual(['a', 'b', 'c']);
    expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });
});

describe('what a card says before it is opened', () => {
  const full = { opens: '09:00', closes: '18:00' };
  const short = { opens: '10:00', closes: '14:00' };
  const kept = {
    ...sectionsOf(EXAMPLE_SETTINGS),
    hours: [full, full, full, full, full, short, null],
  } as const;

  it('says days of the same hours together', () => {
    const { hours } = summaries({ kept, messages: messagesFor('en'), locale: 'en' });
    expect(hours).toEqual(['Mon to Fri: 09:00 to 18:00', 'Sat: 10:00 to 14:00', 'Sun: closed']);
  });

  it('says limits in the store’s money', () => {
    const { goodwill } = summaries({ kept, messages: messagesFor('en'), locale: 'en' });
    expect(goodwill).toEqual([
      'Clerk: €20.00',
      'Technician: €20.00',
      'Supervisor: €200.00',
      'Admin: No limit',
    ]);
  });
});

describe('a warning', () => {
  const [first, second] = ['first', 'second'] as PromiseId[] as [PromiseId, PromiseId];

  it('is new once for each promise, until the promise is kept or broken', () => {
    let known: ReadonlySet<PromiseId> = new Set();
    const hear = (...soon: PromiseId[]): boolean => {
      const { isNew, warnedOf } = unheard(soon, known);
      known = warnedOf;
      return isNew;
    };
    expect(hear()).toBe(false);
    expect(hear(first)).toBe(true);
    expect(hear(first)).toBe(false);
    expect(hear(first, second)).toBe(true);
    expect(hear(second)).toBe(false);
    expect(known).toEqual(new Set([second]));
  });
});
