/**
 * Returns a text as it is compared with another: without case, diacritics (Arabic vowel signs too), punctuation and
 * white space that differs. It is for comparing only and never for showing: nothing folds back.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Lower case can bring marks of its own (İ), which are taken apart once more.
      .normalize('NFKD')
      // Tatweel only stretches a word.
      .replaceAll(/[\p{M}\p{Cf}\u0640]/gu, '')
      .replaceAll(/[\p{P}\p{Z}\p{C}]+/gu, ' ')
      .trim()
  );
}

/** Returns a serial number as it is compared: as SQLite's `lower(trim(…))`, which the index of claims is made of. */
export function serialKey(serial: string): string {
  return serial.replaceAll(/^ +| +$/g, '').replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Returns the text with Arabic and Persian digits as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
