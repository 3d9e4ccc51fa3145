/** Test cases: which are focused or skipped, and whether they can fail. */
import { dirname, join } from 'node:path/posix';
import type { TestFact } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { isToBeWritten, testWords } from '../../kit/test-words.ts';
import { ts, isFunctionNode, unwrap, type FunctionNode, type Source } from '../syntax.ts';
import { calleeName } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import type { Collector } from '../walk.ts';
import { failsHere, handlerFact } from './test-handlers.ts';
import { givesReason, isAboutLiterals, isTautology } from './tautologies.ts';
import { endsByCall, isFloating, isUnheard, isWithoutMatcher, unreadResult } from './unheard.ts';

const SUITES = new Set(['describe', 'fdescribe', 'xdescribe', 'suite', 'context']);
const CASES = new Set(['it', 'fit', 'xit', 'test', 'xtest', 'specify']);
const FOCUSED = new Set(['fdescribe', 'fit']);
const SKIPPED = new Set(['xdescribe', 'xit', 'xtest']);
/** Objects that may have the functions above as methods. */
const HOLDERS = new Set(['Deno', 'QUnit', 'tap', 'mocha', 'vitest', 'globalThis', 'global', 'window']);
const MODIFIERS =
  /^(only|skip|todo|each|concurrent|sequential|failing|fails|describe|serial|parallel|for|runIf|skipIf|effect|live|scoped|scopedLive|prop|ignore)$/;
/** Calls that can fail a test, by name. */
const ASSERTS = new RegExp(
  String.raw`(^|\.)(expect\w*|assert\w*|should\w*|ok|notOk|equal|equals|deepEqual|deepStrictEqual|strictEqual|throws|doesNotThrow|rejects|`
  + String.raw`is|isNot|like|snapshot|match|toMatch\w*|fail|pass|plan|verify\w*|check\w*|ensure\w*|attest|validate\w*|satisfies|property|`
  + String.raw`done|lives|same|comment|wait(For|Until)?\w*|until\w*|eventually|poll\w*|(get|find)(All)?By[A-Z]\w*)$|(Assert|Expect|Check|`
  + String.raw`Verify|ToBe|ToEqual)[A-Z]?\w*$|^(t|st|tt|q|assert|chai|sinon|fc|cy|expect|nock|jest|vi)\.|(^|\.)expect\w*\(\)`,
);
/** A test shared by several tests, written as a function of its own; not one that creates a client for tests. */
const SHARED_TEST =
  /(^|\.)((run|do|exec|perform)\w*(Tests?|Case|Scenario)|test(?!\w*(Server|Client|App|Data|Utils?|Renderer|Bed|Context|Db|Database|Id)$)[A-Z]\w*)$/;
