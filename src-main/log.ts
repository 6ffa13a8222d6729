/** What happened, for whoever looks after the kiosk. Never a word of a customer's, never a name or a number. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, error: unknown): void;
}

/** Returns a log that writes one line of JSON an event to `write`. */
export function createLog(write: (line: string) => void): Log {
  const entry = (level: string, event: string, facts: object): void => {
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
  };
  return {
    info: (event, facts = {}) => entry('info', event, facts),
    error: (event, error) => {
      entry('error', event, {
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    },
  };
}
