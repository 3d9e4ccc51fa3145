/** Reviews a folder: the report, remarks that are not findings, and the gate's verdict. */
import type { OpenedFolder } from '../compose/folder.ts';
import { VERSION } from '../compose/program.ts';
import { makeReport } from '../engine/report.ts';
import type { Judgement } from '../engine/workspace.ts';
import { freshOf, severityCounts } from '../digest/findings.ts';
import { barOf, verdictOn, type Verdict } from '../gates/verdict.ts';
import type { JsonReport } from '../protocol/report.ts';
import { staleIn, type Accepted } from './baseline.ts';
import { isAbout, type Change } from './changes.ts';

/** How a folder is reviewed. */
export interface ReviewOptions {
  accepted: Accepted;
  /** Keeps only findings of this change; the score still covers the whole folder. */
  change?: Change | undefined;
  /** Minimum score from the command line. */
  failUnder?: number | undefined;
  /** Start time, from `performance.now()`. */
  started: number;
}

export interface Review {
  report: JsonReport;
  verdict: Verdict;
  /** Rules that threw, each with the file it threw on; an empty path means the whole folder. */
  failures: readonly { ruleId: string; path: string; reason: string }[];
  /** No file of any kind was read, so that neither findings nor their absence say anything. */
  isEmpty: boolean;
  /** Baseline entries that no longer occur. */
  stale: { rule: string; path: string }[];
}

/** Judges everything that was read. */
export function reviewFolder(opened: OpenedFolder, { accepted, change, failUnder, started }: ReviewOptions): Review {
  const judgement = opened.workspace.judge('full');
  const whole = reportOf(opened, judgement, accepted, started);
  const report = change === undefined ? whole : { ...whole, findings: whole.findings.filter((finding) => isAbout(change, finding)) };
  const bar = barOf({ argument: failUnder, configured: opened.survey.made.failUnder, hasBaseline: accepted.hasBaseline });
  return {
    report,
    verdict: verdictOn({ findings: report.findings, total: report.score.total }, bar),
    failures: judgement.failures,
    isEmpty: opened.workspace.paths().length === 0,
    stale: staleIn(accepted, whole.findings.map((finding) => finding.fingerprint)),
  };
}

/** @param started from `performance.now()` @returns the report of the judgement */
export function reportOf({ workspace }: OpenedFolder, judgement: Judgement, accepted: Accepted, started: number): JsonReport {
  return makeReport(workspace, judgement, { version: VERSION, baseline: accepted.fingerprints, durationMs: performance.now() - started });
}

/** A review in numbers. */
export interface ReviewSummary {
  /** Findings outside the baseline, by severity. */
  errors: number;
  warnings: number;
  infos: number;
  total: number | null;
  grade: string | null;
}

/** @param report null before the first review */
export function summaryOf(report: JsonReport | null): ReviewSummary {
  const { error, warning, info } = severityCounts(freshOf(report?.findings ?? []));
  return { total: report?.score.total ?? null, grade: report?.score.grade ?? null, errors: error, warnings: warning, infos: info };
}
