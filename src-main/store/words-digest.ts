import { createHash } from 'node:crypto';
import type { FeelingGiven } from '../domain/intake.ts';

/**
 * Returns the SHA-256 in hex of words that were kept, for the history. The claim's salt goes with it when it is
 * erased: without it nobody can try out what the words were.
 */
export function wordsDigest(salt: string, words: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([salt, ...words]))
    .digest('hex');
}

/** Returns the digest of a further statement. */
export function statementDigest(
  salt: string,
  { id, text }: { readonly id: string; readonly text: string },
): string {
  return wordsDigest(salt, [id, text]);
}

/** Returns the digest of a further feeling. */
export function feelingDigest(salt: string, { face, words }: FeelingGiven): string {
  return wordsDigest(salt, [face ?? '', words]);
}

/** Returns the digest of a version of what we understood. */
export function understandingDigest(salt: string, text: string): string {
  return wordsDigest(salt, [text]);
}
