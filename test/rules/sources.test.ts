/** Codes of other tools: each is answered by one rule, and every table of them comes from the rules. */
import assert from 'node:assert/strict';
import { lintCodes, rulesByCode } from '../../server/compose/foreign-codes.ts';
import { rules } from '../../server/rules/registry.ts';

const KINDS = ['ruff', 'flake8', 'eslint', 'pylint', 'mypy', 'cwe', 'tools'] as const;

describe('codes of other tools', () => {
  for (const kind of KINDS) {
    it(`of ${kind} are each answered by one rule`, () => {
      const claimed = rules.flatMap(({ meta }) => {
        const codes = kind === 'ruff' ? Object.keys(meta.sources?.ruff ?? {}) : meta.sources?.[kind] ?? [];
        return codes.map((code) => ({ code: String(code), rule: meta.id }));
      });
      assert.ok(claimed.length > 0);
      assert.deepEqual(claimed.filter(({ code }, at) => claimed.findIndex((each) => each.code === code) !== at), []);
    });
  }

  it('are in the tables', () => {
    assert.deepEqual(lintCodes.find(({ code }) => code === 'E722'), { code: 'E722', rule: 'quality/bare-except', by: 'linter', fix: 'Catch Exception' });
    assert.deepEqual(lintCodes.filter(({ rule }) => rule === 'quality/missing-type').slice(2, 4), [
      { code: 'ANN003', rule: 'quality/missing-type', by: 'facts' },
      { code: 'ANN201', rule: 'quality/missing-type', by: 'facts', fix: 'Add the return type that the code shows' },
    ]);
    const { lint, eslint, pylint, mypy, cwe, tools, quotesSecrets } = rulesByCode;
    assert.deepEqual(
      [
        lint.get('S602'),
        lint.get('E999'),
        eslint.get('no-eval'),
        eslint.get(''),
        pylint.get('bare-except'),
        mypy.get('no-untyped-def'),
        cwe.get('89'),
        tools.get('gitleaks'),
      ],
      [
        'security/command-injection',
        'source/syntax-error',
        'security/code-injection',
        'source/syntax-error',
        'quality/bare-except',
        'quality/missing-type',
        'security/sql-injection',
        'security/hardcoded-secret',
      ],
    );
    assert.deepEqual([...quotesSecrets], ['security/hardcoded-secret']);
  });

  it('that the linter answers have a message of the rule', () => {
    const byId = new Map(rules.map(({ meta }) => [meta.id, meta]));
    for (const { code, rule, by } of lintCodes) assert.equal(byId.get(rule)?.messages[code]?.endsWith(` ({engine} ${code})`) === true, by === 'linter', code);
  });
});
