/**
 * Applies fixes to public code, in memory: does the finding go away, does another appear, does the file still parse and
 * compile as before? Whether the code is better is for people to judge, who get the difference on a sheet.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixesFor, type Fix } from '../../server/compose/fixes.ts';
import { openFolder } from '../../server/compose/folder.ts';
import { tools, analyzeOne } from '../../server/compose/tools.ts';
import { reportFindings } from '../../server/engine/report.ts';
import { roleOf } from '../../server/engine/role.ts';
import type { Workspace } from '../../server/engine/workspace.ts';
import type { FileEdit } from '../../server/facts/adapter.ts';
import type { Finding } from '../../server/findings/finding.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { groupedBy } from '../../server/text/order.ts';
import { applyTextEdits } from '../../test/kit/apply-edits.ts';
import { compilerOf, type Compiler } from './compiler.ts';
import { randomNumbers, sample } from './sample.ts';

/** Lines of a change that are shown. */
const MOST_LINES = 60;

/** What became of one fix. */
export interface Applied {
  rule: string;
  place: string;
  title: string;
  safe: boolean;
  /** The finding is still there. */
  stays: boolean;
  /** Findings that were not there before, syntax errors among them. */
  appeared: string[];
  /** What the compiler says of the changed files that it did not say before. */
  compiler: string[];
  /** Changed lines, `-` and `+`. */
  difference: string;
}

export interface FixOptions {
  /** A checkout. */
  folder: string;
  seed: number;
  /** How many fixes to apply, spread over the rules. */
  count: number;
}

/** @returns each fix that was applied, and how many offers gave no edits */
export async function applyFixes({ folder, seed, count }: FixOptions, done: (applied: Applied) => void): Promise<{ empty: number }> {
  const { workspace, analyzer } = await openFolder({ root: folder, cache: false, workerFile: null, analyzeHere: true });
  await tools.loadFixes(workspace.paths());
  const judgement = workspace.judge('full');
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(join(folder, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const compiler = compilerOf(folder);
  const before = reportFindings(workspace, judgement, new Set());
  let empty = 0;
  for (const { finding, fix } of drawn(workspace, judgement.findings, read, { seed, count })) {
    const edits = fix.edits();
    if (edits === null) empty++;
    else done(await tried({ workspace, compiler, before, read }, finding, fix, edits));
  }
  await analyzer.close();
  return { empty };
}

interface Trial {
  workspace: Workspace;
  compiler: Compiler;
  before: readonly ReportFinding[];
  read(path: string): string | undefined;
}

/** Rules take turns, so that the most frequent one does not fill the sheet. */
function drawn(
  workspace: Workspace, findings: readonly Finding[], read: Trial['read'], { seed, count }: Pick<FixOptions, 'seed' | 'count'>,
): { finding: Finding; fix: Fix }[] {
  const random = randomNumbers(seed);
  const byRule = groupedBy(sample(findings.filter(({ fixes }) => fixes.length > 0), findings.length, random), ({ ruleId }) => ruleId);
  const queues = [...byRule.values()];
  const chosen: { finding: Finding; fix: Fix }[] = [];
  while (chosen.length < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const finding = queue.shift();
      const fix = finding === undefined ? undefined : fixesFor(workspace, finding, read)[0];
      if (finding !== undefined && fix !== undefined && !/archwright\.jsonc/.test(fix.title) && chosen.length < count) chosen.push({ finding, fix });
    }
  }
  return chosen;
}

async function tried({ workspace, compiler, before, read }: Trial, finding: Finding, fix: Fix, edits: readonly FileEdit[]): Promise<Applied> {
  const texts = edits.map((edit) => {
    const text = edit.create === true ? '' : read(edit.path) ?? '';
    return { path: edit.path, text, changed: applyTextEdits(text, edit.edits) };
  });
  const reviewed = texts.filter(({ path }) => workspace.facts(path) !== undefined);
  for (const { path, changed } of texts) {
    const outcome = await analyzeOne(workspace.inputFor(path, changed, roleOf(path)));
    if (!('reason' in outcome)) workspace.accept(outcome);
  }
  const after = reportFindings(workspace, workspace.judge('full'), new Set());
  for (const { path, text } of reviewed) {
    const outcome = await analyzeOne(workspace.inputFor(path, text, roleOf(path)));
    if (!('reason' in outcome)) workspace.accept(outcome);
  }
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const place = (each: ReportFinding): boolean => each.ruleId === finding.ruleId && each.path === finding.path && each.severity !== 'info';
  return {
    rule: finding.ruleId, place: `${finding.path}:${finding.span[0]}`, title: fix.title, safe: fix.safe,
    stays: after.filter(place).length >= before.filter(place).length && before.some(place),
    appeared: after.filter(({ fingerprint }) => !known.has(fingerprint)).map(({ ruleId, path, message }) => `${ruleId} ${path}: ${message}`),
    compiler: texts.flatMap(({ path, text, changed }) => compiler.newErrors(path, text, changed)),
    difference: texts.map(({ path, text, changed }) => `${path}\n${differenceOf(text, changed)}`).join('\n'),
  };
}

/** A fix on the sheet. */
export function fixPage(number: number, checkout: string, { rule, place, title, safe, stays, appeared, compiler, difference }: Applied): string {
  const faults = [...(stays ? ['THE FINDING STAYS'] : []), ...appeared.map((each) => `NEW: ${each}`), ...compiler.map((each) => `COMPILER: ${each}`)];
  return [`## ${number}. ${rule}: ${title}${safe ? ' (safe)' : ''}`, '', `${checkout}: ${place}`, '', ...faults, '', '````', difference, '````', ''].join('\n');
}

/** The lines from the first that differs to the last, before and after. */
function differenceOf(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const changed = (lines: readonly string[], mark: string): string[] =>
    lines.slice(head, lines.length - tail).slice(0, MOST_LINES).map((line) => `${mark} ${line}`);
  const around = old.slice(Math.max(0, head - 3), head).map((line) => `  ${line}`);
  return [...around, ...changed(old, '-'), ...changed(now, '+'), ...old.slice(old.length - tail).slice(0, 3).map((line) => `  ${line}`)].join('\n');
}
