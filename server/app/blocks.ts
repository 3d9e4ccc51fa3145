/** Each block with contract, health and checklist: what `archwright blocks` shows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateChecklist, type BlockEvidence } from '../blocks/checklist/evaluate.ts';
import type { Ticks } from '../blocks/checklist/ticks-file.ts';
import { showsDependencies } from '../blocks/matrix.ts';
import { couplingOf } from '../blocks/health/coupling.ts';
import { evolutionOf, type Evolution } from '../blocks/health/evolution.ts';
import { importersOf, testsOf } from '../blocks/users.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import type { Evidence } from '../findings/evidence.ts';
import { countsForBlocks } from '../graph/edges.ts';
import type { Block, BlockEdge, WorkspaceModel } from '../graph/model.ts';
import { readCommits } from '../host/commit-log.ts';
import { GitError } from '../host/git.ts';
import { severityCounts } from '../digest/findings.ts';
import type { JsonBlock, JsonBlocks, JsonContract } from '../protocol/blocks.ts';
import type { JsonReport, ReportFinding } from '../protocol/report.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { toTenth } from '../text/wording.ts';
import { decisionsOf, type Decision } from './decisions.ts';
import { interfaceHashes } from './interface-hash.ts';
import { reportOf } from './review.ts';
import type { StatesOptions } from './states.ts';
import type { Accepted } from './baseline.ts';
import { MATRIX_FILE } from './matrix.ts';

/** Files that measure how fast something is, by name. */
const BENCHMARK = /(^|[/._-])bench(mark)?s?([/._-]|$)/i;
const HUNDREDTHS = 100;

export interface DescribedBlocks {
  json: JsonBlocks;
  /** Why something could not be measured. */
  notes: string[];
}

/** What all blocks are judged by. */
interface Known {
  model: WorkspaceModel;
  report: JsonReport;
  evidence: Evidence;
  evolution: ReadonlyMap<string, Evolution> | null;
  ticks: Ticks;
  decisions: readonly Decision[];
  /** By block: how many tests run it, and which blocks use it. */
  tests: ReadonlyMap<string, number>;
  users: ReadonlyMap<string, readonly BlockEdge[]>;
  /** Text of the dependency matrix; null when there is none. */
  matrix: string | null;
  /** Of the interfaces of blocks that have ticks. */
  hashes: ReadonlyMap<string, string>;
}

/** What a block says of itself. */
export function contractOf({ contract, declared }: Block): JsonContract {
  return {
    responsibility: contract?.responsibility ?? null, input: contract?.input ?? null, output: contract?.output ?? null,
    dependencies: declared?.dependencies ?? null, source: contract?.source ?? declared?.source ?? null,
  };
}

/** Lines of a block's production code that tests ran, of those that could be; null where there is no report. */
export function coverageOf({ files }: Block, model: WorkspaceModel, { coverage }: Evidence): { covered: number; total: number } | null {
  if (coverage === null) return null;
  const production = files.filter((path) => countsForBlocks(model.modules.get(path)!.facts.role));
  const measured = production.map((path) => coverage.files.get(path)).filter((each) => each !== undefined);
  return { covered: total(measured.map((each) => each.covered)), total: total(measured.map((each) => each.total)) };
}

/** @returns all blocks, sorted by id */
export async function describeBlocks(opened: OpenedFolder, accepted: Accepted, ticks: Ticks, readWith: StatesOptions): Promise<DescribedBlocks> {
  const { workspace } = opened;
  const judgement = workspace.judge('full');
  const { root, evidence } = workspace.ports;
  const { evolution, notes } = await evolutionIn(root, judgement.model);
  const decisions = await decisionsOf(root);
  const matrix = await readFile(join(root, MATRIX_FILE), 'utf8').catch(() => null);
  const report = reportOf(opened, judgement, accepted, performance.now());
  const { model } = judgement;
  const tests = new Map([...model.blocks.values()].map((block) => [block.id, testsOf(model, block)]));
  const users = groupedBy(model.blockEdges, ({ to }) => to);
  // Only ticks ask for them.
  const hashes = await interfaceHashes(model, [...ticks.keys()], readWith);
  const known: Known = { model, report, evidence, evolution, ticks, decisions, tests, users, matrix, hashes };
  const findings = groupedBy(known.report.findings, ({ block }) => block);
  const blocks = [...model.blocks.values()].sort((a, b) => compareText(a.id, b.id));
  return { json: { schemaVersion: 1, blocks: blocks.map((block) => describe(block, findings.get(block.id) ?? [], known)) }, notes };
}

