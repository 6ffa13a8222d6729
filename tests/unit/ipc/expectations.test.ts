import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import type { Settings } from '../../../src-main/domain/settings.ts';
import { firstAnswer } from '../../../src-main/ipc/expectations.ts';
import { EXAMPLE_SETTINGS, exampleIntake } from '../../fixtures/example-claim.ts';

const MONDAY = Date.parse('2026-11-23T08:42:00Z') as Instant;
const intake = exampleIntake({ statement: 'It leaks.' });
const unreachable = { ...intake, contact: { name: 'Aino', phone: '', email: '', way: null } };

describe('the first answer to a claim', () => {
  it('has a next-update promise with an owner and a due time, whatever was given', () => {
    for (const given of [intake, unreachable]) {
      const { promises, expectations, nextUpdateDue } = firstAnswer(given, MONDAY, EXAMPLE_SETTINGS);
      expect(promises[0]).toEqual({
        kind: 'next-update',
        text: expectations[0]?.text,
        owner: 'Mika',
        due: nextUpdateDue,
      });
      expect(expectations[0]).toMatchObject({ kind: 'will', emphasis: 'Tue 24 Nov, 17:00' });
      expect(nextUpdateDue).toBe(Date.parse('2026-11-24T15:00:00Z'));
    }
  });

  it('never says that we get in touch with somebody whom we cannot reach', () => {
    expect(firstAnswer(intake, MONDAY, EXAMPLE_SETTINGS).expectations[0]?.text).toContain('be in touch');
    const text = firstAnswer(unreachable, MONDAY, EXAMPLE_SETTINGS).expectations[0]?.text;
    expect(text).toContain('here');
    expect(text).not.toContain('in touch');
  });

  it('has all four kinds where the store said nothing of its own', () => {
    const kinds = firstAnswer(intake, MONDAY, EXAMPLE_SETTINGS).expectations.map((line) => line.kind);
    expect(kinds).toEqual(['will', 'try', 'cannot', 'unknown']);
  });

  it('makes a promise of each "we will" of the store’s own, and of nothing else', () => {
    const settings: Settings = {
      ...EXAMPLE_SETTINGS,
      expectations: [
        { kind: 'will', text: { en: 'lend you one by {due}.', ar: 'نعيرك واحدة قبل {due}.' } },
        { kind: 'cannot', text: { en: 'that it is free.', ar: 'بأن يكون مجانيًا.' } },
      ],
    };
    const { promises, expectations } = firstAnswer(intake, MONDAY, settings);
    expect(expectations.slice(1)).toEqual([
      { kind: 'will', text: 'lend you one by Tue 24 Nov, 17:00.', emphasis: 'Tue 24 Nov, 17:00' },
      { kind: 'cannot', text: 'that it is free.', emphasis: '' },
    ]);
    expect(promises.map((promise) => promise.kind)).toEqual(['next-update', 'expectation']);
    const arabic = firstAnswer({ ...intake, locale: 'ar' }, MONDAY, settings);
    expect(arabic.expectations[2]?.text).toBe('بأن يكون مجانيًا.');
  });

  it('has the lines of the kind of item, where there is one for it', () => {
    const settings: Settings = {
      ...EXAMPLE_SETTINGS,
      expectations: [{ kind: 'try', text: { en: 'to be quick.', ar: 'أن نسرع.' } }],
      itemKinds: [
        {
          words: ['espresso', 'coffee machine'],
          expectations: [
            { kind: 'will', text: { en: 'lend you one by {due}.', ar: 'نعيرك واحدة قبل {due}.' } },
          ],
        },
      ],
    };
    const textsOf = (name: string): readonly string[] =>
      firstAnswer({ ...intake, item: { name, serial: '' } }, MONDAY, settings)
        .expectations.slice(1)
        .map(({ text }) => text);
    expect(textsOf('Espresso machine, Lumo 3')).toEqual(['lend you one by Tue 24 Nov, 17:00.']);
    expect(textsOf('A kettle')).toEqual(['to be quick.']);
    expect(firstAnswer(intake, MONDAY, settings).promises).toHaveLength(2);
  });

  it('names the shop as the owner where nobody is named', () => {
    const settings = { ...EXAMPLE_SETTINGS, store: { ...EXAMPLE_SETTINGS.store, askFor: '' } };
    expect(firstAnswer(intake, MONDAY, settings).promises[0]?.owner).toBe('Harbour Street Repairs');
  });
});
