/** Text files that no other language claims, such as `.env` or JSON: only their lines and comments are read. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { bareFacts } from '../kit/bare-facts.ts';

/**
 * @param claims returns whether a file is wanted, by its path in lower case; called after all other languages
 * @returns an adapter for these files
 */
export function plainAdapter(claims: (path: string) => boolean): LanguageAdapter {
  return {
    id: 'plain',
    extensions: [],
    claims,
    modules: false,
    load: () => Promise.resolve(),
    extract: (input) => bareFacts(input, 'plain'),
    createResolver: () => ({ resolve: () => ({ kind: 'missing' }) }),
    fixIds: new Set(),
    fixes: {},
  };
}
