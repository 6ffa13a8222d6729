/**
 * What the scripts say to a person. Progress goes to stderr, so that stdout holds only results
 * (`npm run -s electron:path`, the totals of `npm test`).
 */

/** A failure that a person can do something about; its message is the whole story, no stack is shown. */
export class SetUpError extends Error {}

/** Says one line of progress. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a script's main function; ends the process with a sentence and code 1 when it fails. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    // A SetUpError explains itself; anything else is a bug of the scripts and its stack helps to find it.
    say(error instanceof SetUpError ? `\nStopped: ${error.message}` : error.stack);
    process.exitCode = 1;
  }
}

/** Describes a duration for a person: "0.4 s", "73 s". */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}
