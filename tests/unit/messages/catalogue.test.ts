import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { formatDue, formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { LOCALES } from '../../../src-main/domain/intake.ts';

function everyText(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String((node as (...args: unknown[]) => string)(3, 5, 7))]];
  return Object.entries(node as object).flatMap(([key, child]) => everyText(child, `${path}.${key}`));
}

describe('the catalogue', () => {
  it.each(LOCALES)('says something everywhere in %s', (locale) => {
    for (const [path, text] of everyText(messagesFor(locale), locale)) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\[object|#/);
      expect(text, path).not.toContain('!');
    }
  });

  it('is translated: no Arabic message is left in English', () => {
    const english = new Map(everyText(messagesFor('en'), ''));
    for (const [path, text] of everyText(messagesFor('ar'), '')) {
      expect(text, path).not.toBe(english.get(path));
      expect(text, path).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('counts in every plural form of Arabic', () => {
    const say = messagesFor('ar').idle.sentence;
    expect(new Set([0, 1, 2, 5, 30].map(say)).size).toBe(5);
    expect(say(5)).toContain('5');
  });
});

describe('times', () => {
  const instant = Date.parse('2026-11-24T15:00:00Z') as Instant;
  const zone = 'Europe/Helsinki' as Zone;

  it('are said in the store’s zone', () => {
    expect(formatDue(instant, zone, 'en')).toBe('Tue 24 Nov, 17:00');
    expect(formatMoment(instant, zone, 'en')).toBe('Tue 24 Nov 2026, 17:00');
  });

  it('keep Latin digits in Arabic, so that any clerk can read the date', () => {
    expect(formatDue(instant, zone, 'ar')).toMatch(/الثلاثاء.*24.*17:00/);
  });
});
