/** Test cases: which are focused or skipped, and whether they can fail. */
import type { TestFact } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { ts, isFunctionNode, unwrap, type Source } from '../syntax.ts';
import { calleeName } from '../names.ts';
import type { Collector } from '../walk.ts';

const SUITES = new Set(['describe', 'fdescribe', 'xdescribe', 'suite', 'context']);
const CASES = new Set(['it', 'fit', 'xit', 'test', 'xtest', 'specify']);
const FOCUSED = new Set(['fdescribe', 'fit']);
const SKIPPED = new Set(['xdescribe', 'xit', 'xtest']);
const MODIFIERS = /^(only|skip|todo|each|concurrent|sequential|failing|fails|describe|step|serial|parallel|for|runIf|skipIf|effect|live|scoped|prop)$/;
/** Calls that can fail a test, by name. Own functions that check are told by how they are called. */
const ASSERTS = /(^|\.)(expect\w*|assert\w*|should\w*|ok|notOk|equal|equals|deepEqual|deepStrictEqual|strictEqual|throws|doesNotThrow|rejects|is|isNot|like|snapshot|match|toMatch\w*|fail|pass|plan|verify\w*|check\w*|ensure\w*|attest|validate\w*|expectType\w*|satisfies|property|done)$|^(t|chai|sinon|fc|cy|assert|expect)\./;

export interface TestCollector extends Collector {
  tests: TestFact[];
}

export function testCollector(source: Source): TestCollector {
  const tests: TestFact[] = [];
  return {
    tests,
    on: {
      [ts.SyntaxKind.CallExpression]: (node: ts.CallExpression) => {
        const found = describe(node);
        if (found) tests.push(found);
      },
    },
  };

  function describe(node: ts.CallExpression): TestFact | null {
    const callee = ts.isCallExpression(node.expression) || ts.isTaggedTemplateExpression(node.expression) ? (ts.isCallExpression(node.expression) ? node.expression.expression : node.expression.tag) : node.expression;
    const name = calleeName(source, callee);
    const root = name.root?.text ?? '';
    if ((!SUITES.has(root) && !CASES.has(root)) || !name.path.every((step) => MODIFIERS.test(step))) return null;
    const title = node.arguments[0];
    const body = node.arguments.find((argument) => isFunctionNode(unwrap(argument)));
    if (title === undefined || (body === undefined && !name.path.includes('todo')) || (isFunctionNode(unwrap(title)) && node.arguments.length === 1)) return null;
    const modifier = FOCUSED.has(root) || name.path.includes('only') ? 'only' : SKIPPED.has(root) || name.path.includes('skip') ? 'skip' : name.path.includes('todo') ? 'todo' : null;
    const kind = SUITES.has(root) || name.path.includes('describe') ? 'suite' : 'test';
    const callback = body ? unwrap(body) as ts.FunctionExpression | ts.ArrowFunction : null;
    return {
      kind,
      name: ts.isStringLiteralLike(title) ? title.text : source.shorten(title, 80),
      span: source.span(node),
      calleeSpan: source.span(callee),
      modifier,
      empty: callback !== null && ts.isBlock(callback.body) && callback.body.statements.length === 0,
      ...(kind === 'test' && callback ? judge(callback) : { assertions: 0, tautologies: [] }),
    };
  }

  function judge(callback: ts.FunctionExpression | ts.ArrowFunction): { assertions: number; tautologies: Span[] } {
    let assertions = 0;
    const tautologies: Span[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const chain = calleeName(source, node.expression).text;
        if (ASSERTS.test(chain) || /(^|\.)expect\w*\(\)/.test(chain)) {
          assertions++;
          if (isTautology(node)) tautologies.push(source.span(node));
        }
      }
      // `value.should.equal(…)`, `await expectAsync`, a thrown error, a type checked by the compiler.
      if (ts.isPropertyAccessExpression(node) && node.name.text === 'should') assertions++;
      if (ts.isThrowStatement(node)) assertions++;
      ts.forEachChild(node, visit);
    };
    visit(callback.body);
    if (/@ts-expect-error/.test(source.text.slice(callback.pos, callback.end))) assertions++;
    return { assertions, tautologies };
  }
}

/** An assertion over literals alone, or of a thing with itself. */
function isTautology(node: ts.CallExpression): boolean {
  const literal = (each: ts.Node | undefined): boolean => each !== undefined && (ts.isLiteralExpression(each) || each.kind === ts.SyntaxKind.TrueKeyword || each.kind === ts.SyntaxKind.FalseKeyword || each.kind === ts.SyntaxKind.NullKeyword);
  const callee = node.expression;
  if (ts.isPropertyAccessExpression(callee)) {
    let subject: ts.Expression = callee.expression;
    while (ts.isPropertyAccessExpression(subject)) subject = subject.expression;
    const wrapped = ts.isCallExpression(subject) && ts.isIdentifier(subject.expression) && subject.expression.text === 'expect' ? subject.arguments[0] : undefined;
    if (wrapped) {
      const given = node.arguments[0];
      if (literal(wrapped)) return given === undefined || literal(given);
      return given !== undefined && ts.isIdentifier(wrapped) && ts.isIdentifier(given) && wrapped.text === given.text && /^to(Be|Equal|StrictEqual|eql)$/.test(callee.name.text);
    }
    if (ts.isIdentifier(callee.expression) && callee.expression.text === 'assert') {
      return /^(ok|isTrue|equal|strictEqual|deepEqual|deepStrictEqual)$/.test(callee.name.text) && node.arguments.length > 0 && node.arguments.slice(0, 2).every(literal);
    }
  }
  return ts.isIdentifier(callee) && callee.text === 'assert' && node.arguments[0]?.kind === ts.SyntaxKind.TrueKeyword;
}
