/** What is logged for audit, each with what is told of it. Nothing happens where no log is kept. */
import { hexHash } from '../../audit/entries.ts';
import type { OpenedFolder } from '../../compose/folder.ts';
import { freshOf, severityCounts } from '../../digest/findings.ts';
import type { GateResult } from '../../protocol/gates.ts';
import type { JsonReport } from '../../protocol/report.ts';
import { changesSince, observe, type Observed } from './observe.ts';
import { recordAudit, type Happening, type RecordOptions } from './record.ts';

/** Something that happened to a folder that was read, after whatever else is new in it. */
async function record(root: string, observed: () => Observed | null, happened: readonly Happening[], options: RecordOptions = {}): Promise<void> {
  await recordAudit(root, (entries) => {
    const seen = observed();
    return [...(seen === null ? [] : changesSince(entries, seen)), ...happened];
  }, options);
}

/** @param observed null when the folder cannot be looked at */
export function recordReview(root: string, report: JsonReport, { git, observed }: { git: boolean; observed(): Observed | null }): Promise<void> {
  const { score, gate } = report;
  const fresh = freshOf(report.findings);
  const { error, warning, info } = severityCounts(fresh);
  return record(root, observed, [{
    kind: 'review',
    details: {
      score: score.total, grade: score.grade, approved: score.approved, errors: error, warnings: warning, infos: info,
      blockers: fresh.filter(({ blocker }) => blocker).length, passed: gate?.passed ?? null,
    },
  }], { git });
}

/** @param gates that were evaluated */
export function recordGates(opened: OpenedFolder, gates: readonly GateResult[]): Promise<void> {
  return record(opened.workspace.ports.root, () => observe(opened), gates.map(({ name, passed, conditions }) => ({
    kind: 'gate' as const,
    details: { name, passed, failed: conditions.filter((condition) => !condition.passed).map(({ metric }) => metric) },
  })));
}

/** What a baseline accepted before and accepts now, by fingerprint. */
export interface BaselineChange {
  before: ReadonlySet<string>;
  now: ReadonlySet<string>;
  /** Of the file. */
  text: string;
}

/** Logs a change of the baseline. */
export function recordBaseline(opened: OpenedFolder, { before, now, text }: BaselineChange): Promise<void> {
  const added = [...now].filter((each) => !before.has(each)).length;
  const removed = [...before].filter((each) => !now.has(each)).length;
  const details = { accepted: now.size, added, removed, sha256: hexHash(text) };
  return record(opened.workspace.ports.root, () => observe(opened), [{ kind: 'baseline', details }]);
}

/** Logs a tick of a checklist, or that it was taken back. @param by who did it */
export function recordTick(opened: OpenedFolder, tick: { block: string; item: string; done: boolean }, by: string | undefined): Promise<void> {
  return record(opened.workspace.ports.root, () => observe(opened), [{ kind: 'tick', details: { ...tick } }], { by });
}

/** Logs a tick of an issue's definition of done, or that it was taken back. @param by who did it */
export function recordIssueTick(root: string, tick: { issue: string; item: string; done: boolean }, by: string | undefined): Promise<void> {
  return record(root, () => null, [{ kind: 'tick', details: { ...tick } }], { by });
}

/** Logs how the rehearsal of a rollback went. @param by who did it */
export function recordRehearsal(
  opened: OpenedFolder, details: { block: string; to: string; commit: string; files: number; commands: number; passed: boolean }, by: string | undefined,
): Promise<void> {
  return record(opened.workspace.ports.root, () => observe(opened), [{ kind: 'rehearsal', details }], { by });
}

/** Logs that a block was taken back to a revision. */
export function recordRollback(root: string, details: { block: string; to: string; commit: string; files: number }): Promise<void> {
  return record(root, () => null, [{ kind: 'rollback', details }]);
}

/** Logs what a sync with Jira did. */
export function recordSync(
  root: string, details: { site: string; project: string; created: number; updated: number; failed: number; conflicts: number },
): Promise<void> {
  return record(root, () => null, [{ kind: 'sync', details: { ...details } }]);
}

/** Logs that the tracking log was written for another program. */
export function recordExport(root: string, details: { for: string; issues: number; files: readonly string[] }): Promise<void> {
  return record(root, () => null, [{ kind: 'export', details: { ...details } }]);
}
