/**
 * Lines that are longer than the agreed limit.
 *
 * Bad, because they are read by scrolling and compared side by side with difficulty. Lines that
 * would not become better by breaking them (an import, an address, one long literal) are left alone.
 */
import { z } from 'zod';
import { defineFileRule } from '../kit/rule.ts';

const options = z.strictObject({
  max: z.number().int().min(60).default(160).describe('Longest line that is accepted, in characters.'),
  most: z.number().int().positive().default(5).describe('Lines that are named one by one; more of them in a file are told in one finding.'),
});

export const rule = defineFileRule<z.infer<typeof options>>({
  meta: {
    id: 'quality/line-length',
    title: 'Line beyond the agreed length',
    severity: 'info',
    roles: { test: 'off', fixture: 'off', example: 'off', docs: 'off', script: 'off', config: 'off', declaration: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §1.2'],
    criterion: null,
    blocker: false,
    fixable: false,
    options,
    docs: {
      what: 'A line of more than 160 characters (configurable), unless it could not be broken to advantage. The limit is for projects without one of their own; set the one that your formatter uses.',
      why: 'Long lines are read by scrolling, and cannot be compared side by side.',
      fix: 'Let the formatter break it, or give the parts of the expression names.',
      limits: 'It counts characters, not columns: wide characters and tabs count as one.',
    },
    messages: {
      long: 'This line has {length} characters; the limit is {max}.',
      many: '{count} lines of this file are longer than {max} characters, the longest {length}. A formatter breaks them all.',
    },
  },
  check(file, report, { max, most }) {
    const long = file.longLines.filter((line) => line.length > max && !line.unbreakable);
    const first = long[0];
    if (first === undefined) return;
    if (long.length > most) {
      const length = Math.max(...long.map((line) => line.length));
      report({ messageId: 'many', data: { count: long.length, max, length }, span: [first.line, max + 1, first.line, first.length + 1], about: 'long lines' });
      return;
    }
    for (const { line, length } of long) report({ messageId: 'long', data: { length, max }, span: [line, max + 1, line, length + 1], about: 'long line' });
  },
});
