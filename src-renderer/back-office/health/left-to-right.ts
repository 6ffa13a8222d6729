/** Returns a number or a folder that reads from left to right inside of a sentence in any language. */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}
