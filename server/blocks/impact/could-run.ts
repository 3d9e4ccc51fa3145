/** Whether a test could run what changed, followed from the test. */
import type { ChangedFile } from './changed-module.ts';
import type { ImpactWorkspace } from './impact-workspace.ts';
import { foldersAround } from './paths.ts';
import { RunGraph, type Spot } from './run-graph.ts';

/** Steps from spot to spot, over all tests; when they are used up, every further test could run the change. */
const MOST_STEPS = 40_000_000;

/**
 * A method runs only where its class is used and something names it, both by what the test itself runs: a test that names the
 * method of another class, or makes an instance of which it never calls the method, is left out.
 * @param changes what changed
 * @returns tells of a test whether it could run any of it; true also where that would take too long to find out
 */
export function couldRun(workspace: ImpactWorkspace, changes: readonly ChangedFile[]): (test: string) => boolean {
  const graph = new RunGraph(workspace, new Map(changes.map(({ path, names }) => [path, names ?? []])));
  const wanted = new Set(changes.flatMap((change) => spotsOf(graph, workspace, change)));
  let steps = 0;
  return (test) => steps > MOST_STEPS || reaches(graph.test(test));

  function reaches(start: Spot): boolean {
    const seen = new Set<Spot>([start]);
    const work = [start];
    const members = new Set<string>();
    const waiting = new Map<string, Spot[]>();
    const words = new Set<string>();
    let computes = false;
    const reach = (spot: Spot): void => {
      if (seen.has(spot)) return;
      seen.add(spot);
      work.push(spot);
    };
    const isNamed = (member: string): boolean => members.has(member) || (computes && words.has(member));
    for (let at = work.pop(); at !== undefined; at = work.pop()) {
      if (wanted.has(at)) return true;
      const { next, members: named, words: read, gated, computes: reads } = graph.opened(at);
      steps += 1 + next.length + named.length + read.length + gated.length;
      next.forEach(reach);
      for (const { member, spot } of gated) {
        if (isNamed(member)) reach(spot);
        else waiting.set(member, [...waiting.get(member) ?? [], spot]);
      }
      for (const member of named) {
        if (members.has(member)) continue;
        members.add(member);
        waiting.get(member)?.forEach(reach);
      }
      for (const word of read) {
        if (computes && !words.has(word)) waiting.get(word)?.forEach(reach);
        words.add(word);
      }
      if (!reads || computes) continue;
      computes = true;
      for (const word of words) waiting.get(word)?.forEach(reach);
    }
    return false;
  }
}

function spotsOf(graph: RunGraph, workspace: ImpactWorkspace, { path, names, loads }: ChangedFile): Spot[] {
  // What reads the file by its name, or lists its folder, may use any of it.
  const found = [graph.everything(path), ...foldersAround(path).map((folder) => graph.folder(folder))];
  if (names === null || loads) found.push(graph.file(path));
  const index = workspace.index(path);
  for (const name of names ?? []) {
    // All that loads the file may be given what it exports as a whole.
    if (/^export:\*$|^ns:/.test(name)) found.push(graph.file(path));
    found.push(name.startsWith('export:') ? graph.asked(path, name.slice('export:'.length)) : graph.name(path, name));
    for (const at of index?.declaring(name) ?? []) found.push(graph.item(path, at));
  }
  return found;
}
