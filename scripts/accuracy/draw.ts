/** Draws findings to judge and writes them to a sheet, each with its code and room for the verdict. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { identityOf, readJudgements, readRepositories, type Judgement, type Repository } from './judgements.ts';
import { checkoutOf, reviewCheckout } from './review-checkout.ts';
import { randomNumbers, sample } from './sample.ts';

/** Lines of code that a judge sees before and after a finding. */
const AROUND = 8;

export interface DrawOptions {
  /** Folder of the checkouts. */
  checkouts: string;
  seed: number;
  /** How many findings of each repository. */
  each: number;
  set: Repository['set'];
  /** Severities to draw from. */
  severities: readonly string[];
  /** Only findings of rules whose id starts with this. */
  rule: string;
  /** Leave out findings that were judged before. */
  fresh: boolean;
  out: string;
}

/** A finding on a sheet, with an empty verdict. */
export interface SheetEntry extends Omit<Judgement, 'verdicts' | 'draw'> {
  message: string;
  verdict: '';
}

/**
 * Writes the sheet as JSON lines, and a readable version with code beside it (`.md`). Repositories without a checkout
 * in the folder are left out.
 * @returns how many were drawn
 */
export function draw(options: DrawOptions): number {
  const judged = new Set(readJudgements().map(identityOf));
  const entries: SheetEntry[] = [];
  const pages: string[] = [];
  const present = readRepositories().filter((repository) => repository.set === options.set && existsSync(checkoutOf(options.checkouts, repository)));
  for (const repository of present) {
    const report = reviewCheckout(options.checkouts, repository);
    const wanted = report.findings.filter((finding) => options.severities.includes(finding.severity) && finding.ruleId.startsWith(options.rule));
    const open = options.fresh ? wanted.filter((finding) => !judged.has(identityOf(entryOf(repository, finding)))) : wanted;
    for (const finding of sample(open, options.each, randomNumbers(options.seed))) {
      entries.push(entryOf(repository, finding));
      pages.push(pageOf(entries.length, checkoutOf(options.checkouts, repository), repository, finding));
    }
  }
  writeFileSync(options.out, entries.map((each) => `${JSON.stringify(each)}\n`).join(''));
  writeFileSync(`${options.out}.md`, pages.join('\n'));
  return entries.length;
}

function entryOf({ repository, commit }: Repository, finding: ReportFinding): SheetEntry {
  return {
    repository,
    commit,
    path: finding.path,
    line: finding.range.start.line,
    rule: finding.ruleId,
    severity: finding.severity,
    blocker: finding.blocker,
    why: '',
    message: finding.message,
    verdict: '',
  };
}

function pageOf(number: number, checkout: string, { repository }: Repository, finding: ReportFinding): string {
  const lines = readFileSync(join(checkout, finding.path), 'utf8').split('\n');
  const { start, end } = finding.range;
  const from = Math.max(1, start.line - AROUND);
  const to = Math.min(lines.length, Math.max(end.line, start.line) + AROUND, start.line + 3 * AROUND);
  const code = lines.slice(from - 1, to).map((line, at) => `${from + at === start.line ? '>' : ' '} ${String(from + at).padStart(5)} ${line.slice(0, 220)}`);
  const related = finding.related.slice(0, 4).map((each) => `- ${each.path}:${each.range.start.line} ${each.message}`);
  return [
    `## ${number}. ${finding.ruleId} (${finding.severity}${finding.blocker ? ', blocker' : ''})`,
    '',
    `${repository}: ${finding.path}:${start.line}:${start.column}`,
    '',
    `**${finding.message}**`,
    '',
    ...related,
    '````',
    ...code,
    '````',
    '',
  ].join('\n');
}
