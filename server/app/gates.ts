/** Evaluates the quality gates of a folder. */
import type { OpenedFolder } from '../compose/folder.ts';
import { withoutSecrets } from '../compose/evidence.ts';
import { readReportFile } from '../compose/report-file.ts';
import { didYouMean, nearestName } from '../config/nearest.ts';
import type { ReadMetrics } from '../evidence/metrics/read-metrics.ts';
import type { MetricEntry } from '../evidence/metrics/values.ts';
import { evaluateGate, type EvaluatedGate, type Measured } from '../gates/evaluate.ts';
import { reviewMetrics } from '../gates/review-metrics.ts';
import { REVIEW_GATE } from '../gates/verdict.ts';
import type { AskedCondition, AskedGate } from '../protocol/gates.ts';
import { freshOf } from '../digest/findings.ts';
import { firstNames } from '../text/wording.ts';
import { showable } from '../text/plain-text.ts';
import { Failure } from './failure.ts';
import type { CurrentReview } from './review.ts';

export interface GatesOptions {
  /** The gate to evaluate; all that are configured when it is undefined. */
  name: string | undefined;
  /** Whether the review keeps only the findings of a change: what is new is then what its lines hold. */
  ofChange: boolean;
  /** Reads a metrics file; from the disk by default. @param path relative to the folder */
  metrics?: ((path: string) => Promise<ReadMetrics>) | undefined;
}

/** Texts from files that are shown. */
const LONGEST_TEXT = 200;

/**
 * @param review of the folder as it is
 * @returns the gates in the order of the configuration
 * @throws {Failure} for a gate that is not there
 */
export async function gatesOf(opened: OpenedFolder, review: CurrentReview, { name, ofChange, metrics }: GatesOptions): Promise<EvaluatedGate[]> {
  const { gates } = opened.survey.made;
  const asked = chosen(gates, name);
  if (review.isEmpty) throw new Failure('There is nothing to review here: no file was read, so that no gate can be evaluated.');
  const own = { ...review.verdict, conditions: review.verdict.conditions.map((condition) => ({ ...condition, severity: 'blocking' as const })) };
  if (asked.length === 0) return [own];
  const { evidence, rules, root } = opened.workspace.ports;
  const measured = reviewMetrics({
    report: review.whole, fresh: freshOf(review.report.findings), ofChange, evidence, rules: rules.map(({ meta }) => meta.id),
  });
  const files = await readFiles(asked, metrics ?? ((path) => readReportFile({ root, kind: 'metrics', path, lines: false })));
  return Promise.all(asked.map(async (gate) => masked(evaluateGate(gate, (condition) => measure(condition, measured, files)))));
}

/** @returns the gates asked for; none for the review's own gate */
function chosen(gates: readonly AskedGate[], name: string | undefined): readonly AskedGate[] {
  if (name === REVIEW_GATE) return [];
  if (gates.length === 0)
    throw new Failure(`No gates are configured. Add "gates" to archwright.jsonc, or evaluate "${REVIEW_GATE}", the gate of every review.`);
  const found = name === undefined ? gates : gates.filter((gate) => gate.name === name);
  if (found.length > 0) return found;
  const names = [...gates.map((gate) => gate.name), REVIEW_GATE];
  throw new Failure(`There is no gate "${name}".${didYouMean(name ?? '', names)} There are ${names.join(', ')}.`);
}

async function readFiles(gates: readonly AskedGate[], read: (path: string) => Promise<ReadMetrics>): Promise<ReadonlyMap<string, ReadMetrics>> {
  const paths = new Set(gates.flatMap(({ conditions }) => conditions.map(({ file }) => file)).filter((file) => file !== null));
  return new Map(await Promise.all([...paths].map(async (path): Promise<[string, ReadMetrics]> => [path, await read(path)])));
}

function measure({ metric, file }: AskedCondition, metrics: ReadonlyMap<string, Measured>, files: ReadonlyMap<string, ReadMetrics>): Measured {
  if (file === null) return metrics.get(metric) ?? unknown(metric, metrics);
  const read = files.get(file) ?? { problem: 'was not read' };
  if ('problem' in read) return { missing: `${file} ${read.problem}`, source: file };
  const { source, values } = read;
  const entry = values.get(metric);
  if (entry === undefined) return { missing: `${source} has no such metric; ${nearest(metric, values.keys()) ?? listed(values)}`, source };
  return typeof entry === 'object' ? { missing: entry.unusable, source } : { value: entry, source };
}

function unknown(metric: string, metrics: ReadonlyMap<string, Measured>): Measured {
  const [first = ''] = metric.split('.');
  const isOurs = [...metrics.keys()].some((name) => name.startsWith(`${first}.`));
  const hint = nearest(metric, metrics.keys());
  if (hint !== null) return { missing: `there is no such metric; ${hint}`, source: 'review' };
  return { missing: isOurs ? 'there is no such metric' : 'the review has no such metric; a "file" must say where it stands', source: 'review' };
}

/** @returns the metric that was probably meant, as a question; null when none is near */
function nearest(metric: string, names: Iterable<string>): string | null {
  const known = [...names];
  const ends = known.filter((name) => name.endsWith(`.${metric}`) || name.endsWith(`/${metric}`));
  const found = ends.length === 1 ? ends[0]! : nearestName(metric, known);
  return found === null ? null : `did you mean "${found}"?`;
}

/** The first names of a file, where none of them is near. */
function listed(values: ReadonlyMap<string, MetricEntry>): string {
  const names = [...values.keys()].map((name) => showable(name).slice(0, LONGEST_TEXT));
  return names.length === 0 ? 'it holds none' : `it has ${firstNames(names)}`;
}

/** Names of files and of metrics in them may hold a secret. */
async function masked(gate: EvaluatedGate): Promise<EvaluatedGate> {
  const conditions = await Promise.all(gate.conditions.map(async (condition) => ({
    ...condition,
    source: await maskedText(condition.source),
    reason: await maskedText(condition.reason),
  })));
  return { ...gate, conditions };
}

async function maskedText(text: string): Promise<string> {
  const shown = showable(text);
  return withoutSecrets(shown.length > 2 * LONGEST_TEXT ? `${shown.slice(0, 2 * LONGEST_TEXT)}…` : shown);
}
