import assert from 'node:assert/strict';
import { fixesByFile, mendsBug, type Commit } from '../../scripts/accuracy/history.ts';

const touched = (subject: string, ...files: (string | [string, string])[]): Commit => ({
  subject, files: files.map((file) => (typeof file === 'string' ? { path: file, before: null } : { path: file[1], before: file[0] })),
});

describe('bug fixes in a history', () => {
  it('are recognised by the subject', () => {
    const subjects = ['Fix crash of empty carts', 'fix(cart): total of nothing', 'Fixed #12', 'Bugfix: rounding', 'Regression in the parser', 'Avoid a crash'];
    for (const subject of subjects) assert.equal(mendsBug(subject), true, subject);
  });

  it('do not include fixes of documentation, tests or style', () => {
    const subjects = ['Fix typo', 'fix: flaky test', 'docs: fix the example', 'fix(deps): update all', 'Fix the lint', 'test: the bug', 'Add carts', 'Prefix'];
    for (const subject of subjects) assert.equal(mendsBug(subject), false, subject);
  });

  it('count under the first name of each file', () => {
    const { fixes, commits } = fixesByFile([
      touched('Fix the sum', 'a.ts'),
      touched('Move', ['a.ts', 'b.ts']),
      touched('Move again', ['b.ts', 'c.ts']),
      touched('Fix the sum again', 'c.ts', 'd.ts'),
      touched('Add colours', 'd.ts'),
    ]);
    assert.deepEqual([...fixes], [['a.ts', 2], ['d.ts', 1]]);
    assert.equal(commits, 2);
  });

  it('do not count when they touch much of the project', () => {
    const names = Array.from({ length: 21 }, (_, index) => `${index}.ts`);
    assert.deepEqual(fixesByFile([touched('Fix imports', ...names)]), { fixes: new Map(), commits: 0 });
    assert.equal(fixesByFile([touched('Fix imports', ...names.slice(1))]).commits, 1);
  });
});
