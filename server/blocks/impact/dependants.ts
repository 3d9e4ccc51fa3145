/** Which blocks a change reaches, how far they are from it, and by which files. */
import type { WorkspaceModel } from '../../graph/model.ts';
import { compareText } from '../../text/order.ts';
import type { Reach } from './reach.ts';

export interface Dependant {
  block: string;
  /** Borders between blocks on the way. */
  depth: number;
  kind: 'value' | 'type';
  /** From a changed file to one of the block. */
  path: string[];
  /** Files of the block that were reached. */
  files: number;
}

interface Way {
  path: string;
  depth: number;
  before: Way | null;
  steps: number;
}

/**
 * @param model the workspace
 * @param changed files where the change began
 * @param all what was reached, types included
 * @param isReached whether a file was reached at all, by the closest judgement
 * @param isValue whether a file is reached by something that exists at run time
 * @returns dependants without the blocks that changed, the nearest first
 */
export function dependantsOf(
  model: WorkspaceModel, changed: readonly string[], all: Reach, isReached: (path: string) => boolean, isValue: (path: string) => boolean,
): Dependant[] {
  const blockOf = (path: string): string | null => model.modules.get(path)?.block ?? null;
  const own = new Set(changed.map(blockOf));
  const found = new Map<string, Dependant>();
  for (const way of waysFrom(changed, all, blockOf)) {
    const block = blockOf(way.path);
    if (block === null || own.has(block) || !isReached(way.path)) continue;
    const known = found.get(block);
    const kind = isValue(way.path) ? 'value' : 'type';
    if (known === undefined) found.set(block, { block, depth: way.depth, kind, path: pathOf(way), files: 1 });
    else {
      known.files++;
      // A way by which something can run differently says more than a shorter one that only the compiler takes.
      if (known.kind === 'type' && kind === 'value') found.set(block, { ...known, depth: way.depth, kind, path: pathOf(way) });
    }
  }
  return [...found.values()].sort((a, b) => a.depth - b.depth || compareText(a.block, b.block));
}

/** The shortest way to each file: fewest borders between blocks first, then fewest files; in that order. */
function waysFrom(changed: readonly string[], { files }: Reach, blockOf: (path: string) => string | null): Way[] {
  const onward = new Map<string, string[]>();
  for (const [to, { through }] of files) for (const from of through) {
    const known = onward.get(from);
    if (known === undefined) onward.set(from, [to]);
    else known.push(to);
  }
  for (const targets of onward.values()) targets.sort(compareText);
  const best = new Map<string, Way>();
  let level: Way[] = [...changed].sort(compareText).map((path) => ({ path, depth: 0, before: null, steps: 0 }));
  const ordered: Way[] = [];
  for (let depth = 0; level.length > 0; depth++) {
    const next: Way[] = [];
    // Within a block first, so that the next border is crossed where it is nearest.
    for (let at = 0; at < level.length; at++) {
      const way = level[at]!;
      if (best.has(way.path)) continue;
      best.set(way.path, way);
      ordered.push(way);
      for (const path of onward.get(way.path) ?? []) {
        if (best.has(path)) continue;
        const crosses = blockOf(path) !== blockOf(way.path) && blockOf(path) !== null;
        (crosses ? next : level).push({ path, depth: crosses ? depth + 1 : depth, before: way, steps: way.steps + 1 });
      }
    }
    level = next.sort((a, b) => a.steps - b.steps);
  }
  return ordered;
}

function pathOf(way: Way): string[] {
  const files: string[] = [];
  for (let at: Way | null = way; at !== null; at = at.before) files.unshift(at.path);
  return files;
}
