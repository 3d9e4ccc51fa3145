/** What changed in a module, from its outlines in both states. */
import type { OutlineItem } from '../../facts/outline.ts';

/** A file that changed. */
export interface ChangedFile {
  path: string;
  /** Names at the top level that changed; null where all of the file counts as changed. */
  names: readonly string[] | null;
  /** Names among these whose signature changed, or that are gone. */
  signatures: readonly string[];
  /** What runs while the file loads changed too. */
  loads: boolean;
}

/** @param path of a file that changed as a whole, or of which only one state is known */
export function wholeFile(path: string): ChangedFile {
  return { path, names: null, signatures: [], loads: true };
}

/**
 * @param path of the module
 * @param before its outline before the change; undefined where it was not there or could not be read
 * @param after its outline now; undefined likewise
 * @param runsWhenHanded whether what a function of the module is handed may run before it returns
 * @returns null when no declaration differs
 */
export function changedModule(
  path: string,
  before: readonly OutlineItem[] | undefined,
  after: readonly OutlineItem[] | undefined,
  runsWhenHanded: (callee: string) => boolean,
): ChangedFile | null {
  if (before === undefined || after === undefined) return wholeFile(path);
  const old = byName(before);
  const names: string[] = [];
  const signatures: string[] = [];
  let loads = false;
  for (const [key, now] of byName(after)) {
    const then = old.get(key);
    old.delete(key);
    if (then !== undefined && sameItems(then, now, (item) => item.hash)) continue;
    const declared = now.flatMap((item) => item.names);
    names.push(...declared);
    const onlyBodies = then !== undefined && sameItems(then, now, (item) => item.shape ?? item.hash) && now.every((item) => item.shape !== undefined);
    if (!onlyBodies && then !== undefined) signatures.push(...declared);
    loads ||= now.some((item) => item.runs !== undefined && (!onlyBodies || bodiesRun(item.runs, runsWhenHanded)));
  }
  for (const gone of old.values()) {
    const declared = gone.flatMap((item) => item.names);
    names.push(...declared);
    signatures.push(...declared);
    loads ||= gone.some((item) => item.runs !== undefined);
  }
  return names.length === 0 && !loads ? null : { path, names: [...new Set(names)], signatures: [...new Set(signatures)], loads };
}

/** Items that declare the same names; statements that only run share one key, in order. */
function byName(items: readonly OutlineItem[]): Map<string, OutlineItem[]> {
  const found = new Map<string, OutlineItem[]>();
  for (const item of items) {
    const key = item.names.join(' ');
    const group = found.get(key);
    if (group === undefined) found.set(key, [item]);
    else group.push(item);
  }
  return found;
}

function sameItems(before: readonly OutlineItem[], after: readonly OutlineItem[], hashOf: (item: OutlineItem) => number): boolean {
  return before.length === after.length && before.every((item, at) => hashOf(item) === hashOf(after[at]!));
}

/** Whether bodies of functions in a statement run while the module loads. */
function bodiesRun(runs: string, runsWhenHanded: (callee: string) => boolean): boolean {
  return runs.split(' ').some((each) => each === '*' || each === '@' || (each.endsWith('>@') && runsWhenHanded(each.slice(0, -2))));
}
