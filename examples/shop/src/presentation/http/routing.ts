/** What a request is and what answers it, without anything of HTTP's machinery. */

/** A request. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

/** An answer. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Answers a request, or gives null when it is not meant. */
export type Route = (call: Call) => Promise<Answer> | null;

/** A request that makes no sense. */
export class BadRequest extends Error {}

/**
 * Makes a route for one method and path.
 * @param method such as `GET`
 * @param path with `:name` where anything may stand
 * @param answer gets the request and what stood in the places of names
 * @returns the route
 */
export function route(
  method: string,
  path: string,
  answer: (call: Call, names: Readonly<Record<string, string>>) => Promise<Answer>,
): Route {
  const wanted = path.split('/');
  return (call) => {
    const parts = call.path.split('/');
    if (call.method !== method || parts.length !== wanted.length) return null;
    const names: Record<string, string> = {};
    for (const [at, part] of wanted.entries()) {
      if (part.startsWith(':')) names[part.slice(1)] = parts[at] ?? '';
      else if (part !== parts[at]) return null;
    }
    return answer(call, names);
  };
}
