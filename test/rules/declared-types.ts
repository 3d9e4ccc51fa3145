/**
 * What the compiler must refuse in a rule. Nothing here runs: `npm test -- types` fails when one of the
 * lines marked below compiles, and when one of the others does not.
 */
import * as z from 'zod';
import type { RuleSources } from '../../server/findings/rule-sources.ts';
import type { Span } from '../../server/facts/span.ts';
import { lintMessages, reportLint } from '../../server/rules/kit/lint.ts';
import type { DraftOf, Placeholder, RelatedOf, Said } from '../../server/rules/kit/messages.ts';
import { defineFileRule, defineGraphRule } from '../../server/rules/kit/rule.ts';
import { byFacts } from '../../server/rules/kit/sources.ts';

const place: { span: Span; about: string } = { span: [1, 1, 1, 2], about: 'x' };
const meta = {
  id: 'test/typed', title: 'Typed', severity: 'warning', roles: {}, languages: ['python'], guidelines: ['review §2.1'],
  criterion: null, blocker: false, fixable: false, docs: { what: '', why: '', fix: '', limits: '' },
} as const;
const options = z.strictObject({ max: z.number().default(3), accept: z.array(z.string()).default([]) });

export const fileRule = defineFileRule({
  meta: { ...meta, options, messages: { long: '{name} has {count} lines.', plain: 'Nothing to insert.', beside: '{name} begins here.' } },
  check(file, report, { max, accept }) {
    report({ messageId: 'long', data: { name: file.path, count: max }, ...place });
    report({ messageId: 'plain', ...place, severity: accept.length > 0 ? 'info' : 'warning' });
    report({
      messageId: 'beside',
      data: { name: 'a' },
      ...place,
      related: [{ path: 'a.ts', span: place.span, messageId: 'long', data: { name: 'a', count: 1 } }],
    });
    // @ts-expect-error no such message
    report({ messageId: 'short', data: { name: 'a' }, ...place });
    // @ts-expect-error no value for {count}
    report({ messageId: 'long', data: { name: 'a' }, ...place });
    // @ts-expect-error no values at all
    report({ messageId: 'long', ...place });
    // @ts-expect-error a value that no message inserts
    report({ messageId: 'long', data: { name: 'a', count: 1, most: 2 }, ...place });
    // @ts-expect-error a value that only another message inserts
    report({ messageId: 'beside', data: { name: 'a', count: 1 }, ...place });
    // @ts-expect-error a value for a message without placeholders
    report({ messageId: 'plain', data: { name: 'a' }, ...place });
    // @ts-expect-error a value for one of two messages only
    report({ messageId: max > 2 ? 'long' : 'beside', data: { name: 'a' }, ...place });
    // @ts-expect-error a value that cannot be inserted
    report({ messageId: 'beside', data: { name: undefined }, ...place });
    // @ts-expect-error an id that may be any text
    report({ messageId: String(max), ...place });
    // @ts-expect-error no such message beside the finding
    report({ messageId: 'plain', ...place, related: [{ path: 'a.ts', span: place.span, messageId: 'gone' }] });
    // @ts-expect-error no value for a message beside the finding
    report({ messageId: 'plain', ...place, related: [{ path: 'a.ts', span: place.span, messageId: 'beside' }] });
    // @ts-expect-error a surplus value for a message beside the finding
    report({ messageId: 'plain', ...place, related: [{ path: 'a.ts', span: place.span, messageId: 'beside', data: { name: 'a', count: 1 } }] });
    // @ts-expect-error an option has the type of its schema
    accept.push(max);
  },
});

export const wrongOption = defineFileRule({
  meta: { ...meta, options, messages: { plain: 'Nothing to insert.' } },
  // @ts-expect-error no such option
  check(file, report, { most }) {
    if (most !== file.path) report({ messageId: 'plain', ...place });
  },
});

export const noOptions = defineFileRule({
  meta: { ...meta, messages: { plain: 'Nothing to insert.' } },
  // @ts-expect-error the rule declares no options
  check(file, report, { max }) {
    if (max !== file.path) report({ messageId: 'plain', ...place });
  },
});

export const graphRule = defineGraphRule({
  meta: { ...meta, options, messages: { long: '{name} has {count} lines.' } },
  check({ optionsFor }, report) {
    report('a.ts', { messageId: 'long', data: { name: 'a', count: optionsFor('a.ts').max }, ...place });
    // @ts-expect-error no such message
    report('a.ts', { messageId: 'short', ...place });
    // @ts-expect-error no such option
    report('a.ts', { messageId: 'long', data: { name: 'a', count: optionsFor('a.ts').most }, ...place });
  },
});

const sources = {
  ruff: { ...byFacts('S110'), E722: { by: 'linter', says: 'Catches all.' }, S701: { by: 'linter', says: 'No escape.' } },
} as const satisfies RuleSources;
const others = { ruff: { B006: { by: 'linter', says: 'Shared.' } } } as const satisfies RuleSources;

export const linted = defineFileRule({
  meta: { ...meta, messages: { ...lintMessages(sources), own: 'Ours: {name}.' } },
  check(file, report) {
    reportLint(file, sources, report);
    report({ messageId: 'E722', data: { engine: 'ruff' }, ...place });
    // @ts-expect-error our own facts answer this code, so it has no words
    report({ messageId: 'S110', data: { engine: 'ruff' }, ...place });
    // @ts-expect-error codes of another rule, for which there are no messages
    reportLint(file, others, report);
  },
});

// What rules write down in types of their own.
export const names: Placeholder<'{a} and {b_2}, {a} again'>[] = ['a', 'b_2'];
// @ts-expect-error not a placeholder
export const noName: Placeholder<'{a} and b'> = 'b';
export const messages = { one: 'One {a}.', two: 'Two.' } as const;
export const said: Said<typeof messages>[] = [{ messageId: 'one', data: { a: 1 } }, { messageId: 'two' }];
export const draft: DraftOf<typeof messages> = { messageId: 'two', ...place };
// @ts-expect-error only the first message is allowed here
export const first: Said<typeof messages, 'one'> = { messageId: 'two' };
// @ts-expect-error no value for {a}
export const related: RelatedOf<typeof messages> = { path: 'a.ts', span: place.span, messageId: 'one' };
