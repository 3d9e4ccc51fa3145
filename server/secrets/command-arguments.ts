/** Passwords and tokens that are given to commands: `curl -u robot:…`, `--password …`, `sshpass -p …`. */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isPlaceholder } from './placeholders.ts';
import { isDictionaryLike, isMachineMade, isPasswordLike, isRandom, isReference } from './value-shape.ts';

const VALUE = '["\']?([^\\s"\'`\\\\;|&()<>,\\]]{6,200})';
const OPTIONS: readonly (readonly [kind: string, form: RegExp])[] = [
  ['password of a command', new RegExp(String.raw`\b(?:curl|wget|http)\b[^\n]{0,200}?\s(?:-u|--user)[ =]["']?[\w.@-]{1,60}:${VALUE}`, 'dg')],
  ['password of a command', new RegExp(String.raw`\ssshpass\s+-p\s*${VALUE}`, 'dg')],
  ['password of a command', new RegExp(String.raw`\b(?:docker|podman|helm registry|az|oc) login\b[^\n]{0,200}?\s-p[ =]?${VALUE}`, 'dg')],
  ['password of a command', new RegExp(String.raw`\bmysql(?:dump|admin)?\b[^\n]{0,200}?\s-p(?=[^\s=])${VALUE}`, 'dg')],
  ['secret of a command', new RegExp(String.raw`\s--(?:password|passwd|token|auth-token|api-key|secret|client-secret)[ =]${VALUE}`, 'dg')],
];
/** Most files call none of them, and looking for a word costs little. */
const WORDS = /curl|wget|http |sshpass| login |mysql|--(?:passw(?:or)?d|token|auth-token|api-key|secret|client-secret)/;
/** Filled in when the command runs, or another option. */
const FILLED = /^[$%<{*-]|\$\{|\{\{/;

/**
 * @param text the whole file
 * @param kind what the path says
 * @param quiet tells whether an offset is in a comment or documentation
 */
export function findCommandArguments(text: string, kind: FileKind, quiet: (offset: number) => boolean): Candidate[] {
  if (kind.invented || !WORDS.test(text)) return [];
  const isCode = kind.syntax === 'script' || kind.syntax === 'python';
  return OPTIONS.flatMap(([what, form]) => [...text.matchAll(form)].flatMap((match) => {
    const [start, end] = match.indices![1]!;
    const value = match[1]!;
    if (FILLED.test(value) || isPlaceholder(value) || isReference(value)) return [];
    // Code and comments explain options with invented words.
    if (isCode || quiet(start) ? !isMachineMade(value) : !isRandom(value, 12) && !isPasswordLike(value)) return [];
    const isMade = isRandom(value, 12) && !isDictionaryLike(value);
    return [{
      start, end, kind: what, shown: 0, confidence: 'medium' as const, name: '',
      ...(isMachineMade(value) ? { proof: 'generated' as const } : {}), ...(isMade ? {} : { doubt: 'guessable' as const }),
    }];
  }));
}
