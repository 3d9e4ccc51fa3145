/** The log: one line of JSON an event, so that machines can read it too. */

/** What belongs to an event. Ids, never personal data. */
export type LogFields = Readonly<Record<string, string | number>>;

/** Where the shop tells what it does. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  error(event: string, cause: unknown, fields?: LogFields): void;
}

/**
 * Makes a logger.
 * @param write receives each line, with its line break
 * @returns the logger
 */
export function createLogger(write: (line: string) => void): Logger {
  const log = (level: string, event: string, fields: LogFields): void => {
    write(`${JSON.stringify({ level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields = {}) => log('info', event, fields),
    error: (event, cause, fields = {}) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      log('error', event, { ...fields, reason });
    },
  };
}
