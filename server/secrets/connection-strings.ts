/** Passwords and keys in connection strings: `Server=db;User Id=app;Password=…;`, `AccountName=…;AccountKey=…`. */
import type { Candidate } from './candidate.ts';
import { isLocalHost, provesPassword } from './hosts.ts';
import { isEmulatorKey, isPlaceholder } from './placeholders.ts';
import { isDictionaryLike } from './value-shape.ts';

/** Where a part with a secret may begin. */
export const CONNECTION_HINT = '(?:Password|Pwd|PWD|password|AccountKey|SharedAccessKey|SharedSecretValue)=[^;\\s]';

const PART = /(Password|Pwd|PWD|password|AccountKey|SharedAccessKey|SharedSecretValue)=([^;"'`\s\\<>&(){}?,]{3,200}(?=[;"'`\s\\<&]|$))/y;
const OTHER_PART = new RegExp(
  String.raw`(?:Server|Data Source|Host|AccountName|Endpoint|Uid|User ?Id|User|Username|Initial Catalog|Database|`
  + String.raw`SharedAccessKeyName|DefaultEndpointsProtocol)\s?=[^;\n]{1,200};`,
  'i',
);
/** Where the database is. */
const HOST = /(?:Server|Data Source|Host)\s?=\s?(?:tcp:)?([\w.()[\]-]{1,200})/i;

/**
 * Reads the secret part of a connection string at a hint.
 * @param text the whole file
 * @param at offset of the part's name
 * @param invented in a test, an example, a comment
 * @returns null when the other parts of a connection string are missing
 */
export function readConnectionSecret(text: string, at: number, invented: boolean): Candidate | null {
  PART.lastIndex = at;
  const match = PART.exec(text);
  // `?user=…&amp;password=…` is a query.
  if (match === null || /[?&]$|&amp;$/.test(text.slice(Math.max(0, at - 5), at))) return null;
  const [, key = '', value = ''] = match;
  const isKey = /Key|Value/.test(key);
  const around = text.slice(Math.max(0, at - 200), at + match[0].length + 200);
  const line = around.slice(around.lastIndexOf('\n', Math.min(at, 200)) + 1);
  if (!OTHER_PART.test(line) || isPlaceholder(value) || isEmulatorKey(value)) return null;
  if (isKey ? !/^[A-Za-z0-9+/]{40,90}={0,2}$/.test(value) : invented || /^(?:password|pwd|pass|secret)$/i.test(value)) return null;
  const start = at + key.length + 1;
  const host = HOST.exec(line)?.[1] ?? '';
  const doubt = isKey ? {} : isLocalHost(host) ? { doubt: 'example' as const } : isDictionaryLike(value) ? { doubt: 'guessable' as const } : {};
  const proof = isKey ? { proof: 'issued' as const } : provesPassword(value, host) ? { proof: 'form' as const } : {};
  const end = start + value.length;
  return { start, end, kind: isKey ? 'Azure key' : 'password in a connection string', shown: 0, confidence: 'high', name: key, ...proof, ...doubt };
}
