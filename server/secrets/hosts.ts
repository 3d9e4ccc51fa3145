/** Whether others can reach what a password opens, judged by the address beside it. */
import { isDictionaryLike, isMachineMade } from './value-shape.ts';

/** The local machine: a password for a service there is of no use elsewhere. */
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|\(local(?:db)?\).*|\.)$/i;
/** Reached from within a network only. */
const PRIVATE = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.|\.(?:local|internal|lan|localdomain|svc|home|intranet|corp)$|\.svc\./i;
/** Services that run the databases of others: their addresses are not made up. */
const MANAGED = new RegExp(
  String.raw`\.(?:mongodb\.net|amazonaws\.com|azure\.com|windows\.net|supabase\.co(?:m)?|neon\.tech|render\.com|railway\.app|rlwy\.net|`
  + String.raw`redislabs\.com|redis-cloud\.com|upstash\.io|cloudamqp\.com|elephantsql\.com|psdb\.cloud|aivencloud\.com|cockroachlabs\.cloud|`
  + String.raw`cleardb\.(?:net|com)|mlab\.com|compute\.amazonaws\.com|digitalocean\.com|clickhouse\.cloud)$`,
  'i',
);

/** True for the local machine. @param host without a port */
export function isLocalHost(host: string): boolean {
  return LOCAL_HOST.test(host);
}

/**
 * True where a password and the address beside it leave little doubt: a service that others can reach, with a password that nobody would invent
 * as an example, or any password of a database run by a provider.
 * @param password without quotes
 * @param host without a port; empty when it is not known
 */
export function provesPassword(password: string, host: string): boolean {
  if (isLocalHost(host)) return false;
  if (MANAGED.test(host) || isMachineMade(password)) return true;
  return host.includes('.') && !PRIVATE.test(host) && !isDictionaryLike(password);
}
