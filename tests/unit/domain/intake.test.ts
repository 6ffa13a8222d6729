import { describe, expect, it } from 'vitest';
import { canReach, countCharacters, isKeepable } from '../../../src-main/domain/intake.ts';
import { newTicketSecret, SECRET_ALPHABET, spokenSecret } from '../../../src-main/domain/secret.ts';

describe('countCharacters', () => {
  it('counts code points, not UTF-16 units', () => {
    expect(countCharacters('')).toBe(0);
    expect(countCharacters('🌧️')).toBe(2);
    expect(countCharacters('e\u0301\r\n')).toBe(4);
  });
});

describe('isKeepable', () => {
  it('knows half of a character', () => {
    expect(isKeepable('🌧')).toBe(true);
    expect(isKeepable('\ud83c')).toBe(false);
  });
});

describe('canReach', () => {
  const contact = { name: 'Aino', phone: '', email: '', way: null };
  it('needs a phone or an email', () => {
    expect(canReach(contact)).toBe(false);
    expect(canReach({ ...contact, phone: '040' })).toBe(true);
    expect(canReach({ ...contact, email: 'a@b' })).toBe(true);
  });
});

describe('newTicketSecret', () => {
  it('uses each character of its alphabet, none of which is read as another', () => {
    let next = 0;
    const secrets = Array.from({ length: 100 }, () => newTicketSecret((limit) => next++ % limit)).join('');
    expect(new Set(secrets)).toEqual(new Set(SECRET_ALPHABET));
    for (const confusing of '01258BILOSUVZ') expect(SECRET_ALPHABET).not.toContain(confusing);
  });

  it('is printed in two groups', () => {
    expect(spokenSecret(newTicketSecret(() => 0))).toBe('333 333');
  });
});
