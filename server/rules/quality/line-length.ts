/**
 * Lines that are longer than the agreed limit.
 *
 * Bad, because they are read by scrolling and compared side by side with difficulty. Lines that
 * would not become better by breaking them (an import, an address, one long literal) are left alone.
 */
import * as z from 'zod';
import type { FileFacts, LongLine } from '../../facts/file-facts.ts';
import type { Language } from '../../facts/module-facts.ts';
import type { Span } from '../../facts/span.ts';
import { placeName } from '../kit/exposure.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Where a language has an agreed length, as its formatters use it. */
const AGREED: Readonly<Partial<Record<Language, number>>> = { python: 88, notebook: 88 };
const OTHERWISE = 160;

const options = z.strictObject({
  max: z.number().int().min(60).optional().describe('Longest line that is accepted, in characters. Left out: 160, in Python 88.'),
  most: z.number().int().positive().default(5).describe('Lines that are named one by one; more of them in a file are told in one finding.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/line-length',
    title: 'Line beyond the agreed length',
    severity: 'info',
    roles: { test: 'off', fixture: 'off', example: 'off', docs: 'off', script: 'off', config: 'off', declaration: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §1.2', 'architecture §4.1', 'architecture §10', 'review §1.1', 'style §9', 'general §8'],
    criterion: null,
    blocker: false,
    fixable: false,
    options,
    sources: {
      ruff: byFacts('E501'),
      eslint: ['max-len', '@stylistic/max-len'],
      pylint: ['line-too-long'],
    },
    docs: {
      what: 'A line of more than 160 characters, in Python 88 (configurable), unless it could not be broken to advantage. The limit is for projects without one of their own; set the one that your formatter uses.',
      why: 'Long lines are read by scrolling, and cannot be compared side by side.',
      fix: 'Let the formatter break it, or give the parts of the expression names.',
      limits: 'It counts characters, not columns: wide characters and tabs count as one.',
    },
    messages: {
      long: 'This line has {length} characters; the limit is {max}.',
      many: '{count} lines of this file are longer than {max} characters, the longest {length}. A formatter breaks them all.',
    },
  },
  check(file, report, { max: configured, most }) {
    const max = configured ?? file.lineLimit ?? AGREED[file.language] ?? OTHERWISE;
    const long = file.longLines.filter((line) => line.length > max && !line.unbreakable);
    const first = long[0];
    if (first === undefined) return;
    if (long.length > most) {
      const length = Math.max(...long.map((line) => line.length));
      report({ messageId: 'many', data: { count: long.length, max, length }, span: beyond(first, max), about: 'long lines' });
      return;
    }
    for (const each of long) report({ messageId: 'long', data: { length: each.length, max }, span: beyond(each, max), about: `long line in ${holderOf(file, each.line)}` });
  },
});

/** The part of a line that is too much. */
function beyond({ line, length, start = 1 }: LongLine, max: number): Span {
  return [line, start + max, line, start + length];
}

/** Name of the innermost function around a line: it outlives edits above. */
function holderOf(file: FileFacts, line: number): string {
  return placeName(file, file.functions.findLastIndex((each) => each.span[0] <= line && line <= each.span[2]));
}
