/** `archwright review`: findings, score and blockers of a folder. */
import { Option, type Command } from 'commander';
import { BASELINE_FILE, readAccepted } from '../../app/baseline.ts';
import { changeSince, type Change } from '../../app/changes.ts';
import { exportReport } from '../../app/export.ts';
import { Failure } from '../../app/failure.ts';
import { explainGate, failsByScoreAlone } from '../../app/gate.ts';
import type { Review } from '../../app/review.ts';
import { REPORT_FORMATS } from '../../report/review/formats.ts';
import { chosenFormat, EXIT_GATE, folderOf, open, say, wantsColor, write, type CommonOptions } from '../context.ts';

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
  const accepted = await readAccepted(root, options.baseline);
  const change = options.base === undefined ? undefined : await changeOf(root, options.base);
  const folder = await open(root, options, change);
  const made = folder.review({ accepted, change, failUnder: options.failUnder, started });
  printRemarks(made, options);
  await folder.track(made.report);
  await write(options, exportReport(made.report, format, { color: wantsColor(options), width: process.stdout.columns ?? 100 }));
  if (!made.verdict.passed) process.exitCode = EXIT_GATE;
}

async function changeOf(root: string, base: string): Promise<Change> {
  try {
    return await changeSince(root, base);
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`--base ${base}: ${error.message}`);
    throw error;
  }
}

/** What is not a finding: rules that failed, reports that could not be read, accepted findings that are gone, a bar that was missed. */
function printRemarks({ report, failures, stale, verdict }: Review, options: ReviewOptions): void {
  const named = new Set<string>();
  for (const failure of failures) {
    if (named.has(failure.ruleId)) continue;
    named.add(failure.ruleId);
    say(options, `The rule ${failure.ruleId} failed${failure.path === '' ? '' : ` on ${failure.path}`}: ${failure.reason}`);
  }
  for (const problem of report.evidence?.problems ?? []) say(options, `${problem.path}: ${problem.reason}`);
  if (stale.length > 0) {
    say(options, `${stale.length} ${stale.length === 1 ? 'finding' : 'findings'} of the baseline no longer ${stale.length === 1 ? 'occurs' : 'occur'}; "archwright baseline" tidies up:`);
    for (const entry of stale.slice(0, 5)) say(options, `  ${entry.rule} in ${entry.path}`);
  }
  // Findings that fail the gate stand in the report; a bar that was missed does not.
  if (failsByScoreAlone(verdict)) say(options, `The gate fails: ${explainGate(verdict).join(', ')}.`);
}
