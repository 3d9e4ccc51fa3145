/** What passes along the edges between blocks: the types and values that one has from the other, and what it calls. */
import { interactionsOf } from '../blocks/interactions.ts';
import type { EdgeFlow, FlowName } from '../protocol/answers.ts';
import type { InteractionKind, InteractionPlace } from '../protocol/interactions.ts';
import { compareText, groupedBy } from '../text/order.ts';
import type { EditedFolder } from './editing/edited-folder.ts';

/** What is imported for unknown purposes passes nothing that could be named. */
const LIST_OF: Readonly<Record<InteractionKind, 'types' | 'values' | 'calls' | 'makes' | null>> = {
  type: 'types', inheritance: 'types', data: 'values', call: 'calls', construction: 'makes', unknown: null,
};
/** More names are not told; an edge with more of them is told by its imports. */
const MOST_NAMES = 40;

/**
 * @param folder one that is open; before its first review it has no edges
 * @param edges pairs of ids, from user to used
 * @returns in this order, without those that are no edge
 */
export function flowsOn({ state: model }: Pick<EditedFolder, 'state'>, edges: readonly (readonly [string, string])[]): EdgeFlow[] {
  if (model === null) return [];
  const known = new Map(model.blockEdges.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]));
  const asked = edges.flatMap((edge) => known.get(JSON.stringify(edge)) ?? []);
  const found = groupedBy(interactionsOf({ ...model, blockEdges: asked }, []), ({ from, to }) => JSON.stringify([from, to]));
  return asked.map(({ from, to }) => {
    const flow: EdgeFlow = { from, to, types: [], values: [], calls: [], makes: [] };
    const places = { types: [], values: [], calls: [], makes: [] } as Record<keyof Omit<EdgeFlow, 'from' | 'to'>, InteractionPlace[]>;
    for (const { kind, places: own } of found.get(JSON.stringify([from, to])) ?? []) {
      const list = LIST_OF[kind];
      if (list !== null) places[list].push(...own);
    }
    for (const list of ['types', 'values', 'calls', 'makes'] as const) flow[list] = namesOf(places[list]);
    return flow;
  });
}

/** Those of most imports first. */
function namesOf(places: readonly InteractionPlace[]): FlowName[] {
  return [...groupedBy(places, nameOf)]
    .map(([name, own]): FlowName => {
      const [first] = [...own].sort((a, b) => compareText(a.path, b.path) || a.range.start.line - b.range.start.line);
      // What is both extended and used as a type is one import.
      const places = new Set(own.map(({ path, range: { start } }) => `${path}:${start.line}:${start.column}`));
      return { name, count: places.size, path: first!.path, range: first!.range };
    })
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
    .slice(0, MOST_NAMES);
}

/** The name in the code; of a default export or of a whole file, the name of the file, or of its folder. */
function nameOf({ name, target }: InteractionPlace): string {
  if (name !== null && name !== '*' && name !== 'default') return name;
  const parts = target.split('/');
  const file = (parts.pop() ?? '').replace(/\.[^.]*$/, '');
  return file === 'index' || file === '__init__' ? parts.pop() ?? file : file;
}
