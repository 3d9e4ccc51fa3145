/**
 * Collections that a loop changes while it goes through them.
 *
 * Bad, because a list skips the element behind each one that is removed, and a dictionary or set stops the loop with an error.
 */
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { slipsOf } from '../kit/slips.ts';

export const rule = defineFileRule({
  meta: {
    id: 'quality/changed-while-iterated',
    title: 'Collection that changes while a loop goes through it',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { ruff: { B909: { by: 'facts' } }, pylint: ['modified-iterating-list', 'modified-iterating-dict', 'modified-iterating-set'] },
    docs: {
      what: '`remove`, `pop` or `del` on the list, dictionary or set that the loop around it goes through.',
      why: 'A list moves up when an element is removed, so the loop never sees the next one. A dictionary or set raises a `RuntimeError`.',
      fix: 'Go through a copy (`for item in list(items):`), or build the new collection with a comprehension.',
      limits:
        'A change that is followed by `break`, `return` or `raise` is left alone, and so is a collection that gets a new value in the loop, and what other '
        + 'functions change.',
    },
    messages: {
      'changed-list': '{text} changes what the loop goes through, so it skips the element behind. Go through a copy.',
      'changed-keys': '{text} changes what the loop goes through, which raises a RuntimeError. Go through a copy.',
    },
  },
  check(file, report) {
    for (const { kind, text, place } of slipsOf(file, ['changed-list', 'changed-keys'])) report({ messageId: kind, data: { text }, ...place });
  },
});
