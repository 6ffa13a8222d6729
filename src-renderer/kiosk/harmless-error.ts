/**
 * Returns whether a window error says nothing about our code: Chromium reports a layout that needed another round
 * as an error without an Error in it.
 */
export function isHarmlessError(event: Pick<ErrorEvent, 'error' | 'message'>): boolean {
  return !event.error && event.message.startsWith('ResizeObserver loop');
}
