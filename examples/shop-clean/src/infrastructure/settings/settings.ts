/** What differs between machines: read once, at the start, from the environment. */

/** Settings of the shop. */
export interface Settings {
  port: number;
  databaseUrl: string;
  paymentUrl: string;
  paymentToken: string;
}

/** A setting is missing or cannot be used. */
export class SettingError extends Error {}

/** Names and values, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks all settings.
 * @param environment where they stand
 * @returns the settings
 * @throws {SettingError} when one is missing or is not of its kind
 */
export function readSettings(environment: Environment): Settings {
  return {
    port: readPort(environment),
    databaseUrl: readText(environment, 'DATABASE_URL'),
    paymentUrl: readText(environment, 'PAYMENT_URL'),
    paymentToken: readText(environment, 'PAYMENT_TOKEN'),
  };
}

function readText(environment: Environment, name: string): string {
  const value = environment[name]?.trim() ?? '';
  if (value === '') throw new SettingError(`The setting ${name} is missing.`);
  return value;
}

function readPort(environment: Environment): number {
  const port = Number(readText(environment, 'PORT'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SettingError('PORT is a number from 1 to 65535.');
  }
  return port;
}