/** Test folders and files: the functions they export may contain checks. */
const TEST_FOLDER = /(^|\/)(__)?(tests?|specs?|e2e|integration|playwright|cypress)(__)?(\/|$)/i;
const TEST_MODULES = /(^|[/.-])(test|tests|testing|spec|specs|support|fixtures?|harness|helpers?|utils?|setup|common|kit|mocks?)([/._-]|$)/i;
/** `t.plan(2)`, `tspl(t, { plan: 2 })`, `expect.assertions(2)`. */
const PLANS = /\bplan\s*[(:]\s*\d|\bexpect\.assertions\(/;
/** How many functions of the same file are followed to find a check. */
const MAX_STEPS = 3;

export interface TestCollector extends Collector {
  tests: TestFact[];
}

interface TestName {
  root: string;
  path: string[];
}

function modifierOf({ root, path }: TestName): TestFact['modifier'] {
  if (FOCUSED.has(root) || path.includes('only')) return 'only';
  if (SKIPPED.has(root) || path.includes('skip') || path.includes('ignore')) return 'skip';
  return path.includes('todo') ? 'todo' : null;
}

interface Judged {
  assertions: number;
  tautologies: Span[];
  /** Number of tautologies about literals alone. */
  literals: number;
  /** Number of tautologies that give a reason. */
  reasons: number;
  floating: Span[];
  unheard: Span[];
  /** A handler makes the test fail: the code must not throw. */
  failsInHandler: boolean;
  /** Assertions in error handlers, and the first such handler. */
  inHandlers: number;
  handler: ts.CatchClause | null;
}

/** Describes tests and whether they can fail. */
export function testCollector(source: Source, scopes: Scopes): TestCollector {
  const tests: TestFact[] = [];
  const checking = new Map<ts.Node, boolean>();
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
    const callee = ts.isCallExpression(node.expression) ? node.expression.expression
      : ts.isTaggedTemplateExpression(node.expression) ? node.expression.tag
      : node.expression;
    const name = nameOf(callee);
    if (name === null) return null;
    const title = node.arguments[0];
    const body = node.arguments.slice(1).find((argument) => isFunctionNode(unwrap(argument)));
    const option = modifierOption(node);
    const modifier = option?.modifier ?? modifierOf(name);
    if (title === undefined || (body === undefined && modifier !== 'todo') || isFunctionNode(unwrap(title))) return null;
    const kind = SUITES.has(name.root) || name.path.includes('describe') ? 'suite' : 'test';
    const callback = body ? unwrap(body) as ts.FunctionExpression | ts.ArrowFunction : null;
    const text = ts.isStringLiteralLike(title) ? title.text : source.shorten(title, 80);
    const judged = kind === 'test' && callback ? toFact(judge(callback)) : null;
    const unread = callback !== null && judged?.assertions === 0 && judged.unheard === undefined ? unreadResult(source, callback) : undefined;
    const empty = callback !== null && ts.isBlock(callback.body) && callback.body.statements.length === 0;
    const explained = modifier === 'skip' && (option?.explained === true || explains(node, text, callback));
    return {
      kind,
      name: text,
      span: source.span(node),
      calleeSpan: source.span(callee),
      modifier,
      ...(explained ? { explained } : {}),
      empty,
      // Its arguments are created for it, and that may fail.
      ...(empty && (callback.parameters.length > 0 || text.trim() === '' || isToBeWritten(wordsOf(node))) ? { placeholder: true as const } : {}),
      ...(unread ? { unread } : {}),
      ...(judged ?? { assertions: 0, tautologies: [] }),
      ...(judged?.assertions === 0 || judged?.onlyInHandler !== undefined ? wordsOf(node) : {}),
    };
  }

  /** `it`, `describe.only`, `Deno.test`: the function and its modifier; null for anything else. */
  function nameOf(callee: ts.Expression): TestName | null {
    const name = calleeName(source, callee);
    if (name.root === null) return null;
    // `t.test` of `const t = require('tap')`, by whatever name.
    const declared = name.path[0] === 'test' ? scopes.lookup(name.root.text, name.root) : null;
    const held = name.path.length > 0 && (HOLDERS.has(name.root.text) || (declared?.kind === 'import' && declared.specifier === 'tap'));
    const [root, path] = held ? [name.path[0]!, name.path.slice(1)] : [name.root.text, name.path];
    if ((!SUITES.has(root) && !CASES.has(root)) || !path.every((step) => MODIFIERS.test(step))) return null;
    return held || !isOwn(name.root) ? { root, path } : null;
  }

  /** `test('name', { skip: 'reason' }, f)`. */
  function modifierOption(node: ts.CallExpression): { modifier: 'only' | 'skip' | 'todo'; explained: boolean } | null {
    const given = node.arguments[1];
    if (given === undefined || !ts.isObjectLiteralExpression(given)) return null;
    for (const property of given.properties) {
      const name = property.name && ts.isIdentifier(property.name) ? property.name.text : '';
      if (!ts.isPropertyAssignment(property) || (name !== 'only' && name !== 'skip' && name !== 'todo')) continue;
      const { initializer } = property;
      if (initializer.kind === ts.SyntaxKind.FalseKeyword) continue;
      // A condition or a text counts as a reason.
      const explained = initializer.kind !== ts.SyntaxKind.TrueKeyword;
      if (name !== 'only' || !explained) return { modifier: name, explained };
    }
    return null;
  }

  /** A variable or parameter of the file that just happens to have the name: `fit(points)`, `context.only`. */
  function isOwn(root: ts.Identifier): boolean {
    const declared = scopes.lookup(root.text, root);
    if (declared === null) return false;
    // Tests extended by the project keep their names; `fit` of the project is hardly ever a test.
    if (declared.kind === 'import') return (FOCUSED.has(root.text) || SKIPPED.has(root.text)) && declared.specifier.startsWith('.');
    // Only declared here: it is a global.
    if (ts.isFunctionDeclaration(declared.node) && declared.node.body === undefined) return false;
    // Extended by the file itself: `const test = base.extend({ … })`, `const { it } = lab`.
    return declared.kind !== 'const' && declared.kind !== 'let';
  }

  function explains(node: ts.CallExpression, title: string, callback: FunctionNode | null): boolean {
    if (/#\d+|https?:|\b(flaky|because|until|unsupported|not supported|broken|requires|needs|only on|todo|fixme|blocked|see)\b/i.test(title)) return true;
    const comments = ts.getLeadingCommentRanges(source.text, node.parent.pos) ?? [];
    if (comments.some((range) => !/eslint|prettier|@ts-/.test(source.text.slice(range.pos, range.end)))) return true;
    if (callback?.body && ts.isBlock(callback.body) && /^\{\s*\/[/*]/.test(source.text.slice(callback.body.getStart(source.file), callback.body.end)))
      return true;
    const lineEnd = source.text.indexOf('\n', node.getStart(source.file));
    return /\/\/\s*\S/.test(source.text.slice(node.getStart(source.file), lineEnd < 0 ? undefined : lineEnd).replace(/(['"`])(?:(?!\1)[^\\\n]|\\.)*\1/g, ''));
  }

  /** Comments above the test and inside it. */
  function wordsOf(node: ts.CallExpression): Pick<TestFact, 'words'> {
    const whole = source.text.slice(ts.isExpressionStatement(node.parent) ? node.parent.pos : node.pos, node.end);
    return testWords(whole.match(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g) ?? [], /[/*]+/g);
  }

  function toFact({ assertions, tautologies, literals, reasons, floating, unheard, failsInHandler, inHandlers, handler }: Judged): Pick<
    TestFact, 'assertions' | 'tautologies' | 'reasoned' | 'literal' | 'floating' | 'unheard' | 'onlyInHandler' | 'handlerWaits'
  > {
    return {
      assertions, tautologies,
      ...(reasons > 0 && reasons === tautologies.length ? { reasoned: true as const } : {}),
      ...(literals > 0 && literals === tautologies.length ? { literal: true as const } : {}),
      ...(floating.length > 0 ? { floating } : {}),
      ...(unheard.length > 0 ? { unheard } : {}),
      ...(handler !== null && !failsInHandler && inHandlers === assertions ? handlerFact(source, handler) : {}),
    };
  }

  function judge(callback: ts.FunctionExpression | ts.ArrowFunction): Judged {
    const judged: Judged = {
      assertions: 0, tautologies: [], literals: 0, reasons: 0, floating: [], unheard: [], failsInHandler: false, inHandlers: 0, handler: null,
    };
    let presumed = 0;
    const visit = (node: ts.Node, handler: ts.CatchClause | null): void => {
      const within = ts.isCatchClause(node) ? node : handler;
      if (isCheck(node, 0)) {
        judged.assertions++;
        if (isPresumed(node)) presumed++;
        if (within) {
          judged.inHandlers++;
          judged.handler ??= within;
          if (failsHere(node)) judged.failsInHandler = true;
        }
        if (ts.isCallExpression(node)) {
          if (isTautology(node)) {
            judged.tautologies.push(source.span(node));
            if (givesReason(node)) judged.reasons++;
            if (isAboutLiterals(node)) judged.literals++;
          }
          if (isFloating(node)) judged.floating.push(source.span(node));
        }
      }
      if (isUnheard(node)) judged.unheard.push(source.span(node));
      ts.forEachChild(node, (child) => visit(child, within));
    };
    visit(callback.body, null);
    // A test with an assertion that always holds usually has no other: calls that only might be checks do not count then.
    if (judged.tautologies.length > 0 && judged.tautologies.length === judged.assertions - presumed) judged.assertions -= presumed;
    // Passed to the test as a function: calling it or passing it on decides when the test ends.
    const done = callback.parameters[0]?.name;
    if (judged.assertions === 0 && done && ts.isIdentifier(done) && callback.parameters.length === 1 && mentions(callback.body, done.text)) judged.assertions++;
    const text = source.text.slice(callback.pos, callback.end);
    if (/@ts-expect-error/.test(text)) judged.assertions++;
    // Told how many checks to expect, a runner notices those that are missing or late.
    return PLANS.test(text) ? { ...judged, floating: [], handler: null } : endsByCall(callback, text) ? { ...judged, floating: [] } : judged;
  }

  /** Counted only because it or its object comes from a test module, which may contain checks. */
  function isPresumed(node: ts.Node): boolean {
    if (!ts.isCallExpression(node)) return false;
    const callee = calleeName(source, node.expression);
    if (ASSERTS.test(callee.text) || callee.root === null) return false;
    const declared = scopes.lookup(callee.root.text, callee.root);
    if (declared?.kind === 'const' || declared?.kind === 'let')
      return declared.node.initializer === undefined || !isFunctionNode(unwrap(declared.node.initializer));
    return declared?.kind === 'import';
  }

  /** What can make a test fail: an assertion, a thrown error, a type that the compiler checks. */
  function isCheck(node: ts.Node, steps: number): boolean {
    switch (node.kind) {
      case ts.SyntaxKind.CallExpression:
        return isCheckingCall(node as ts.CallExpression, steps);
      case ts.SyntaxKind.PropertyAccessExpression:
        return (node as ts.PropertyAccessExpression).name.text === 'should';
      case ts.SyntaxKind.ThrowStatement:
      case ts.SyntaxKind.SatisfiesExpression:
      case ts.SyntaxKind.TypeAliasDeclaration:
        return true;
      default:
        return false;
    }
  }

  function isCheckingCall(node: ts.CallExpression, steps: number): boolean {
    // `expect(x).toBe(y)` is one assertion: the outer call.
    if (isHeadOfChain(node) || isWithoutMatcher(node)) return false;
    const callee = calleeName(source, node.expression);
    if (ASSERTS.test(callee.text) || SHARED_TEST.test(callee.text)) return true;
    // A function that is passed on is called there: `cases.forEach(check)`.
    for (const given of node.arguments) if (ts.isIdentifier(given) && leadsToCheck(given, steps)) return true;
    return callee.root !== null && leadsToCheck(callee.root, steps);
  }

  function leadsToCheck(name: ts.Identifier, steps: number): boolean {
    const declared = scopes.lookup(name.text, name);
    if (declared === null || steps >= MAX_STEPS) return false;
    if (declared.kind === 'import') return isWrittenForTests(declared.specifier);
    if (declared.kind === 'class') return containsCheck(declared.node, steps + 1);
    const holder = declared.kind === 'function' ? declared.node : declared.kind === 'const' || declared.kind === 'let' ? declared.node.initializer : undefined;
    return holder !== undefined && containsCheck(holder, steps + 1);
  }

  function isWrittenForTests(specifier: string): boolean {
    if (!specifier.startsWith('.')) return /^[@~#]/.test(specifier) && TEST_MODULES.test(specifier);
    return TEST_MODULES.test(specifier) || TEST_FOLDER.test(join(dirname(source.path), specifier));
  }

  function containsCheck(node: ts.Node, steps: number): boolean {
    const known = checking.get(node);
    if (known !== undefined) return known;
    // Mutual recursion: skip functions that are still being examined.
    checking.set(node, false);
    const search = (each: ts.Node): boolean => isCheck(each, steps) || (ts.forEachChild(each, search) ?? false);
    const found = search(node);
    checking.set(node, found);
    return found;
  }
}

/** `expect(x)` in front of `.toBe(y)`. */
function isHeadOfChain(node: ts.CallExpression): boolean {
  let outer: ts.Node = node;
  while (ts.isPropertyAccessExpression(outer.parent) && outer.parent.expression === outer) outer = outer.parent;
  return outer !== node && ts.isCallExpression(outer.parent) && outer.parent.expression === outer && ts.isIdentifier(node.expression)
    && /^expect/.test(node.expression.text);
}

function mentions(node: ts.Node, name: string): boolean {
  return (ts.isIdentifier(node) && node.text === name) || (ts.forEachChild(node, (child) => mentions(child, name)) ?? false);
}
