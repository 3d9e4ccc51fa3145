/** What a declaration needs, while it is being collected: see `Needs` in `facts/outline.ts`. */

/** Longer literals are texts, not names. */
const LONGEST = 200;
/** What may be the name of a member. */
export const WORD = /^[A-Za-z_$][\w$]{1,39}$/;
/** Of `a/b`, `data.csv`, `package.module`, `package.module:name`. */
const NOT_IN_NAMES = /[\s<>|"'`;,(){}[\]=]|:\/\//;
const PART_OF_NAME = /\/|\.[A-Za-z_]/;
const WILD = /[*?$]/;

function namesFile(text: string): boolean {
  return PART_OF_NAME.test(text) && !NOT_IN_NAMES.test(text);
}

/** What one literal may name; a command is looked at word by word. @param text of the literal @param isCommand single words count as well */
export function literalNeeds(text: string, isCommand = false): string[] {
  if (text === '' || text.length > LONGEST || text.includes('\n')) return [];
  if (WORD.test(text)) return isCommand ? [`.${text}`, `"${text}`] : [`.${text}`];
  const words = text.split(/\s+/).filter((word) => word !== '');
  const found = words.flatMap((word) => named(word, isCommand));
  if (words.length > 1 && /\.[A-Za-z]\w{0,7}$/.test(text) && namesFile(text.replaceAll(' ', ''))) found.push(`"${text.replaceAll(' ', '%20')}`);
  return found;
}

function named(word: string, isCommand: boolean): string[] {
  if (isCommand && /^[\w@.-]+$/.test(word) && !word.startsWith('-')) return [`"${word}`];
  // `--require=./setup.js`
  const value = word.startsWith('-') ? word.slice(word.indexOf('=') + 1) : word;
  if (!namesFile(value)) return [];
  const wild = value.search(WILD);
  if (wild < 0) return [`"${value}`];
  // Whatever a pattern matches lies in the folder that it starts with.
  const folder = value.slice(0, value.lastIndexOf('/', wild) + 1);
  return folder === '' ? [] : [`"${folder}`];
}

/** Literal pieces of one path, such as the arguments of `path.join`, as one path. */
export function joinedNeeds(pieces: readonly string[]): string[] {
  const parts = pieces.filter((piece) => piece !== '').map((piece) => piece.replace(/^\/+|\/+$/g, ''));
  return parts.length === 0 || parts.some((part) => /\s/.test(part)) ? [] : literalNeeds(parts.length === 1 ? `./${parts[0]!}` : parts.join('/'));
}

/** Functions that call what they are handed at once. */
export const CALLS_AT_ONCE: ReadonlySet<string> = new Set([
  'map', 'forEach', 'filter', 'reduce', 'reduceRight', 'some', 'every', 'find', 'findIndex', 'findLast', 'sort', 'toSorted', 'flatMap', 'from', 'fromEntries',
  'Promise', 'replace', 'replaceAll', 'list', 'dict', 'set', 'tuple', 'sorted', 'max', 'min', 'sum', 'any', 'all', 'next', 'call', 'apply', 'run', 'main',
]);

/** Collects names of one declaration. */
export class NeedSet {
  readonly uses = new Set<string>();
  readonly types = new Set<string>();
  readonly runs = new Set<string>();
  readonly calls = new Set<string>();
}

/** @returns the names as one text */
export function needsOf(names: Iterable<string>): string {
  return [...names].join(' ');
}
