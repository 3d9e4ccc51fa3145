/** Whether an issue is done, by the team's definition: seen in log, git and a review of the folder, or ticked by a person. */
import { countsForBlocks } from '../../graph/edges.ts';
import type { OpenedFolder } from '../../compose/folder.ts';
import { freshOf } from '../../digest/findings.ts';
import { evaluateDone, type IssueInReview } from '../../progress/done/evaluate.ts';
import { itemsFor, type DoneItem } from '../../progress/done/list.ts';
import { sum } from '../../progress/statistics.ts';
import type { DoneReport } from '../../protocol/done.ts';
import { counted } from '../../text/wording.ts';
import { Failure } from '../failure.ts';
import { gatesOf, type GatesOptions } from '../gates.ts';
import type { CurrentReview } from '../review.ts';
import { ticksIn } from '../ticks.ts';
import { doneListOf, DONE_TICKS } from './done-list.ts';
import { rowOf, workOr } from './issue-rows.ts';
import { workOfIssue } from './issue-work.ts';
import { maskedData } from './mask-data.ts';

/** @param metrics as for gates */
export interface DoneOptions extends Pick<GatesOptions, 'metrics'> {
  key: string;
}

/**
 * @param review of the folder as it is
 * @returns the report, without secrets
 * @throws {Failure} for an unknown issue, and when list, ticks or log cannot be used
 */
export async function issueDone(opened: OpenedFolder, review: CurrentReview, { key, metrics }: DoneOptions): Promise<DoneReport> {
  const { root } = opened.workspace.ports;
  const { issue, cells } = await rowOf(root, key);
  const { list, path } = await doneListOf(root);
  const own = (await ticksIn(root, DONE_TICKS)).get(key) ?? {};
  const items = itemsFor(list, issue.model !== '');
  const notes: string[] = [];
  const work = await workOr(notes, () => workOfIssue(root, { issue, tracking: opened.survey.made.tracking }));
  const inReview = { ...reviewed(opened, review, work?.paths ?? []), gates: await gatesFor(opened, review, { items, metrics }) };
  const results = evaluateDone(items, { issue, cells, git: work?.git ?? null, review: inReview }, own);
  const gone = Object.keys(own).filter((id) => !list.items.some((item) => item.id === id));
  if (gone.length > 0) notes.push(`${counted(gone.length, 'tick')} of items that the list does not have: ${gone.join(', ')}.`);
  const count = (state: string): number => results.filter((each) => each.state === state).length;
  const counts = { met: count('met'), notMet: count('not-met'), notSeen: count('not-seen') };
  return maskedData<DoneReport>({
    schemaVersion: 1, issue: { key, summary: issue.summary, status: issue.status }, list: path, done: results.length > 0 && counts.met === results.length,
    counts, items: results, notes,
    work: work === null ? null : { commits: work.git.commits, files: work.paths.filter((each) => opened.survey.files.has(each)).length },
  });
}

/** @param paths of the issue */
function reviewed({ workspace }: OpenedFolder, review: CurrentReview, paths: readonly string[]): Omit<IssueInReview, 'gates'> {
  const { evidence } = workspace.ports;
  const own = new Set(paths);
  const read = paths.filter((path) => workspace.facts(path) !== undefined);
  const product = read.map((path) => workspace.facts(path)!).filter(({ role }) => countsForBlocks(role));
  const covered = product.flatMap(({ path }) => evidence.coverage?.files.get(path) ?? []);
  return {
    files: read.length,
    unread: review.whole.files.skipped.map(({ path }) => path).filter((path) => own.has(path)),
    findings: freshOf(review.whole.findings).filter(({ path }) => own.has(path)).map(({ ruleId, severity, blocker, path, range }) => (
      { ruleId, severity, blocker, path, line: range.start.line }
    )),
    failed: review.failures.filter(({ path }) => path === '' || own.has(path)).map(({ ruleId }) => ruleId),
    coverage: evidence.coverage === null ? null : {
      source: evidence.coverage.source, isOld: evidence.coverage.isOld === true,
      covered: sum(covered.map((each) => each.covered)), total: sum(covered.map((each) => each.total)),
    },
    tests: evidence.tests === null ? null : { ...evidence.tests, isOld: evidence.tests.isOld === true },
    publicItems: sum(product.map(({ metrics }) => metrics.publicItems)),
    documentedItems: sum(product.map(({ metrics }) => metrics.documentedItems)),
  };
}

/** Evaluated without being logged: nobody asked for them. Each by itself, so that one that is not there leaves the others. */
async function gatesFor(
  opened: OpenedFolder, review: CurrentReview, { items, metrics }: { items: readonly DoneItem[] } & Pick<GatesOptions, 'metrics'>,
): Promise<IssueInReview['gates']> {
  const checks = items.filter((item) => item.check === 'gates');
  const usual = opened.survey.made.gates.length === 0 ? ['review'] : opened.survey.made.gates.map(({ name }) => name);
  const names = new Set(checks.flatMap((item) => item.gates ?? usual));
  const gates = new Map<string, { passed: boolean; failed: string[] } | { problem: string }>();
  for (const name of names) {
    try {
      const [gate] = await gatesOf(opened, review, { name, ofChange: false, metrics });
      if (gate !== undefined) gates.set(name, { passed: gate.passed, failed: gate.conditions.filter((each) => !each.passed).map(({ reason }) => reason) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      gates.set(name, { problem: error.message.replace(/\.$/, '') });
    }
  }
  return gates;
}
