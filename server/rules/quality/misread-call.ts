/**
 * Calls and products that give something else than they read as.
 *
 * Bad, because the result is often right by chance: `strip` takes letters until none fits, and one row stands for all.
 */
import { isPython } from '../kit/python.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { slipsOf } from '../kit/slips.ts';

const KINDS = ['strip-word', 'shared-rows', 'shared-default', 'split-characters', 'header-name', 'parse-int-map', 'empty-array-map'] as const;

export const rule = defineFileRule({
  meta: {
    id: 'quality/misread-call',
    title: 'Call that does something else than it reads',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { ruff: { B005: { by: 'facts' }, RUF024: { by: 'facts' } } },
    docs: {
      what:
        '`name.rstrip(".json")`, which takes away any of the letters `.`, `j`, `s`, `o` and `n`; `[[0] * n] * m` and `dict.fromkeys(keys, [])`, which hold one '
        + 'object several times, where one of its elements is written to; chunks of a stream that are decoded one by one; `contentType` among headers; '
        + '`Array(n).fill([])`, `texts.map(parseInt)`, `Array(n).map(…)`.',
      why:
        'The line works on the first examples: `"data.json".rstrip(".json")` is `data`, but `"lesson.json"` becomes `le`, and English text has no characters '
        + 'of more than one byte.',
      fix:
        '`removeprefix`, `removesuffix`; `[[0] * n for _ in range(m)]`, `{key: [] for key in keys}`; `decoder.decode(chunk, { stream: true })`, `iter_lines()` '
        + "or an incremental decoder; `'content-type'`.",
      limits:
        'Of `strip`, only arguments that can be nothing but a word are looked at: an ending, a path, a scheme, five letters in a row. In '
        + '`recommended` it is information. Rows are followed in one function.',
    },
    messages: {
      'strip-word': '{text} takes away any of these characters, not the word. Use removeprefix or removesuffix.',
      'shared-rows': '{text} holds the same row several times: what is written to one is in all. Use a comprehension.',
      'split-characters': '{text} decodes each chunk by itself, so a character that two chunks share is lost. Use one decoder with stream: true.',
      'split-characters-python': '{text} decodes each chunk by itself, so a character that two chunks share raises an error. Decode the stream.',
      'header-name': '"{text}" is no header: names of headers have a hyphen, and nobody puts it in. Write it in quotes.',
      'shared-rows-script': '{text} holds the same object several times: what is written to one is in all. Use Array.from.',
      'parse-int-map': '{text} gives parseInt the position for the base. Use Number, or (text) => parseInt(text, 10).',
      'empty-array-map': '{text} calls nothing, because the list has a length and no elements. Use Array.from with a length.',
      'shared-default': '{text} gives all keys the same object: what is added to one is in all. Use a comprehension.',
    },
  },
  check(file, report) {
    for (const { kind, text, place } of slipsOf(file, KINDS)) {
      const messageId = kind === 'split-characters' && isPython(file) ? 'split-characters-python'
        : kind === 'shared-rows' && !isPython(file) ? 'shared-rows-script'
        : kind;
      // A test sends what it reads itself, mostly without a character that two chunks could share.
      const isMild = kind === 'split-characters' && file.role === 'test';
      // It reaches few names, which mostly all come out right: of nine such calls in public code two were worth saying.
      const isByChance = kind === 'strip-word';
      report({
        messageId, data: { text }, ...place, ...(isMild ? { severity: 'info' as const } : {}), ...(isByChance ? { recommended: 'info' as const } : {}),
      });
    }
  },
});
