/** `archwright review`: findings, score and blockers of a folder. */
import { isAbsolute, join } from 'node:path';
import { Option, type Command } from 'commander';
import { BASELINE_FILE, readBaseline, staleEntries } from '../../engine/baseline.ts';
import { makeReport } from '../../engine/report.ts';
import { VERSION } from '../../compose/build-id.ts';
import { ruleWords } from '../../compose/rule-words.ts';
import type { ChangedLines } from '../../facts/changed-lines.ts';
import { changedLines, GitError } from '../../host/git.ts';
import type { JsonReport, ReportFinding } from '../../protocol/report.ts';
import { writeReport, REPORT_FORMATS } from '../../report/review/formats.ts';
import { BAR } from '../../score/formula.ts';
import { chosenFormat, folderOf, open, readIn, say, wantsColor, write, type CommonOptions } from '../context.ts';
import { EXIT_GATE, Failure } from '../failure.ts';

interface ReviewOptions extends CommonOptions {
  base?: string;
  failUnder?: number;
  baseline?: string;
}

/** Adds `archwright review`. */
export function addReview(program: Command): void {
  program.command('review')
    .description('Review a folder: findings, score out of 100, blockers')
    .argument('[folder]', 'folder to review', '.')
    .option('--base <ref>', 'keep only the findings of lines changed since this git revision, and ask for their coverage; the score is that of the whole')
    .addOption(new Option('--fail-under <points>', 'fail when the score is lower').argParser(points))
    .option('--baseline <file>', `findings that are accepted (default: ${BASELINE_FILE}, where it is)`)
    .addHelpText('after', '\nExamples:\n  archwright review\n  archwright review packages/api --format html --output report.html\n  archwright review --base origin/main --format github\n')
    .action(async (folder: string, _own, command: Command) => review(folder, command.optsWithGlobals<ReviewOptions>()));
}

function points(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100) throw new Failure(`--fail-under takes a number from 0 to 100, not "${text}".`);
  return value;
}

async function review(argument: string, options: ReviewOptions): Promise<void> {
  const started = performance.now();
  const format = chosenFormat(options, REPORT_FORMATS, 'pretty');
  const root = folderOf(argument);
  const accepted = readAccepted(root, options);
  const changed = options.base === undefined ? null : await changes(root, options.base);
  const { workspace, made } = await open(root, options, changed ?? undefined);
  const judgement = workspace.judge('full');
  const report = makeReport(workspace, judgement, { version: VERSION, baseline: accepted.fingerprints, durationMs: performance.now() - started });
  tellAside(report, judgement.failures, workspace.ports.evidence.problems, accepted, options);
  const shown = changed === null ? report : { ...report, findings: report.findings.filter((finding) => isChanged(finding, changed)) };
  await write(options, writeReport(format, shown, { color: wantsColor(options), width: process.stdout.columns ?? 100, rules: ruleWords }));
  const bar = options.failUnder ?? made.failUnder ?? (accepted.used ? null : BAR);
  if (!gateHolds(shown, bar)) process.exitCode = EXIT_GATE;
}

/** No error and no blocker outside the baseline, and the score reaches the bar (null: no bar). */
function gateHolds(report: JsonReport, bar: number | null): boolean {
  if (report.findings.some((finding) => !finding.baseline && (finding.severity === 'error' || finding.blocker))) return false;
  return bar === null || report.score.total === null || report.score.total >= bar;
}

interface Accepted {
  used: boolean;
  fingerprints: ReadonlySet<string>;
  stale(current: ReadonlySet<string>): { rule: string; path: string }[];
}

function readAccepted(root: string, options: ReviewOptions): Accepted {
  const file = options.baseline ?? BASELINE_FILE;
  const text = options.baseline === undefined ? readIn(root, file) : isAbsolute(file) ? readIn('/', file.slice(1)) : readIn(process.cwd(), file) ?? readIn(root, file);
  if (text === undefined) {
    if (options.baseline !== undefined) throw new Failure(`The baseline "${file}" cannot be read.`);
    return { used: false, fingerprints: new Set(), stale: () => [] };
  }
  const baseline = readBaseline(text);
  if ('problem' in baseline) throw new Failure(`The baseline ${options.baseline ?? join(root, file)} ${baseline.problem}`);
  return { used: true, fingerprints: new Set(baseline.entries.map((entry) => entry.fingerprint)), stale: (current) => staleEntries(baseline, current) };
}

async function changes(root: string, base: string): Promise<ChangedLines> {
  try {
    return await changedLines(root, base);
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`--base ${base}: ${error.message}.`);
    throw error;
  }
}

function isChanged(finding: ReportFinding, changed: ChangedLines): boolean {
  const lines = changed.get(finding.path);
  if (lines === undefined) return false;
  if (lines === 'all') return true;
  for (let line = finding.range.start.line; line <= finding.range.end.line; line++) if (lines.has(line)) return true;
  return false;
}

/** What is not a finding: rules that failed, reports that could not be read, accepted findings that are gone. */
function tellAside(report: JsonReport, failures: readonly { ruleId: string; path: string; reason: string }[], evidence: readonly { path: string; reason: string }[], accepted: Accepted, options: ReviewOptions): void {
  const told = new Set<string>();
  for (const failure of failures) {
    if (told.has(failure.ruleId)) continue;
    told.add(failure.ruleId);
    say(options, `The rule ${failure.ruleId} failed${failure.path === '' ? '' : ` on ${failure.path}`}: ${failure.reason}`);
  }
  for (const problem of evidence) say(options, `${problem.path}: ${problem.reason}`);
  const stale = accepted.stale(new Set(report.findings.map((finding) => finding.fingerprint)));
  if (stale.length > 0) {
    say(options, `${stale.length} ${stale.length === 1 ? 'finding' : 'findings'} of the baseline no longer ${stale.length === 1 ? 'occurs' : 'occur'}; "archwright baseline" tidies up:`);
    for (const entry of stale.slice(0, 5)) say(options, `  ${entry.rule} in ${entry.path}`);
  }
}
