/** Returns the words of a kind of item that a field names, with commas or lines between them, each once. */
export function readWords(text: string): readonly string[] {
  const words = text.split(/[,،;؛\n]/u).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Returns the words of a kind of item as a field has them. */
export function writeWords(words: readonly string[]): string {
  return words.join(', ');
}
