/** Gates of one configuration file, with the conditions of their presets. */
import { OPERATORS, type AskedCondition, type AskedGate } from '../protocol/gates.ts';
import type { ConfigProblem } from './config.ts';
import { FAMILY_CONDITIONS, type FamilyCondition } from './gate-families.ts';
import type { JsonPath } from './positions.ts';
import { problemAt, type Located } from './problems.ts';
import type { ConfigDocument } from './schema.ts';

type WrittenGate = NonNullable<ConfigDocument['gates']>[string];
type WrittenCondition = NonNullable<WrittenGate['conditions']>[number];

/** The gate of every review, which is always there. */
const OWN = 'review';

/** First words of the metrics that come from the review and the reports beside the code. All others are looked for in a file. */
const OF_REVIEW = /^(score|findings|new|coverage|tests|tools)\./;

/** @param config a document without problems @returns its gates in the order of the file */
export function readGates(config: ConfigDocument): AskedGate[] {
  return gatesOf(config).map(([name, gate]) => ({ name, conditions: mergedConditions(gate) }));
}

/** @returns gates that cannot be evaluated as they are written */
export function inGates(config: ConfigDocument, document: Located): ConfigProblem[] {
  return gatesOf(config).flatMap(([name, gate]) => {
    const problems = (gate.conditions ?? []).flatMap((condition, at) => inCondition(condition, gate, ['gates', name, 'conditions', at], document));
    // The schema passes this one over.
    if (name === '__proto__') problems.push(problemAt(document, ['gates', name], `"${name}" cannot be the name of a gate.`));
    if (name === OWN) problems.push(problemAt(document, ['gates', name], `"${OWN}" is the gate of every review; give this one another name.`));
    const isEmpty = gate.preset === undefined && (gate.conditions ?? []).length === 0;
    if (isEmpty) problems.push(problemAt(document, ['gates', name], 'A gate without conditions would always pass; give it "conditions" or a "preset".'));
    return problems;
  });
}

function gatesOf(config: ConfigDocument): [string, WrittenGate][] {
  return Object.entries(config.gates ?? {});
}

/** Conditions of the preset, changed by those of the gate on the same metric, then the gate's own. */
function mergedConditions(gate: WrittenGate): AskedCondition[] {
  const merged = new Map<string, AskedCondition>();
  for (const condition of presetOf(gate)) merged.set(condition.metric, { ...condition, file: fileOf(condition.metric, gate) });
  const own = (gate.conditions ?? []).flatMap((written): AskedCondition[] => {
    const preset = merged.get(written.metric);
    const { operator = preset?.operator ?? '>=', threshold = preset?.threshold ?? 0 } = written;
    const { metric, severity = preset?.severity ?? 'blocking', file = fileOf(metric, gate) } = written;
    merged.delete(metric);
    return severity === 'off' ? [] : [{ metric, operator, threshold, severity, file }];
  });
  return [...merged.values(), ...own];
}

function presetOf({ preset }: WrittenGate): readonly FamilyCondition[] {
  return preset === undefined ? [] : FAMILY_CONDITIONS[preset];
}

function fileOf(metric: string, { file }: WrittenGate): string | null {
  return OF_REVIEW.test(metric) ? null : file ?? null;
}

function inCondition(written: WrittenCondition, gate: WrittenGate, path: JsonPath, document: Located): ConfigProblem[] {
  const { metric, operator, threshold, severity } = written;
  if (severity === 'off') return [];
  const preset = presetOf(gate).find((each) => each.metric === metric);
  const problems: ConfigProblem[] = [];
  const say = (place: JsonPath, message: string): void => void problems.push(problemAt(document, place, message));
  if (operator === undefined && preset === undefined) say(path, `"operator" is missing; it must be one of ${OPERATORS.join(', ')}.`);
  if (threshold === undefined && preset === undefined) say(path, '"threshold" is missing; it must be a number, text, true or false.');
  const [compared, asked] = [operator ?? preset?.operator, threshold ?? preset?.threshold];
  if (typeof asked !== 'number' && asked !== undefined && compared !== undefined && compared !== '==' && compared !== '!=') {
    const place = operator === undefined ? 'threshold' : 'operator';
    say([...path, place], `${JSON.stringify(asked)} can only be compared with "==" and "!=", not with "${compared}".`);
  }
  return problems;
}
