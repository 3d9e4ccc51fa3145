/** Asks for what passes along edges, and puts it into the names that are written on them. */
import { pair } from '../../server/diagram/plan.ts';
import { MOST_FLOWS, type EdgeFlow, type FolderState } from '../../server/protocol/answers.ts';
import { useAnswers } from '../answers.ts';
import type { Extra } from '../state.ts';

/** Ids of a user and of what it uses. */
export type BlockPair = readonly [string, string];

/**
 * @param wanted edges in groups that are asked for together: those that come and go with the pointer in one of their own
 * @param shown what of it is to be shown; when neither data nor control flow is, nothing is asked
 * @returns by `pair` of the blocks, as far as it is known; undefined when nothing is shown
 */
export function useFlowNames(folder: FolderState, wanted: readonly (readonly BlockPair[])[], shown: readonly Extra[]): Map<string, string[]> | undefined {
  const isOn = shown.includes('data') || shown.includes('calls');
  const asked = isOn ? wanted.filter((group) => group.length > 0) : [];
  const { answers } = useAnswers(folder, asked.map((group) => ({
    kind: 'flows' as const, edges: group.slice(0, MOST_FLOWS).map(([from, to]): [string, string] => [from, to]),
  })));
  if (!isOn) return undefined;
  return new Map(answers.flatMap((answer) => answer ?? []).map((flow) => [pair(flow.from, flow.to), flowNames(flow, shown)]));
}

/** Names of data as they are, of calls with brackets; of both the first come first. */
function flowNames({ types, values, calls, makes }: EdgeFlow, shown: readonly Extra[]): string[] {
  const data = shown.includes('data') ? [...types, ...values].map(({ name }) => name) : [];
  const control = shown.includes('calls') ? [...calls.map(({ name }) => `${name}()`), ...makes.map(({ name }) => `new ${name}`)] : [];
  const both = [...data.slice(0, 1), ...control.slice(0, 1), ...data.slice(1), ...control.slice(1)];
  return [...new Set(both)];
}
