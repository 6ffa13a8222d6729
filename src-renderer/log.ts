/**
 * Notes a failure for whoever looks after the kiosk: main sees the window's console. Never give it anything that a
 * customer wrote.
 */
export function logFailure(what: string, cause: unknown): void {
  // eslint-disable-next-line no-console -- the renderer has no other log; this is the one place that uses it
  console.error(what, cause);
}
