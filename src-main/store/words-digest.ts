import { createHash } from 'node:crypto';

/**
 * Returns the SHA-256 in hex of words that were kept, for the history. The claim's salt goes with it when it is
 * erased: without it nobody can try out what the words were.
 */
export function wordsDigest(salt: string, words: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([salt, ...words]))
    .digest('hex');
}
