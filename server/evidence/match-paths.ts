/**
 * Maps paths in a report to files of the workspace. A report may come from another machine,
 * a container or a subfolder, so its paths are matched by the suffix they share with known paths, and
 * only if most files of the report agree on the same change of prefix: a file that
 * merely has the same name, such as a package's `index.js`, must not be taken for ours.
 */
import { groupedBy } from '../text/order.ts';

export interface MatchedPaths {
  /** Path in the report → path in the workspace. */
  known: Map<string, string>;
  /** Paths in the report without a known file. */
  unmatched: string[];
}

/** A change of prefix: `from` is replaced by `to`. */
interface Move {
  from: string;
  to: string;
  votes: number;
}

/** Names that occur more often than this (`__init__.py`) say nothing and take long to compare. */
const TELLING = 20;
/** If no name is specific enough, this many paths are compared with every file of the same name. */
const SAMPLE = 4;

/**
 * @param reported paths as the report writes them
 * @param roots folders that relative paths in the report are based on
 * @param workspace known paths, relative with `/`
 */
export function matchPaths(reported: Iterable<string>, roots: readonly string[], workspace: readonly string[]): MatchedPaths {
  const known = new Set(workspace);
  const byName = groupedBy(workspace, (path) => path.slice(path.lastIndexOf('/') + 1));
  const spellings = [...reported].map((path) => ({ path, spelled: spellingsOf(path, roots) }));
  const moves = agreedMoves(spellings.flatMap(({ spelled }) => spelled), byName);
  const result: MatchedPaths = { known: new Map(), unmatched: [] };
  for (const { path, spelled } of spellings) {
    const found = moves.flatMap((move) => spelled.flatMap((one) => apply(move, one))).find((one) => known.has(one));
    if (found === undefined) result.unmatched.push(path);
    else result.known.set(path, found);
  }
  return result;
}

function apply({ from, to }: Move, path: string): string[] {
  return path.startsWith(from) ? [to + path.slice(from.length)] : [];
}

/** A path with `/`, without a scheme and `.` and `..` parts; a relative one also below each root. */
function spellingsOf(path: string, roots: readonly string[]): string[] {
  const plain = path.trim().replace(/^file:\/\//, '').replaceAll('\\', '/');
  if (isAbsolute(plain)) return [normal(plain)];
  return [normal(plain), ...roots.map((root) => normal(`${root.replaceAll('\\', '/')}/${plain}`))];
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}

/** The prefix changes that files agree on, best first. One supported by a single file counts only if it is the best. */
function agreedMoves(paths: readonly string[], byName: ReadonlyMap<string, readonly string[]>): Move[] {
  const moves = new Map<string, Move>();
  const ours = paths.filter((path) => !/(^|\/)(node_modules|site-packages)\//.test(path));
  const candidates = (path: string): readonly string[] => byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  const telling = ours.filter((path) => candidates(path).length <= TELLING);
  for (const path of telling.length > 0 ? telling : ours.slice(0, SAMPLE)) {
    for (const file of candidates(path)) {
      const move = moveBetween(path, file);
      const key = `${move.from}\n${move.to}`;
      const counted = moves.get(key) ?? { ...move, votes: 0 };
      counted.votes += 1;
      moves.set(key, counted);
    }
  }
  const sorted = [...moves.values()].sort(byTrust);
  return sorted.filter((move, at) => move.votes > 1 || (at === 0 && (move.from === '' || move.to === '')));
}

/** More votes first, then the smaller change, then by text for a stable order. */
function byTrust(a: Move, b: Move): number {
  const [one, other] = [`${a.from}\n${a.to}`, `${b.from}\n${b.to}`];
  return b.votes - a.votes || Number(a.to !== '') - Number(b.to !== '') || one.length - other.length || (one < other ? -1 : 1);
}

/** The prefix change that keeps the longest common suffix of both paths, in whole names. */
function moveBetween(path: string, file: string): Move {
  const [long, short] = [path.split('/'), file.split('/')];
  let shared = 0;
  while (shared < long.length && shared < short.length && long[long.length - 1 - shared] === short[short.length - 1 - shared]) shared++;
  const front = (parts: string[]): string => parts.slice(0, parts.length - shared).map((part) => `${part}/`).join('');
  return { from: front(long), to: front(short), votes: 0 };
}
