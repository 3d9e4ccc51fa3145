/** What of a value the sender of a request has written. */
import type { FileFacts, FunctionIndex, Origin, ValueFact } from '../../facts/file-facts.ts';
import { holderOf, isHandedIn, isPartOfRequest, openOrigins, throughCallers, type ExposureOptions } from './exposure.ts';
import { isPython } from './python.ts';
import { isNoPartOfRoute } from './routes.ts';
import { isNearRequests } from './surroundings.ts';

/** Who has signed in, and what the server hands to a function that answers: no part of a request. */
const OF_SERVER = /^_?(req|res|request|response|reply|ctx|context|next|user|current_?user|auth|session|db|conn|service|settings|config|background_tasks)\b/i;
const INJECTED = /^(Depends|Security|fastapi\.Depends|inject|Provide)\(/;

/**
 * The part of a request that reaches a value.
 * @param file the facts that the value is part of
 * @param value what reaches the sink
 * @param at the function in which it does
 * @param options what else the rule counts as clean
 * @returns null where no part that the sender wrote does
 */
export function sentOrigin(file: FileFacts, value: ValueFact, at: FunctionIndex, options: ExposureOptions = {}): Origin | null {
  if (value.constant || value.kind === 'function') return null;
  const open = throughCallers(file, openOrigins(value, options), at, options);
  return open.find((origin) => isSent(file, origin, at)) ?? null;
}

function isSent(file: FileFacts, origin: Origin, at: FunctionIndex): boolean {
  // The name `req` alone is given to other things as well, as to a job or to a request that the program sends itself.
  if (origin.kind === 'request')
    return isPartOfRequest(origin) && (!isPython(file) || isNearRequests(file)) && !isNoPartOfRoute(file, at, origin.text);
  if (origin.kind !== 'parameter' || OF_SERVER.test(origin.text) || !isHandedIn(file, origin, at)) return false;
  const root = /^[\w$]+/.exec(origin.text)?.[0];
  const given = file.functions[holderOf(file, origin.text, at)]?.params.find(({ name }) => name === root)?.default;
  return given === null || given === undefined || !INJECTED.test(given.text);
}
