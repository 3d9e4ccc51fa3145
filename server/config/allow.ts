/** The `allow` entries of a configuration: what is not reported. */
import { compileGlob } from '../graph/globs.ts';

const ARROW = ' -> ';

/** What an entry is compared with. */
export interface Reported {
  path: string;
  /** What the finding is about; for an import `from -> to`. */
  about: string;
}

/**
 * @param entries path globs, or `from -> to` with globs (or names of blocks) on both sides
 * @param dir folder that paths are relative to; empty for the workspace itself
 * @returns whether one of the entries allows a finding
 */
export function compileAllow(entries: readonly string[], dir: string): (reported: Reported) => boolean {
  const tests = entries.map((entry) => compileEntry(entry, dir));
  return (reported) => tests.some((test) => test(reported));
}

function compileEntry(entry: string, dir: string): (reported: Reported) => boolean {
  const arrow = entry.indexOf(ARROW);
  if (arrow < 0) {
    const matches = compileGlob(entry);
    return ({ path }) => matches(inside(path, dir));
  }
  const from = compileGlob(entry.slice(0, arrow).trim());
  const to = compileGlob(entry.slice(arrow + ARROW.length).trim());
  return ({ about }) => {
    const at = about.indexOf(ARROW);
    return at >= 0 && from(inside(about.slice(0, at), dir)) && to(inside(about.slice(at + ARROW.length), dir));
  };
}

/** Relative to the folder for paths below it; other paths and names of blocks are unchanged. */
function inside(path: string, dir: string): string {
  return dir !== '' && path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : path;
}
