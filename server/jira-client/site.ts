/** The Jira that is talked to, and with what: a token is bound to the site that it is for. */

/** A site and the credentials for it. The header is a secret. */
export interface Site {
  /** Without a slash at its end: `https://acme.atlassian.net`. */
  base: string;
  /** Value of the header `Authorization`. */
  authorization: string;
}

/** Where credentials come from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Credentials that are kept together, outside of the environment: the token is for this site. Without an address, it is a bearer token. */
export interface KeptCredentials {
  host: string;
  email: string;
  token: string;
}

/** Why nothing can be sent. The message is a sentence for users, and holds no secret. */
export class SiteError extends Error {}

export const HOST_VARIABLE = 'ARCHWRIGHT_JIRA_HOST';
export const EMAIL_VARIABLE = 'ARCHWRIGHT_JIRA_EMAIL';
export const TOKEN_VARIABLE = 'ARCHWRIGHT_JIRA_TOKEN';

/** What is kept, in messages. */
const KEPT_NAMES = ['The stored site', 'the stored address', 'The stored token'];

/** @returns whether the environment holds a token, which then comes before one that is kept elsewhere */
export function hasToken(environment: Environment): boolean {
  return (environment[TOKEN_VARIABLE]?.trim() ?? '') !== '';
}

/**
 * The site is the one that stands beside the token, in the environment or where it is kept: the two are never mixed. A folder may name
 * a site too, and then it must be the same: so no folder, whoever wrote it, has a token sent to a place of its own choice.
 * @param configured site that the configuration of the folder names; null for none
 * @param kept used where the environment holds no token
 * @throws {SiteError}
 */
export function siteOf(environment: Environment, configured: string | null, kept?: KeptCredentials): Site {
  const isKept = kept !== undefined && !hasToken(environment);
  const [hostName, emailName, tokenName] = isKept ? KEPT_NAMES : [HOST_VARIABLE, EMAIL_VARIABLE, TOKEN_VARIABLE];
  const given = isKept ? kept : { host: environment[HOST_VARIABLE], email: environment[EMAIL_VARIABLE], token: environment[TOKEN_VARIABLE] };
  const [host, email, token] = [given.host, given.email, given.token].map((value) => value?.trim() ?? '') as [string, string, string];
  const missing = [[HOST_VARIABLE, host], [TOKEN_VARIABLE, token]].filter(([, value]) => value === '').map(([name]) => name);
  if (missing.length > 0) throw new SiteError(`Set ${missing.join(' and ')} in the environment: the site of Jira, and a token for that site`);
  const base = baseOf(host);
  if (base === null) throw new SiteError(`${hostName} must be an address with "https", such as https://acme.atlassian.net`);
  // What is no address may hold a password, and is not repeated.
  if (configured !== null && baseOf(configured) !== base) {
    const from = isKept ? '' : ` (${HOST_VARIABLE})`;
    throw new SiteError(`The configuration names ${baseOf(configured) ?? 'another site'}, and the token is for ${base}${from}. Nothing was sent`);
  }
  // A header must not hold a line break, nor anything beyond Latin letters.
  if (!/^[\x21-\x7e]+$/.test(token) || !/^[\x21-\x7e]*$/.test(email)) throw new SiteError(`${tokenName} or ${emailName} holds characters that no token has`);
  const authorization = email === '' ? `Bearer ${token}` : `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
  return { base, authorization };
}

/**
 * @param written `acme.atlassian.net` or an address; a path is kept, as that of `https://api.atlassian.com/ex/jira/<id>`
 * @returns the address without a slash at its end; null for one that is none, or that is not encrypted and leaves this machine
 */
export function baseOf(written: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
