/** Returns the name of a button whose text alone does not say what it is about. */
export function about(action: string, what: string): string {
  return `${action}: ${what}`;
}