async function evolutionIn(root: string, model: WorkspaceModel): Promise<{ evolution: Known['evolution']; notes: string[] }> {
  try {
    const { commits, shallow } = await readCommits(root);
    const blocks = [...model.blocks.values()].map(({ id, files }) => ({
      id, files, codeLines: files.reduce((sum, path) => sum + model.modules.get(path)!.facts.metrics.codeLines, 0),
    }));
    const notes = shallow ? ['The history is shallow: churn, hotspots and authors count only the commits that are there.'] : [];
    return { evolution: evolutionOf(blocks, commits), notes };
  } catch (error) {
    if (error instanceof GitError) return { evolution: null, notes: [`Churn, hotspots and authors are not known: ${error.message}.`] };
    throw error;
  }
}

function describe(block: Block, findings: readonly ReportFinding[], known: Known): JsonBlock {
  const { model, report, evolution, ticks } = known;
  const evidence = evidenceOf(block, findings, known);
  const checklist = evaluateChecklist(evidence, ticks.get(block.id) ?? {});
  const { score = null, grade = null } = report.graph.blocks.find(({ id }) => id === block.id)?.health ?? {};
  const { instability, abstractness, distance } = couplingOf(model, block);
  const grown = evolution?.get(block.id) ?? null;
  const { coverage } = evidence;
  return {
    id: block.id,
    layer: block.layer,
    contract: contractOf(block),
    state: block.state,
    version: block.version,
    health: {
      score, grade,
      tests: evidence.tests,
      coverage: coverage === null || coverage.total === 0 ? null : toTenth((100 * coverage.covered) / coverage.total),
      findings: severityCounts(findings),
      instability: hundredths(instability), abstractness: hundredths(abstractness), distance: hundredths(distance),
      churn: grown?.churn ?? null, hotspot: grown?.hotspot ?? null, busFactor: grown?.busFactor ?? null, changesWith: grown?.changesWith ?? null,
      changedAt: grown === null || grown.changedAt === null ? null : new Date(grown.changedAt * 1000).toISOString().slice(0, 10),
      reviewedAt: checklist.find(({ id, done }) => id === 'code-review' && done === true)?.at ?? null,
    },
    checklist,
    decisions: known.decisions.filter(({ blocks }) => blocks.includes(block.id)).map(({ number, title, status, path }) => ({ number, title, status, path })),
  };
}

function evidenceOf(block: Block, findings: readonly ReportFinding[], { model, evidence, tests, users, matrix, hashes }: Known): BlockEvidence {
  const facts = block.files.map((path) => model.modules.get(path)!.facts);
  const production = facts.filter(({ role }) => countsForBlocks(role));
  const importers = importersOf(model, block);
  const dependants = (users.get(block.id) ?? []).map(({ from }) => from).sort(compareText);
  const sum = (count: (each: (typeof production)[number]) => number): number => total(production.map(count));
  return {
    interfaceHash: hashes.get(block.id) ?? '',
    hasContract: block.contract !== null && block.contract.responsibility !== null && block.contract.input !== null && block.contract.output !== null,
    untyped: sum(({ metrics }) => metrics.functions - metrics.typedFunctions),
    tests: tests.get(block.id) ?? 0,
    coverage: coverageOf(block, model, evidence),
    dependants,
    untestedDependants: dependants.filter((id) => tests.get(id) === 0),
    benchmarks: [
      ...importers.filter((path) => BENCHMARK.test(path)),
      ...new Set((block.budgets ?? []).filter(({ benchmark }) => evidence.benchmarks?.has(benchmark)).map(({ benchmark }) => `"${benchmark}"`)),
    ],
    securityFindings: findings.filter(({ ruleId, severity }) => ruleId.startsWith('security/') && severity !== 'info').length,
    publicItems: sum(({ metrics }) => metrics.publicItems),
    documentedItems: sum(({ metrics }) => metrics.documentedItems),
    matrix: matrix === null ? 'missing' : showsDependencies(matrix, block) ? 'current' : 'outdated',
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function hundredths(value: number | null): number | null {
  return value === null ? null : Math.round(value * HUNDREDTHS) / HUNDREDTHS;
}
