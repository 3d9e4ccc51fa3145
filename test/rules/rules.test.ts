/** Runs the Markdown fixture of every rule: what fires, what stays silent, what a fix leaves behind. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixesFor } from '../../server/compose/fixes.ts';
import { tools } from '../../server/compose/tools.ts';
import { rules } from '../../server/rules/registry.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { applyFileEdits, asSnippets } from '../kit/apply-edits.ts';
import { compileErrors } from '../kit/compile.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';
import { readFixture, type FixtureCase, type FixtureFile } from '../kit/rule-fixture.ts';

const FOLDER = import.meta.dirname;

/** One finding as a fixture writes it: place, severity, words, and related places indented below. */
function written(finding: ReportFinding): string[] {
  const place = ({ start, end }: ReportFinding['range']): string => `${start.line}:${start.column}-${end.line}:${end.column}`;
  return [
    `${finding.path} ${place(finding.range)} ${finding.severity} ${finding.message}`,
    ...finding.related.map((each) => `  > ${each.path} ${place(each.range)} ${each.message}`),
  ];
}

function asMap(files: readonly FixtureFile[]): Map<string, string> {
  return new Map(files.map((file) => [file.path, file.text]));
}

/** Rules that a fixture may need besides its own: suppressions speak about other rules. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  'suppression/unused': ['quality/deep-nesting'],
  'suppression/missing-reason': ['quality/deep-nesting'],
};

/** Rules that no file can make speak: they need a rule that breaks down. Their test stands there. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'source/rule-failure': '../engine/rule-failure.test.ts' };

/** What editors may offer beyond what a report calls fixable: the types of other files tell whether it applies. */
const UNSURE = new Set(['Add the inferred types', 'Replace any with unknown']);

async function runCase(ruleId: string, each: FixtureCase): Promise<void> {
  const review = await reviewInMemory(asMap(each.files), [ruleId, ...(WITH[ruleId] ?? [])]);
  const own = review.findings.filter((finding) => finding.ruleId === ruleId);
  if (each.kind !== 'fixed') {
    assert.deepEqual(own.flatMap(written), each.expected);
    assert.deepEqual(
      review.judgement.findings.filter(({ about }) => about.trim() === '').map((finding) => finding.ruleId),
      [],
      'findings that the baseline cannot tell apart',
    );
    await tools.loadFixes(review.files.keys());
    for (const [index, finding] of review.judgement.findings.entries()) {
      const fixes = fixesFor(review.workspace, finding, (path) => review.files.get(path));
      const applying = fixes.filter((fix) => fix.edits() !== null);
      const { fixable } = review.findings[index]!;
      const about = `${finding.path} ${finding.span.join(':')}: ${fixes.map((fix) => fix.title).join(', ')}`;
      if (fixable) assert.notEqual(applying.length, 0, `called fixable, but no fix applies: ${about}`);
      else assert.ok(applying.every((fix) => UNSURE.has(fix.title)), `a fix applies, but it is not called fixable: ${about}`);
    }
    return;
  }
  assert.ok(each.fix, 'a "fixed" case needs a line "Fix: title"');
  const { title, after } = each.fix;
  await tools.loadFixes(review.files.keys());
  const judged = review.judgement.findings.filter((finding) => finding.ruleId === ruleId);
  assert.deepEqual(
    judged.map(({ path, span }) => [path, span[0]]),
    own.map(({ path, range }) => [path, range.start.line]),
    'the report keeps the order of the findings',
  );
  const offers = judged
    .flatMap((finding, index) => fixesFor(review.workspace, finding, (path) => review.files.get(path)).map((fix) => ({ fix, reported: own[index]! })));
  const offer = offers.find((candidate) => candidate.fix.title === title);
  assert.ok(offer, `no fix "${title}"; offered: ${offers.map((candidate) => candidate.fix.title).join(', ') || 'none'}`);
  const edits = offer.fix.edits();
  assert.ok(edits, `the fix "${title}" gives no edits`);
  // What is left for the author to fill in shows as the places of a snippet.
  const shown = applyFileEdits(review.files, asSnippets(edits));
  const fixed = applyFileEdits(review.files, asSnippets(edits, (snippet) => snippet.replace(/\$\{\d+\}/g, 'As its author writes.')));
  for (const file of after) assert.equal(shown.get(file.path), file.text, file.path);
  const expectedPaths = new Set([...each.files, ...after].map((file) => file.path));
  assert.deepEqual([...fixed.keys()].filter((path) => !expectedPaths.has(path)), [], 'files that the fixture does not mention');
  const again = await reviewInMemory(fixed, [ruleId]);
  const left = again.findings.filter((finding) => finding.ruleId === ruleId);
  assert.ok(
    !left.some(({ fingerprint }) => fingerprint === offer.reported.fingerprint),
    `after the fix the finding is still there: ${left.flatMap(written).join('\n')}`,
  );
  const known = new Set(own.map(({ fingerprint }) => fingerprint));
  assert.deepEqual(left.filter(({ fingerprint }) => !known.has(fingerprint)).flatMap(written), [], 'findings that the fix brought in');
  const before = new Set(compileErrors(review.files));
  assert.deepEqual(compileErrors(fixed).filter((error) => !before.has(error)), [], 'errors that the fix brought in');
}

describe('rules', () => {
  for (const rule of rules) {
    const id = rule.meta.id;
    const path = join(FOLDER, `${id}.md`);
    const elsewhere = ELSEWHERE[id];
    describe(id, () => {
      if (elsewhere !== undefined) return void it('has a test of its own', () => assert.ok(existsSync(join(FOLDER, elsewhere)), `${elsewhere} is missing`));
      it('has a fixture', () => assert.ok(existsSync(path), `${id}.md is missing`));
      if (!existsSync(path)) return;
      const cases = readFixture(id, readFileSync(path, 'utf8'));
      it('fires and stays silent in its fixture', () => {
        for (const kind of ['fires', 'silent'] as const) assert.ok(cases.some((each) => each.kind === kind), `no case "${kind}"`);
      });
      for (const each of cases) it(`${each.kind}: ${each.title}`, () => runCase(id, each));
    });
  }

  it('has no fixture without a rule', () => {
    const ids = new Set(rules.map((rule) => rule.meta.id));
    const fixtures = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -'.md'.length).replaceAll('\\', '/'));
    assert.deepEqual(fixtures.filter((name) => !ids.has(name)), []);
  });
});
