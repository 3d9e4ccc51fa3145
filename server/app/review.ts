/** Reviews a folder: the report, remarks that are not findings, and the gate's verdict. */
import type { OpenedFolder } from '../compose/folder.ts';
import { VERSION } from '../compose/program.ts';
import { makeReport, reportSteps, type ReportOptions } from '../engine/report.ts';
import type { Judgement } from '../engine/workspace.ts';
import { freshOf, severityCounts } from '../digest/findings.ts';
import type { ReadMetrics } from '../evidence/metrics/read-metrics.ts';
import { barOf, verdictOn } from '../gates/verdict.ts';
import type { GateResult } from '../protocol/gates.ts';
import { failsByScoreAlone, gateWords } from '../digest/gate.ts';
import type { JsonReport, ReportOrigin } from '../protocol/report.ts';
import type { Steps } from '../text/steps.ts';
import { staleIn, type Accepted } from './baseline.ts';
import { isAbout, type Change } from './changes.ts';

export { failsByScoreAlone, gateWords };

/** How a folder is reviewed. */
export interface ReviewOptions {
  accepted: Accepted;
  /** Keeps only findings of this change; the score still covers the whole folder. */
  change?: Change | undefined;
  /** Minimum score from the command line. */
  failUnder?: number | undefined;
  /** What is reviewed, for those who show it. */
  origin?: ReportOrigin;
  /** Start time, from `performance.now()`. */
  started: number;
}

export interface Review {
  report: JsonReport;
  /** The same with all findings, where `report` keeps those of a change. */
  whole: JsonReport;
  verdict: GateResult;
  /** Rules that threw, each with the file it threw on; an empty path means the whole folder. */
  failures: readonly { ruleId: string; path: string; reason: string }[];
  /** No file of any kind was read, so that neither findings nor their absence say anything. */
  isEmpty: boolean;
  /** Baseline entries that no longer occur. */
  stale: { rule: string; path: string }[];
}

/** A review that is kept while a folder is edited. */
export type CurrentReview = Omit<Review, 'stale'>;

/** A folder that is being edited, with a review of it as it is now. */
export interface ReviewInEditor {
  opened: OpenedFolder;
  review: CurrentReview;
  /** What a metrics file holds now. @param path relative to the folder */
  metrics(this: void, path: string): Promise<ReadMetrics>;
}

/** Judges everything that was read. */
export function reviewFolder(opened: OpenedFolder, { accepted, change, failUnder, origin, started }: ReviewOptions): Review {
  const judgement = opened.workspace.judge('full');
  const whole: JsonReport = { ...reportOf(opened, judgement, accepted, started), ...(origin === undefined ? {} : { origin }) };
  const shown = change === undefined ? whole : { ...whole, findings: whole.findings.filter((finding) => isAbout(change, finding)) };
  const verdict = gateOf(opened, shown, { accepted, failUnder, ofChange: change !== undefined });
  const isEmpty = isEmptyFolder(opened);
  return {
    // Where nothing was read, there is nothing to say about, and no gate that could pass.
    report: isEmpty ? shown : { ...shown, gate: verdict },
    whole,
    verdict,
    failures: judgement.failures,
    isEmpty,
    stale: staleIn(accepted, whole.findings.map((finding) => finding.fingerprint)),
  };
}

/** What decides on the gate of a review besides its report. */
interface GateTerms {
  accepted: Accepted;
  failUnder?: number | undefined;
  /** Whether the report holds the findings of changed lines only. */
  ofChange?: boolean;
}

/** The verdict on a report: the only place where it is computed. */
function gateOf({ survey }: OpenedFolder, { findings, score }: JsonReport, { accepted, failUnder, ofChange = false }: GateTerms): GateResult {
  const bar = barOf({ argument: failUnder, configured: survey.made.failUnder, hasBaseline: accepted.hasBaseline });
  return verdictOn({ findings, total: score.total, ofChange }, bar);
}

/** @param started from `performance.now()` @returns the review that a judgement gives, for whoever shows it as it is, in steps */
export function* reviewSteps(opened: OpenedFolder, judgement: Judgement, accepted: Accepted, started: number): Steps<CurrentReview> {
  const whole = yield* reportSteps(opened.workspace, judgement, reportOptions(accepted, started));
  const verdict = gateOf(opened, whole, { accepted });
  return { report: { ...whole, gate: verdict }, whole, verdict, failures: judgement.failures, isEmpty: isEmptyFolder(opened) };
}

function isEmptyFolder({ workspace }: OpenedFolder): boolean {
  return workspace.paths().length === 0;
}

/** @param started from `performance.now()` @returns the report of the judgement */
export function reportOf({ workspace }: OpenedFolder, judgement: Judgement, accepted: Accepted, started: number): JsonReport {
  return makeReport(workspace, judgement, reportOptions(accepted, started));
}

function reportOptions({ fingerprints }: Accepted, started: number): ReportOptions {
  return { version: VERSION, baseline: fingerprints, durationMs: performance.now() - started };
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
