/** Asks for what passes along edges, and puts it into the names that are written on them. */
import { flowNames } from '../../server/diagram/flow-names.ts';
import { pair } from '../../server/diagram/plan.ts';
import { MOST_FLOWS, type FolderState } from '../../server/protocol/answers.ts';
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
  const choice = { data: shown.includes('data'), control: shown.includes('calls') };
  const isOn = choice.data || choice.control;
  const asked = isOn ? wanted.filter((group) => group.length > 0) : [];
  const { answers } = useAnswers(folder, asked.map((group) => ({
    kind: 'flows' as const, edges: group.slice(0, MOST_FLOWS).map(([from, to]): [string, string] => [from, to]),
  })));
  if (!isOn) return undefined;
  return new Map(answers.flatMap((answer) => answer ?? []).map((flow) => [pair(flow.from, flow.to), flowNames(flow, choice)]));
}
