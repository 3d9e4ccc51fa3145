/** Code between backticks in a rule's words: code in HTML and Markdown, whatever else stands in the words. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownProse, inlineParts } from '../../server/report/markdown-text.ts';
import { toHtml } from '../../server/report/review/html/html.tsx';
import { toMarkdown } from '../../server/report/review/markdown.ts';
import { RULES, sample } from './sample.ts';

/** `[…]` stands for code. */
const marked = (text: string): string => inlineParts(text).map((part) => (part.code ? `[${part.text}]` : part.text)).join('');

/** The rules of the sample; those about errors say more. */
const WORDED = RULES.map((rule) => (rule.id === 'quality/swallowed-error' || rule.id === 'security/hardcoded-secret'
  ? { ...rule, title: 'Empty `catch`', docs: { ...rule.docs, why: 'A `<T>` & more.', fix: 'Use `import.meta.dirname`, or `` a`b ``.' } }
  : rule));

describe('code in prose', () => {
  it('is what stands between equally many backticks', () => {
    assert.equal(marked('use `a`, `b c` and ``d`e`` or `` ` ``'), 'use [a], [b c] and [d`e] or [`]');
    assert.equal(marked('`a`'), '[a]');
    assert.equal(marked('plain'), 'plain');
    assert.equal(marked(''), '');
  });

  it('needs both backticks', () => {
    assert.equal(marked('a ` b'), 'a ` b');
    assert.equal(marked('a ``b` c'), 'a ``b` c');
  });

  it('loses nothing but backticks and spaces', () => {
    const bare = (text: string): string => text.replace(/[` ]/g, '');
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '`', ' ') }), (text) => {
      const parts = inlineParts(text);
      assert.equal(bare(parts.map((part) => part.text).join('')), bare(text));
      assert.deepEqual(parts.filter((part) => part.text === ''), []);
    }));
  });
});

describe('a rule\'s words in a report', () => {
  it('show code as code in HTML, escaped', () => {
    const html = toHtml(sample(), WORDED);
    assert.ok(html.includes('<h3>Empty <code>catch</code></h3>'));
    assert.ok(html.includes('A <code>&lt;T></code> &amp; more. <strong>How to fix it:</strong> Use <code>import.meta.dirname</code>, or <code>a`b</code>.'));
    assert.ok(html.includes('<p class="soft small">Use <code>import.meta.dirname</code>, or <code>a`b</code>.</p>'), 'the blocker\'s advice');
  });

  it('stay code in Markdown, with the rest escaped', () => {
    assert.equal(markdownProse('Use `a*b` *now*'), 'Use `a*b` &#42;now&#42;');
    const markdown = toMarkdown(sample(), WORDED);
    assert.ok(markdown.includes(' A `<T>` &#38; more. *How to fix it:* Use `import.meta.dirname`, or ``a`b``.'));
    assert.ok(markdown.includes(') Empty `catch`. Use `import.meta.dirname`, or ``a`b``.'));
  });
});
