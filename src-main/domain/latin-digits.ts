/** Returns a text with the digits of Arabic and Persian as Latin ones; the rest stays as it is. */
export function latinDigits(text: string): string {
  // Both rows of digits begin at a multiple of sixteen.
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
