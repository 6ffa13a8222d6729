import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import type { Locale } from '../../src-main/domain/intake.ts';
import { callBridge, intakeOf } from './bridge.ts';
import { databaseFile } from './kept.ts';
import { ESPRESSO, type Story } from './stories.ts';

/** Takes a claim as the kiosk's own page does, whatever is shown; returns its number as people say it. */
export async function takeClaim(page: Page, story: Story = ESPRESSO, locale: Locale = 'en'): Promise<string> {
  const taken = await callBridge(page, 'claim:submit', intakeOf(story, randomUUID(), locale));
  expect(taken).toMatchObject({ ok: true });
  if (!taken.ok) throw new Error('the claim was not taken');
  return taken.value.number.replaceAll('-', ' ');
}

/** Moves the open promises of the newest claim in the file of a kiosk that does not run: time passes. */
export function makeDue(dataFolder: string, due: number): void {
  const db = new Database(databaseFile(dataFolder), { fileMustExist: true });
  try {
    const id = db.prepare<[], string>('SELECT id FROM claim ORDER BY running DESC LIMIT 1').pluck().get();
    db.prepare(`UPDATE promise SET due = ? WHERE claim_id = ? AND state = 'open'`).run(due, id);
    db.prepare('UPDATE claim SET next_due = ? WHERE id = ?').run(due, id);
  } finally {
    db.close();
  }
}
