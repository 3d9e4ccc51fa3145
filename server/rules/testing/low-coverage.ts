/**
 * Files with too little test coverage.
 *
 * Bad, because code that no test runs can break unnoticed. Reported only when a coverage report was
 * found beside the code; without one the score says that coverage was not measured. Where the
 * review is about a change, more is required of the changed lines: old code is improved step by
 * step, but new code should come with its tests.
 */
import * as z from 'zod';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { ChangedCoverage, Evidence } from '../../findings/evidence.ts';
import type { DraftOf } from '../kit/messages.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';

/** How many ranges of lines are named. */
const SHOWN = 8;

const options = z.strictObject({
  min: z.number().min(0).max(100).default(80).describe('Minimum line coverage of a file, in percent.'),
  minChanged: z.number().min(0).max(100).default(90).describe('Minimum coverage of the changed lines of a file, in percent, where a review is about a '
    + 'change (`--base`).'),
  minLines: z.number().int().positive().default(5).describe('Files with fewer executable lines are skipped.'),
});

const messages = {
  changed: 'Tests cover {covered} of {total} changed lines ({percent}%); {min}% are required. Not covered: {lines}.',
  low: 'Tests cover {covered} of {total} lines ({percent}%); {min}% are required.',
  absent: 'The coverage report has other files of block "{block}" but not this one: no test loads it.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'testing/low-coverage',
    title: 'Low test coverage',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §3.1', 'review §2.4', 'review §1.1', 'review §4.1', 'review §5', 'style §9', 'style §10', 'general §8', 'patterns §5', 'scrum §6.1'],
    criterion: 'coverage-and-quality',
    blocker: false,
    fixable: false,
    options,
    docs: {
      what:
        'A source file with less than 80% line coverage (configurable), and a file that is missing in the coverage report although other files of its '
        + 'block are in it. With `review --base`: a file with less than 90% coverage of its changed lines (configurable), at the first line that is not '
        + 'covered.',
      why: 'Code that no test runs can break without anyone noticing, and users find the error.',
      fix: 'Test the paths that the report shows as not covered, errors and edge cases first.',
      limits:
        'It reads the newest report that it finds (lcov, Cobertura, Istanbul, coverage.py) and runs nothing. Covered does not mean checked: a line counts '
        + 'when it ran, whatever the test asserts. Changed lines are judged only if the report is newer than the file and lists single lines.',
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
        if (min > 0 && isLeftOut(module, known, minLines))
          report(module.path, { messageId: 'absent', data: { block: module.block! }, span: [1, 1, 1, 1], about: 'coverage' });
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
      report(module.path, {
        messageId: 'low',
        data: { covered, total, percent: Math.floor((covered * 100) / total), min },
        span: [1, 1, 1, 1],
        about: 'coverage',
      });
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
