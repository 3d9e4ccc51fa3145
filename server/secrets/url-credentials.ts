/** Credentials in URLs: `scheme://user:password@host`. */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isLocalHost, provesPassword } from './hosts.ts';
import { isCommonDefault, isPlaceholder } from './placeholders.ts';
import { lineBefore, nameBefore } from './surroundings.ts';
import { entropy, isDictionaryLike, isMachineMade, isPlainWords, isRandom } from './value-shape.ts';

/** Position of a URL; the scheme is read backwards from it. */
export const URL_HINT = '://[^\\s/"\'`<>@:]{0,100}:[^\\s"\'`<>@]{1,200}@[\\w.[\\]${}-]' +
  '|://[\\w-]{20,255}@(?:[\\w.-]+\\.)?(?:github|gitlab|bitbucket|azure|visualstudio)\\.';

/** A token in place of the user, as in git remotes. */
const TOKEN_USER = /:\/\/([\w-]{20,255})@/y;
/** Recognized by their form. */
const HAS_FORM = /^(?:gh[opusr]_|github_pat_|glpat-)/;

const AUTHORITY = /:\/\/([^\s/"'`<>@:]{0,100}):([^\s"'`<>@]{1,200})@([\w.[\]${}-]{1,200})/y;
const DATABASE = new RegExp(
  String.raw`^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqps?|mssql|sqlserver|clickhouse|cockroachdb|neo4j|bolt|`
  + String.raw`ldaps?|smtps?|jdbc|db2|oracle|snowflake|kafka|nats|ftp|sftp)`,
  'i',
);
/** What documentation writes for a password; in deployment files some of these may be real. */
const STAND_IN = new RegExp(
  String.raw`^(?:pass|passwd|password|pwd|pw|p|secret|token|key|apikey|api[-_]key|key_\d+|xxx|hunter2|pass[-_]?word|`
  + String.raw`secure[-_]password|my[-_]?(?:secret[-_]?)?password|your.*|.*\bhere)$`,
  'i',
);
/** Hosts that exist only in documentation. */
const INVENTED_HOST = new RegExp(
  String.raw`(?:^|\.)(?:example|invalid|test)(?:\.\w+)?$|^(?:host|hostname|server|foo|bar|h)(?:\.com)?$|`
  + String.raw`^my[.-](?:proxy|host|server|domain|site|db)(?:\.\w+)?$`,
  'i',
);
/** Introduces a sample in a sentence. */
const SUCH_AS = /\b(?:for (?:instance|example)|e\.g\.|such as)/i;

/**
 * Reads the password of a URL at a hint.
 * @param text the whole file
 * @param at offset of `://`
 * @param kind what the path says
 * @param quiet in a comment or documentation, where only a random password counts
 * @returns null for a URL without a literal password
 */
export function readUrlPassword(text: string, at: number, kind: FileKind, quiet: boolean): Candidate | null {
  AUTHORITY.lastIndex = at;
  const match = AUTHORITY.exec(text);
  const scheme = /[A-Za-z][A-Za-z0-9+.-]{1,30}$/.exec(lineBefore(text, at))?.[0] ?? '';
  if (match === null) return readTokenUser(text, at);
  if (scheme === '') return null;
  const [, user = '', password = '', host = ''] = match;
  // A token may be the user: https://<token>:x-oauth-basic@github.com
  const swapped = /^x-oauth-basic$/.test(password);
  const value = swapped ? user : password;
  const start = at + 3 + (swapped ? 0 : user.length + 1);
  if (!isCredential(value, user, host, scheme, kind, quiet || SUCH_AS.test(lineBefore(text, at)))) return null;
  const local = isLocalHost(host) || (isCommonDefault(value) && !host.includes('.')) || (kind.compose && isPlainWords(value));
  const name = nameBefore(text, at - scheme.length);
  return {
    start,
    end: start + value.length,
    kind: swapped ? 'token in a URL' : 'password in a URL',
    shown: 0,
    confidence: 'high',
    name,
    ...(provesPassword(value, host) ? { proof: 'form' as const } : {}),
    ...(local ? { doubt: 'example' as const } : isDictionaryLike(value) ? { doubt: 'guessable' as const } : {}),
  };
}

function readTokenUser(text: string, at: number): Candidate | null {
  TOKEN_USER.lastIndex = at;
  const token = TOKEN_USER.exec(text)?.[1] ?? '';
  if (HAS_FORM.test(token) || !isMachineMade(token)) return null;
  return { start: at + 3, end: at + 3 + token.length, kind: 'token in a URL', shown: 0, confidence: 'high', proof: 'form', name: null };
}

function isCredential(value: string, user: string, host: string, scheme: string, kind: FileKind, quiet: boolean): boolean {
  // A port and a path followed by `@` look alike; so do scoped packages on a registry.
  if (/^\d{1,5}(?:\/|$)/.test(value) || value.includes('/') && !DATABASE.test(scheme)) return false;
  if (/[\\|*^()[\]{}$;,]|^[A-Z_]+$/.test(value) && !/\d/.test(value)) return false;
  if (/\$\{|\{\{|\{\w*\}|^\$|\(\?|\[\^|\\[wsd]/.test(value) || /[\\(|^]/.test(user)) return false;
  if (quiet || kind.invented) return isRandom(value) && entropy(value) > 3.3 && !INVENTED_HOST.test(host);
  if (kind.deployment) return value.length >= 3 && !isPlaceholder(value) && !/^x+$/i.test(value);
  if (STAND_IN.test(value) || isPlaceholder(value) || INVENTED_HOST.test(host)) return false;
  return value.length >= 4 && (DATABASE.test(scheme) || /\d/.test(value) || value.length >= 8);
}
