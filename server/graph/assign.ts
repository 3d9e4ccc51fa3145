/**
 * Which layer and which block a file belongs to. When several patterns match, the most specific wins:
 * 1. more fixed segments at the start: `src/users/api/**` before `src/users/**` before `**` + `/api/**`;
 * 2. then the folder nearest to the root: in `src/presentation/data/x.ts` the folder
 *    `presentation` decides, not `data`;
 * 3. then more fixed segments in total; then the order of the definitions.
 */
import { compileGlob, compileGlobs, globBase, type PathTest } from './globs.ts';

/** A definition that files can be assigned to: an id with globs; globs that start with `!` exclude files. */
export interface Assignable {
  id: string;
  paths: readonly string[];
}

interface Candidate {
  id: string;
  pattern: string;
  /** Segments before the first wildcard. */
  fixed: number;
  /** Segments without a wildcard, anywhere in the pattern. */
  literal: number;
  /** For patterns such as `**` + `/data/**`: the folder part, used to find its depth in the path. */
  folder: PathTest | null;
  matches: PathTest;
}

export interface Assigner {
  /**
   * @param path relative path
   * @returns the id it belongs to, or null
   */
  idOf(path: string): string | null;
  /**
   * @param pattern as in the definition
   * @param paths all files
   * @returns whether the pattern, taken alone, matches any of them
   */
  matchesAny(pattern: string, paths: Iterable<string>): boolean;
}

/**
 * Compiles definitions once; answers are cached for the lifetime of the assigner.
 * @param definitions in order of precedence for ties
 */
export function createAssigner(definitions: readonly Assignable[]): Assigner {
  const candidates = definitions.flatMap(candidatesOf);
  const known = new Map<string, string | null>();
  return {
    idOf(path) {
      const before = known.get(path);
      if (before !== undefined) return before;
      const id = best(candidates, path)?.id ?? null;
      known.set(path, id);
      return id;
    },
    matchesAny(pattern, paths) {
      const matches = compileGlob(pattern.replace(/^!/, ''));
      for (const path of paths) if (matches(path)) return true;
      return false;
    },
  };
}

function candidatesOf(definition: Assignable): Candidate[] {
  const excludes = definition.paths.filter((pattern) => pattern.startsWith('!'));
  return definition.paths
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => ({
      id: definition.id,
      pattern,
      fixed: globBase(pattern).split('/').filter(Boolean).length,
      literal: pattern.split('/').filter((segment) => !/[*?{[(]/.test(segment)).length,
      folder: pattern.startsWith('**/') && pattern.endsWith('/**') ? compileGlob(pattern.slice(0, -'/**'.length)) : null,
      matches: compileGlobs([pattern, ...excludes]),
    }));
}

function best(candidates: readonly Candidate[], path: string): Candidate | null {
  let winner: Candidate | null = null;
  for (const candidate of candidates) {
    if (!candidate.matches(path)) continue;
    if (winner === null || beats(candidate, winner, path)) winner = candidate;
  }
  return winner;
}

/** Strictly better only, so that the earlier definition wins a tie. */
function beats(candidate: Candidate, winner: Candidate, path: string): boolean {
  if (candidate.fixed !== winner.fixed) return candidate.fixed > winner.fixed;
  const depth = depthOf(candidate, path);
  const winningDepth = depthOf(winner, path);
  if (depth !== winningDepth) return depth < winningDepth;
  return candidate.literal > winner.literal;
}

/** How many segments of the path precede the end of the pattern's folder. */
function depthOf(candidate: Candidate, path: string): number {
  const segments = path.split('/');
  if (candidate.folder === null) return segments.length;
  for (let depth = 1; depth < segments.length; depth++) {
    if (candidate.folder(segments.slice(0, depth).join('/'))) return depth;
  }
  return segments.length;
}
