/** `archwright review`: findings, score and blockers of a folder. */
import { Option, type Command } from 'commander';
import { BASELINE_FILE, readAccepted, staleWords } from '../../app/baseline.ts';
import { exportReport } from '../../app/export.ts';
import { Failure } from '../../app/failure.ts';
import { newCodePoints } from '../../app/new-code-points.ts';
import { originOf } from '../../app/origin.ts';
import { failsByScoreAlone, gateWords, type Review } from '../../app/review.ts';
import { changeOf } from '../change.ts';
import { REPORT_FORMATS } from '../../report/review/formats.ts';
import {
  chosenFormat, EXIT_FAILURE, EXIT_GATE, folderOf, open, say, wantsColor, warn, write, type CommonOptions,
} from '../context.ts';

interface ReviewOptions extends CommonOptions {
  base?: string;
  failUnder?: number;
  baseline?: string;
  all?: boolean;
}

/** Adds `archwright review`. */
export function addReview(program: Command): void {
  program.command('review')
    .description('Review a folder: findings, score out of 100, blockers')
    .argument('[folder]', 'folder to review', '.')
    .option('--base <ref>', 'report only lines changed since this git revision, and require their coverage; the score covers the whole folder')
    .addOption(new Option('--fail-under <points>', 'fail when the score is below this').argParser(points))
    .option('--baseline <file>', `file with accepted findings (default: ${BASELINE_FILE}, if it exists)`)
    .option('--all', 'list each finding in the terminal, where many of a kind are summed up')
    .addHelpText('after', '\nExamples:\n  archwright review\n  archwright review packages/api --format html --output report.html\n'
      + '  archwright review --base origin/main --format github\n')
    .action(async (folder: string, _own, command: Command) => review(folder, command.optsWithGlobals<ReviewOptions>()));
}

function points(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100)
    throw new Failure(`--fail-under must be a number from 0 to 100, not "${text}".`);
  return value;
}

async function review(argument: string, options: ReviewOptions): Promise<void> {
  const started = performance.now();
  const format = chosenFormat(options, REPORT_FORMATS, 'pretty');
  const root = folderOf(argument);
  const accepted = await readAccepted(root, options.baseline);
  const change = options.base === undefined ? undefined : await changeOf(root, options.base);
  const asked = originOf(root, { now: new Date(), git: true });
  const folder = await open(root, options, { change, versions: true });
  await folder.compareVersions();
  const made = folder.review({ accepted, change, failUnder: options.failUnder, origin: await asked, started });
  printRemarks(made, options);
  await folder.track(made.report);
  const terminal = { color: wantsColor(options), width: process.stdout.columns ?? 100, all: options.all };
  const newCode = format === 'html' ? await newCodePoints(root, made.report, { now: new Date(), git: true }) : undefined;
  await write(options, exportReport(made.report, format, { terminal, newCode }));
  if (made.isEmpty) process.exitCode = EXIT_FAILURE;
  else if (!made.verdict.passed) process.exitCode = EXIT_GATE;
}

/** What is not a finding: rules that failed, unreadable reports, baseline entries that no longer occur, a missed bar. */
function printRemarks({ report, failures, stale, verdict, isEmpty }: Review, options: ReviewOptions): void {
  if (isEmpty) warn('There is nothing to review here: no file was read.');
  const named = new Set<string>();
  for (const failure of failures) {
    if (named.has(failure.ruleId)) continue;
    named.add(failure.ruleId);
    warn(`The rule ${failure.ruleId} failed${failure.path === '' ? '' : ` on ${failure.path}`}: ${failure.reason}`);
  }
  for (const problem of report.evidence?.problems ?? []) warn(`${problem.path}: ${problem.reason}`);
  if (stale.length > 0) {
    say(options, `${staleWords(stale.length)}; "archwright baseline" removes them:`);
    for (const entry of stale.slice(0, 5)) say(options, `  ${entry.rule} in ${entry.path}`);
  }
  // Of the findings that fail the gate, the output speaks at length; a missed bar is easily overlooked in it.
  if (failsByScoreAlone(verdict)) warn(`The gate ${gateWords(verdict)}.`);
}
