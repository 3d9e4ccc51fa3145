/**
 * Lines above the length limit.
 *
 * Bad, because they have to be scrolled and are hard to compare side by side. Lines that cannot be
 * broken well (an import, a URL, one long literal) are not reported.
 */
import * as z from 'zod';
import type { FileFacts, LongLine } from '../../facts/file-facts.ts';
import type { Language } from '../../facts/module-facts.ts';
import type { Span } from '../../facts/span.ts';
import { placeName } from '../kit/exposure.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Lengths that the formatters of a language use. */
const AGREED: Readonly<Partial<Record<Language, number>>> = { python: 88, notebook: 88 };
const OTHERWISE = 160;

const options = z.strictObject({
  max: z.number().int().min(60).optional().describe('Longest line allowed, in characters. Default: 160, in Python 88.'),
  most: z.number().int().positive().default(5).describe('Long lines that are reported one by one; a file with more of them gets one finding.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/line-length',
    title: 'Line too long',
    severity: 'info',
    convention: { per: 'files' },
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
      what:
        'A line of more than 160 characters, in Python 88 (configurable), unless it cannot be broken well. Limits in the settings of ruff, black, flake8, '
        + 'pycodestyle, pylint and isort are used.',
      why: 'Long lines have to be scrolled and cannot be compared side by side.',
      fix: 'Let the formatter break it, or name parts of the expression.',
      limits: 'It counts characters, not columns: wide characters and tabs count as one.',
    },
    messages: {
      long: 'Line is {length} characters long; the limit is {max}.',
      many: '{count} lines are longer than {max} characters (longest: {length}). Run a formatter.',
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
    for (const each of long)
      report({ messageId: 'long', data: { length: each.length, max }, span: beyond(each, max), about: `long line in ${holderOf(file, each.line)}` });
  },
});

/** The part of a line above the limit. */
function beyond({ line, length, start = 1 }: LongLine, max: number): Span {
  return [line, start + max, line, start + length];
}

/** Name of the innermost function around a line: it survives edits above. */
function holderOf(file: FileFacts, line: number): string {
  return placeName(file, file.functions.findLastIndex((each) => each.span[0] <= line && line <= each.span[2]));
}
