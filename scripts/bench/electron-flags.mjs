/** Command-line flags for Electron here, as `npm start` gives them. */
export function electronFlags(display) {
  const flags = [];
  // Chromium's sandbox refuses root. Nobody else ever goes without it.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  // A machine without a screen has no desktop bus either; Chromium's complaints about it would hide real messages.
  if (display.virtual !== null) flags.push('--log-level=3');
  return flags;
}
