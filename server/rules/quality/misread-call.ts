/**
 * Calls and products that give something else than they read as.
 *
 * Bad, because the result is often right by chance: `strip` takes letters until none fits, and one row stands for all.
 */
import { placeAround } from '../kit/exposure.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  'strip-word': '{text} takes away any of these characters, not the word. Use removeprefix or removesuffix.',
  'shared-rows': '{text} holds the same row several times: what is written to one is in all. Use a comprehension.',
  'shared-default': '{text} gives all keys the same object: what is added to one is in all. Use a comprehension.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'quality/misread-call',
    title: 'Call that does something else than it reads',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { ruff: { B005: { by: 'facts' }, RUF024: { by: 'facts' } } },
    docs: {
      what:
        '`name.rstrip(".json")`, which takes away any of the letters `.`, `j`, `s`, `o` and `n`; `[[0] * n] * m` and `dict.fromkeys(keys, [])`, which hold one '
        + 'object several times, where one of its elements is written to.',
      why: 'The line works on the first examples: `"data.json".rstrip(".json")` is `data`, but `"lesson.json"` becomes `le`.',
      fix: '`removeprefix`, `removesuffix`; `[[0] * n for _ in range(m)]`, `{key: [] for key in keys}`.',
      limits:
        'Of `strip`, only arguments that can be nothing but a word are looked at: an ending, a path, a scheme, five letters in a row. Rows are followed in '
        + 'one function.',
    },
    messages,
  },
  check(file, report) {
    for (const { kind, text, span } of file.slips ?? []) {
      if (kind in messages) report({ messageId: kind as keyof typeof messages, data: { text }, span, about: `${placeAround(file, span)}: ${text}` });
    }
  },
});
