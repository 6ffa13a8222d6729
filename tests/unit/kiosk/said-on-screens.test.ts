import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../resources/messages/catalogue.ts';
import { emphasised } from '../../../src-renderer/ui/emphasised.ts';
import { isHarmlessError } from '../../../src-renderer/kiosk/harmless-error.ts';
import { fieldNote, statementNote } from '../../../src-renderer/kiosk/room-note.ts';

const en = messagesFor('en');

describe('the note about room', () => {
  test('says nothing while there is room', () => {
    expect(statementNote(en, { left: 500, cut: false })).toBe('');
    expect(fieldNote(en, { left: 1, cut: false })).toBe('');
  });

  test('counts from 499 on, then says that it is full, and says when something was cut', () => {
    expect(statementNote(en, { left: 499, cut: false })).toContain('499');
    expect(statementNote(en, { left: 0, cut: false })).toBe(en.words.atLimit);
    expect(statementNote(en, { left: 0, cut: true })).toBe(en.words.cut);
    expect(fieldNote(en, { left: 0, cut: false })).toBe(en.common.fieldFull);
  });
});

describe('the due time in an expectation', () => {
  test('is set apart where it stands, and every character stays', () => {
    const text = 'be in touch by Tue 24 Nov, 17:00, even if there is no news.';
    expect(emphasised({ text, emphasis: 'Tue 24 Nov, 17:00' })).toEqual({
      before: 'be in touch by ',
      strong: 'Tue 24 Nov, 17:00',
      after: ', even if there is no news.',
    });
  });

  test.each(['', 'elsewhere'])('is nowhere for «%s»', (emphasis) => {
    expect(emphasised({ text: 'to help.', emphasis })).toEqual({
      before: 'to help.',
      strong: '',
      after: '',
    });
  });
});

test('only the layout notice of Chromium is harmless', () => {
  const message = 'ResizeObserver loop completed with undelivered notifications.';
  expect(isHarmlessError({ error: null, message })).toBe(true);
  expect(isHarmlessError({ error: new Error('x'), message })).toBe(false);
  expect(isHarmlessError({ error: null, message: 'Uncaught' })).toBe(false);
});
