/**
 * Files of which the tests run too little.
 *
 * Bad, because what no test runs can break unseen. It speaks only when a coverage report was found
 * beside the code; without one the score says that coverage was not measured. Where the review is
 * about a change, more is asked of the lines that it brought: old code is mended by and by, new
 * code comes with its tests.
 */
import * as z from 'zod';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { ChangedCoverage, Evidence } from '../../findings/evidence.ts';
import type { DraftOf } from '../kit/messages.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';

/** How many stretches of lines are named. */
const SHOWN = 8;

const options = z.strictObject({
  min: z.number().min(0).max(100).default(80).describe('Least share of a file\'s lines that tests must run, in percent.'),
  minChanged: z.number().min(0).max(100).default(90).describe('Least share of the changed lines of a file that tests must run, in percent, where a review is about a change (`--base`).'),
  minLines: z.number().int().positive().default(5).describe('Files with fewer lines that can be run are passed over.'),
});

const messages = {
  changed: 'Tests run {covered} of {total} changed lines ({percent}%); {min}% are asked for in new code. Not run: {lines}.',
  low: 'Tests run {covered} of {total} lines ({percent}%); {min}% are asked for.',
  absent: 'The coverage report names other files of block "{block}" and not this one: no test loads it.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'testing/low-coverage',
    title: 'Too little tested',
    severity: 'warning',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §3.1', 'review §2.4', 'review §1.1', 'review §4.1', 'review §5', 'style §9', 'style §10', 'general §8', 'patterns §5', 'scrum §6.1'],
    criterion: 'coverage-and-quality',
    blocker: false,
    fixable: false,
    options,
    docs: {
      what: 'A source file of which the coverage report says that tests run less than 80% of its lines (configurable), and a file that the report leaves out although it names others of the same block. With `review --base`: a file of which tests run less than 90% of the changed lines (configurable), at the first of them that is not run.',
      why: 'What no test runs can break without anybody seeing it, and the error is then found by users.',
      fix: 'Test the ways through the file that the report shows as not run, errors and special cases first.',
      limits: 'It reads the newest report that it finds (lcov, Cobertura, Istanbul, coverage.py) and runs nothing. Covered does not mean checked: a line counts when it ran, whatever the test looked at. Of changed lines it speaks only where the report tells lines apart and is newer than the file, for otherwise its line numbers are not those of the text.',
    },
    messages,
  },
  check({ model, evidence: { coverage }, optionsFor }, report) {
    if (coverage === null) return;
    const known = coveredBlocks(model, coverage);
    for (const module of model.modules.values()) {
      if (module.facts.role !== 'source') continue;
      const { min, minChanged, minLines } = optionsFor(module.path);
      const counts = coverage.files.get(module.path);
      if (counts === undefined) {
        if (min > 0 && isLeftOut(module, known, minLines)) report(module.path, { messageId: 'absent', data: { block: module.block! }, span: [1, 1, 1, 1], about: 'coverage' });
        continue;
      }
      const { covered, total } = counts;
      const change = coverage.changed?.get(module.path);
      if (change !== undefined && total >= minLines && change.covered * 100 < minChanged * change.total) {
        report(module.path, changedDraft(change, minChanged));
        // Of a new file both would say the same.
        if (change.total === total) continue;
      }
      if (total < minLines || covered * 100 >= min * total) continue;
      report(module.path, { messageId: 'low', data: { covered, total, percent: Math.floor((covered * 100) / total), min }, span: [1, 1, 1, 1], about: 'coverage' });
    }
  },
});

function changedDraft({ covered, total, missed }: ChangedCoverage, min: number): DraftOf<typeof messages> {
  const first = missed[0]!;
  return {
    messageId: 'changed', span: [first, 1, first, 1], about: 'coverage of changed lines',
    data: { covered, total, percent: Math.floor((covered * 100) / total), min, lines: ranges(missed) },
  };
}

/** Numbers in order, those that follow each other together: `line 3`, `lines 3, 7–9`. */
function ranges(lines: readonly number[]): string {
  const starts = lines.filter((line, at) => line !== lines[at - 1]! + 1);
  const ends = lines.filter((line, at) => line !== lines[at + 1]! - 1);
  const words = starts.map((start, at) => (start === ends[at] ? `${start}` : `${start}–${ends[at]}`));
  return `${lines.length === 1 ? 'line' : 'lines'} ${words.slice(0, SHOWN).join(', ')}${words.length > SHOWN ? ', …' : ''}`;
}

function coveredBlocks(model: WorkspaceModel, coverage: NonNullable<Evidence['coverage']>): ReadonlySet<string> {
  const blocks = new Set<string>();
  for (const path of coverage.files.keys()) {
    const block = model.modules.get(path)?.block;
    if (block) blocks.add(block);
  }
  return blocks;
}

/** It has code that can run, and the report is about its surroundings. */
function isLeftOut({ block, facts }: ModuleNode, known: ReadonlySet<string>, minLines: number): boolean {
  const { functions, publicItems, classes, codeLines } = facts.metrics;
  return block !== null && known.has(block) && functions + publicItems + classes > 0 && codeLines >= minLines;
}
