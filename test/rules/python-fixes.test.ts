/** What fixes leave behind in Python, beyond what the fixtures say: it parses, compiles, and runs. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixesFor } from '../../server/compose/fixes.ts';
import { loadParser, parsePython } from '../../server/languages/python/parser.ts';
import { applyFileEdits, asSnippets } from '../kit/apply-edits.ts';
import { couldNotRun } from '../kit/could-not-run.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';
import { readFixture, type FixtureCase } from '../kit/rule-fixture.ts';
import { findPython, runPython, type PythonExample } from '../kit/run-python.ts';

const isPython = ({ path }: { path: string }): boolean => path.endsWith('.py');

/** Every case of a fix that changes a Python file. */
function fixedCases(): { name: string; each: FixtureCase }[] {
  const fixtures = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).sort();
  return fixtures.flatMap((name) =>
    readFixture(name, readFileSync(join(import.meta.dirname, name), 'utf8'))
      .filter((each) => each.kind === 'fixed' && each.fix!.after.some(isPython))
      .map((each) => ({ name: `${name}: ${each.title}`, each })),
  );
}

function exampleOf(name: string, { files, fix }: FixtureCase): PythonExample {
  const after = new Map([...files, ...fix!.after].map(({ path, text }) => [path, text]));
  const variables = [...after].filter(([path]) => path.endsWith('.env.example')).flatMap(([, text]) => text.split('\n').filter((line) => line.includes('=')));
  return {
    name,
    files: Object.fromEntries(after),
    main: fix!.after.find(isPython)!.path,
    environment: Object.fromEntries(variables.map((line) => [line.split('=')[0]!, 'x'])),
  };
}

describe('fixes of Python', () => {
  const cases = fixedCases();
  before(() => loadParser());

  it('have examples', () => assert.ok(cases.length >= 10, `${cases.length} examples`));

  for (const { name, each } of cases) {
    it(`leave a tree without errors: ${name}`, () => {
      for (const { path, text } of each.fix!.after.filter(isPython)) {
        const tree = parsePython(text);
        assert.equal(tree.rootNode.hasError, false, path);
        tree.delete();
      }
    });
  }

  for (const { name, each } of cases) {
    it(`keep line endings: ${name}`, async () => {
      const windows = (text: string): string => text.replace(/\n/g, '\r\n');
      const files = new Map(each.files.map(({ path, text }) => [path, path.endsWith('.py') ? windows(text) : text]));
      const ruleId = name.slice(0, name.indexOf('.md'));
      const review = await reviewInMemory(files, [ruleId]);
      const offers = review.judgement.findings
        .filter((finding) => finding.ruleId === ruleId)
        .flatMap((finding) => fixesFor(review.workspace, finding, (path) => files.get(path)));
      const edits = offers.find(({ title }) => title === each.fix!.title)?.edits();
      assert.ok(edits);
      const after = applyFileEdits(files, asSnippets(edits));
      for (const { path, text } of each.fix!.after.filter(isPython)) assert.equal(after.get(path), windows(text), path);
    });
  }

  it('leave code that compiles and runs', function () {
    const command = findPython();
    if (command === null) return couldNotRun(this, 'there is no Python; install Python 3.10 or later');
    const examples = cases.map(({ name, each }) => exampleOf(name, each));
    const outcomes = runPython(command, [
      ...examples,
      { name: 'broken', files: { 'a.py': 'def f(:' }, main: 'a.py', environment: {} },
      { name: 'wrong', files: { 'a.py': 'undefined' }, main: 'a.py', environment: {} },
    ]);
    assert.deepEqual(outcomes.splice(-2).map(({ is }) => is), ['failed', 'failed'], 'a mistake is seen at all');
    assert.deepEqual(outcomes.flatMap((outcome, index) => (outcome.is === 'failed' ? [`${examples[index]!.name}: ${outcome.why}`] : [])), []);
    assert.ok(outcomes.filter(({ is }) => is === 'ran').length >= 10, JSON.stringify(outcomes));
  });
});
