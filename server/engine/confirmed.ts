/** Settles findings by what the rest of the workspace tells: those that wait for what other files hand on, and those in files that nobody runs. */
import { isReached, reachedFunctions, type Reached, type ReachedFunctions } from '../graph/reached.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import type { Awaited, Finding } from '../findings/finding.ts';
import { inputsOfTests } from './test-inputs.ts';

/** What the workspace tells. */
export interface Circumstances {
  /** What requests reach across files. */
  reached: ReachedFunctions;
  /** What tests read and nobody runs. */
  inputs: ReadonlySet<string>;
}

export const NOTHING_KNOWN: Circumstances = { reached: new Map(), inputs: new Set() };

/**
 * @param model the workspace
 * @param findings of all files, of which some wait
 * @returns what settles them
 */
export function circumstancesOf(model: WorkspaceModel, findings: Iterable<Finding>): Circumstances {
  const awaiting = new Map<string, Set<string>>();
  for (const { path, awaits } of findings) {
    if (awaits === undefined) continue;
    if (!awaiting.has(path)) awaiting.set(path, new Set());
    awaiting.get(path)!.add(awaits.function);
  }
  return { reached: awaiting.size === 0 ? new Map() : reachedFunctions(model, awaiting), inputs: inputsOfTests(model) };
}

/**
 * @param findings of rules
 * @param circumstances that settle them
 * @returns the findings without any that waits: one that a request reaches names it and shows its way, in place of what its file alone shows there.
 *   In files that nobody runs all are information.
 */
export function confirmed(findings: readonly Finding[], { reached, inputs }: Circumstances): Finding[] {
  const settled = reaching(findings, reached);
  return inputs.size === 0 ? settled : settled.map((finding) => (inputs.has(finding.path) ? { ...finding, severity: 'info' } : finding));
}

function reaching(findings: readonly Finding[], reached: ReachedFunctions): Finding[] {
  const settled = findings.filter(({ awaits }) => awaits === undefined);
  if (settled.length === findings.length) return settled;
  const certain = findings.flatMap((finding): Finding[] => {
    if (finding.awaits === undefined) return [];
    const { awaits, ...rest } = finding;
    const by = reachingOf(reached.get(finding.path)?.get(awaits.function), awaits);
    if (by === undefined) return [];
    const way = by.way.map((place, index) => ({ ...place, messageId: 'handed', data: { from: index === 0 ? by.request : 'It' } }));
    return [{ ...rest, data: { ...finding.data, from: by.request }, related: [...way, ...finding.related] }];
  });
  if (certain.length === 0) return settled;
  const taken = new Set(certain.map(placeOf));
  return [...settled.filter((finding) => !taken.has(placeOf(finding))), ...certain];
}

function placeOf({ ruleId, path, span }: Finding): string {
  return `${ruleId} ${path} ${span.join(':')}`;
}

/** The first that reaches it. */
function reachingOf(all: readonly Reached[] | undefined, { values, except = [] }: Awaited): Reached | undefined {
  return all?.find((each) => (each.of === undefined || !except.includes(each.of)) && values.some((value) => isReached(each, value)));
}
