/** Test cases of pytest and unittest: which are skipped, and whether they can fail. */
import type { TestFact } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { isToBeWritten, testWords } from '../../kit/test-words.ts';
import { argumentsOf, basesOf, calleeName, functionOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { around, bodyOf, decorated, decoratorsOf, part, some, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';
import { keywordSpan } from './functions.ts';
import { mustBeInHandler } from './surely-raises.ts';
import { givesReason, isAboutLiterals, isTautology } from './tautologies.ts';
import { unheardChecks, unreadResult } from './unheard.ts';

/** Files in which functions named `test…` are tests. */
const TEST_FILE = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?|conftest)\.py$|(^|\/)(tests?|testing|specs?|e2e|integration)\/(.*\/)?[^/]+\.py$/;
/** Files that test runners look into without being told. */
const COLLECTED = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?|test[^/]*)\.py$/;
/** Calls that can fail a test, by name. */
const ASSERTS = new RegExp(
  String.raw`(^|\.)_*(assert\w*|ASSERT\w*|expect\w*|should\w*|fail|fail\w+|check\w*|verify\w*|validate\w*|ensure\w*|raises|warns|`
  + String.raw`approx_equal|compare\w*|is_equal|eq_|ok_|snapshot|match_snapshot|xfail|exit|deprecated_call|run_test\w*|do_test\w*|`
  + String.raw`roundtrip\w*|isolated_\w+|testcase)$|(^|\.)(\w+_)?(assert|check|verify|expect)(_\w+|[A-Z]\w*)?$|Assert[A-Z]\w*$|^(raises|`
  + String.raw`pytest\.(raises|warns|fail|deprecated_call)|expect|expecttest|hamcrest)\b`,
);
/** A test that several tests share, written as a function or method of its own; not what gives a client for tests. */
const SHARED_TEST =
  /^((self|cls|super\(\))\._*|_+)test(?!_?(client|app|server|context|cli|data|file|dir|path|request))\w*$|(^|\.)_*(run|do|exec|perform)_\w*tests?$/;
/** Marks that change nothing about what a test does. */
const PLAIN_MARK = /(^|\.)(mark\.\w+|parametrize|patch(\.\w+)?|override_settings|modify_settings|tag|skip\w*|usefixtures|slow|timeout|\w+_settings)$/;
/** Makes the test fail where it stands. */
const FAILS = /^((self|pytest|unittest)\.)?_*fail$/;
const SKIPS = /^(pytest\.skip|self\.skipTest)$/;
/** Test modules: the functions they provide may contain checks. */
const TEST_MODULES = new RegExp(
  '(^|[._])(tests?|testing|test_?utils?|helpers?|support|fixtures?|common|utils?|asserts?|assertions|conftest|base|case|cases|'
  + 'mixins?|harness|framework)([._]|$)',
);
/** Their classes for tests have no tests that could be inherited. */
const TEST_LIBRARIES = new RegExp(
  '^(unittest2?|django|rest_framework|tornado|twisted|aiohttp|channels|starlette|flask_testing|testtools|asynctest|aiounittest|absl|tensorflow|'
  + 'parameterized|hypothesis|pyfakefs|wagtail|odoo)(\\.|$)',
);
/** How many functions of the same file are followed to find a check. */
const MAX_STEPS = 3;

export interface TestCollector extends Collector {
  tests: TestFact[];
}

/** By its name; in a table of checks by the table's name: `ASSERT_EQUAL[kind](a, b)`. */
function isAssertion(callee: string): boolean {
  return ASSERTS.test(callee.replace(/\.\[\]$/, '')) || SHARED_TEST.test(callee);
}

export function testCollector(source: Source, scopes: Scopes): TestCollector {
  const tests: TestFact[] = [];
  const checking = new Map<Node, boolean>();
  const isTestFile = TEST_FILE.test(source.path);
  return {
    tests,
    on: {
      class_definition: (node) => { if (isSuite(node)) tests.push({ ...head(node), kind: 'suite', assertions: 0, tautologies: [], empty: false }); },
      function_definition: (node) => { if (isTest(node)) tests.push(describe(node)); },
    },
  };

  function isSuite(node: Node): boolean {
    const name = source.textOf(part(node, 'name') ?? node);
    const bases = basesOf(source, node);
    if (bases.some((base) => /(^|\.)\w*Test(Case|s)?(Base|Mixin)?$|TestCase/.test(base.name))
      && (isTestFile || bases.some((base) => /TestCase$/.test(base.name)))) return !/(Mixin|Base)$/.test(name);
    return isTestFile && /^[Tt]est[A-Z_]?/.test(name) && around(node, (each) => each.type === 'function_definition') === null;
  }

  function isTest(node: Node): boolean {
    const name = source.textOf(part(node, 'name') ?? node);
    if (!/^test(_|$|[A-Z0-9])/.test(name)) return false;
    const outer = around(node, (each) => each.type === 'class_definition' || each.type === 'function_definition');
    if (decoratorsOf(node).some((each) => /fixture$|staticmethod|property/.test(calleeName(source, each.type === 'call' ? functionOf(each) : each).text)))
      return false;
    return outer === null ? isTestFile : outer.type === 'class_definition' && isSuite(outer);
  }

  function head(node: Node): Pick<TestFact, 'name' | 'span' | 'calleeSpan' | 'modifier' | 'explained'> {
    const name = part(node, 'name') ?? node;
    const skipped = skipMark(node);
    return {
      name: source.textOf(name), span: source.span(node), calleeSpan: source.span(name),
      modifier: skipped === null ? null : 'skip', ...(skipped?.explained === true ? { explained: true as const } : {}),
    };
  }

  /** `@pytest.mark.skip`, `@unittest.skip('why')`; conditional skips do not count. */
  function skipMark(node: Node): { explained: boolean } | null {
    for (const mark of decoratorsOf(node)) {
      const name = calleeName(source, mark.type === 'call' ? functionOf(mark) : mark).text;
      // The name of a project's own mark is the reason.
      if (/(^|\.|_)(skip\w+|SKIP\w*|XFAIL|xfail|expectedFailure|skip_\w+)$/.test(name)) {
        if (!/skip(if|unless)$/i.test(name)) return { explained: true };
        continue;
      }
      if (!/^((pytest|\w+)\.)?mark\.skip$|^(unittest\.)?skip$/.test(name)) continue;
      const given = mark.type === 'call' ? argumentsOf(source, mark) : null;
      const reason = given !== null && given.positional.length + given.keywords.length > 0;
      return { explained: reason || commentBeside(decorated(node)) };
    }
    const first = bodyOf(node)[0];
    const call = first?.type === 'expression_statement' && first.children[0]?.type === 'call' ? first.children[0] : null;
    return call !== null && SKIPS.test(source.textOf(functionOf(call)))
      ? { explained: argumentsOf(source, call).positional.length + argumentsOf(source, call).keywords.length > 0 }
      : null;
  }

  /** On the lines of the marks, or right above them. */
  function commentBeside(node: Node): boolean {
    const head = source.text.lastIndexOf('\n', node.start - 1) + 1;
    const body = part(node.type === 'decorated_definition' ? part(node, 'definition')! : node, 'body');
    return source.comments.some(({ start, end }) => (start >= node.start && start < (body?.start ?? node.end))
      || (end < node.start && source.text.slice(end, head).trim() === '' && source.lineAt(start) >= source.lineAt(node.start) - 3));
  }

  function describe(node: Node): TestFact {
    const judged = { assertions: 0, tautologies: [] as Span[], literals: 0, reasons: 0, inHandlers: 0, failsInHandler: false, handler: null as Node | null };
    let presumed = 0;
    const visit = (each: Node, handler: Node | null): void => {
      const within = each.type === 'except_clause' ? each : handler;
      if (isCheck(each, 0)) {
        judged.assertions++;
        if (each.type === 'call' && !isAssertion(calleeName(source, functionOf(each)).text)) presumed++;
        if (within) {
          judged.inHandlers++;
          judged.handler ??= within;
          // "It must not raise": the test passes because nothing was raised.
          if (failsHere(each)) judged.failsInHandler = true;
        }
        if (isTautology(source, each)) {
          judged.tautologies.push(source.span(each));
          if (givesReason(source, each)) judged.reasons++;
          if (isAboutLiterals(each)) judged.literals++;
        }
      }
      for (const child of each.children) visit(child, within);
    };
    const statements = bodyOf(node);
    for (const statement of statements) visit(statement, null);
    if (judged.tautologies.length > 0 && judged.tautologies.length === judged.assertions - presumed) judged.assertions -= presumed;
    // Checks in fixtures and decorators are not visible here: `@pytest.mark.parametrize` checks nothing, `@image_comparison` does.
    if (judged.assertions === 0 && decoratorsOf(node).some((each) => ASSERTS.test(calleeName(source, each.type === 'call' ? functionOf(each) : each).text)
      || /comparison|raises|given$|expected|compare/i.test(source.textOf(each).slice(0, 60)))) judged.assertions++;
    if (judged.assertions === 0 && /\b(benchmark|snapshot|capsys|data_regression|file_regression|image_regression|num_regression)\b/.test(source.textOf(part(
      node, 'parameters',
    ) ?? node).slice(0, 200))) judged.assertions++;
    const { handler } = judged;
    const unheard = unheardChecks(source, node);
    const unread = judged.assertions === 0 && unheard.length === 0 ? unreadResult(source, node) : undefined;
    const empty = statements.every((each) => each.type === 'pass_statement' || each.children[0]?.type === 'ellipsis');
    return {
      ...head(node),
      kind: 'test',
      assertions: judged.assertions,
      tautologies: judged.tautologies,
      ...(judged.reasons > 0 && judged.reasons === judged.tautologies.length ? { reasoned: true as const } : {}),
      ...(judged.literals > 0 && judged.literals === judged.tautologies.length ? { literal: true as const } : {}),
      ...(judged.assertions === 0 || handler !== null ? wordsOf(node) : {}),
      ...(unheard.length > 0 ? { unheard } : {}),
      ...(unread ? { unread } : {}),
      empty,
      ...(empty && mayBeMeant(node) ? { placeholder: true as const } : {}),
      ...(handler !== null && !judged.failsInHandler && judged.inHandlers === judged.assertions && !hasElse(handler) && !endsInSkip(handler)
        && !mustBeInHandler(source, scopes, handler)
        ? { onlyInHandler: keywordSpan(source, handler) }
        : {}),
    };
  }

  /** `fail()`, `raise`, `assert False`. */
  function failsHere(node: Node): boolean {
    if (node.type === 'raise_statement') return true;
    if (node.type === 'assert_statement') return /^(false|integer)$/.test(node.children[0]?.type ?? '');
    return node.type === 'call' && FAILS.test(calleeName(source, functionOf(node)).text);
  }

  /** It switches off an inherited test, stands for those of subclasses, its decorators and fixtures do the work, or it is to be written. */
  function mayBeMeant(node: Node): boolean {
    if (isToBeWritten(wordsOf(node, commentStart(node)))) return true;
    // `indirect`: a fixture is given the values, and does the work.
    if (decoratorsOf(node).some((mark) => /\bindirect\s*=/.test(source.textOf(mark)))) return true;
    if (decoratorsOf(node).some((mark) => !PLAIN_MARK.test(calleeName(source, mark.type === 'call' ? functionOf(mark) : mark).text))) return true;
    const given = part(node, 'parameters')?.children.filter((each) => !/^(self|cls)$/.test(source.textOf(each))) ?? [];
    if (given.length > 0) return true;
    const owner = around(node, (each) => each.type === 'class_definition');
    if (owner === null) return !COLLECTED.test(source.path);
    if (basesOf(source, owner).some(isOwnBase)) return true;
    const name = source.textOf(part(owner, 'name') ?? owner);
    return source.root.children.some((each) => each.type === 'class_definition' && basesOf(source, each).some((base) => base.name === name));
  }

  /** A class of the project, which may have tests of its own. */
  function isOwnBase(base: { name: string; node: Node }): boolean {
    if (/^object$|Mixin$/.test(base.name)) return false;
    const { root } = calleeName(source, base.node);
    const declared = root === null ? null : scopes.lookup(source.textOf(root), root);
    if (declared?.kind === 'import') return !TEST_LIBRARIES.test(declared.specifier);
    return declared?.kind === 'class' || !/TestCase$/.test(base.name);
  }

  /** Where the comment lines right above a function and its decorators begin. */
  function commentStart(node: Node): number {
    let start = source.lineAt(decorated(node).start);
    const lineAt = (line: number): string => source.text.slice(source.lineStarts[line], source.lineStarts[line + 1]);
    while (start > 0 && /^\s*#/.test(lineAt(start - 1))) start--;
    return source.lineStarts[start] ?? 0;
  }

  /** The docstring, and the comments that begin no earlier than a place. */
  function wordsOf(node: Node, from = node.start): Pick<TestFact, 'words'> {
    const first = part(node, 'body')?.children[0];
    const doc = first?.type === 'expression_statement' && first.children[0]?.type === 'string' ? source.textOf(first) : '';
    const comments = source.comments.filter(({ start, end }) => start >= from && end <= node.end).map(({ start, end }) => source.text.slice(start, end));
    return testWords([doc, ...comments], /"{3}|'{3}|#+/g);
  }

  /** `import plotter; pytest.skip(…)`: without an error there is nothing to test. */
  function endsInSkip(handler: Node): boolean {
    const last = part(handler.parent, 'body')?.children.at(-1)?.children[0];
    return last?.type === 'call' && SKIPS.test(source.textOf(functionOf(last)));
  }

  function hasElse(handler: Node): boolean {
    return handler.parent.children.some((each) => each.type === 'else_clause');
  }

  /** What can make a test fail: an assertion, a raised error, a call that leads to one. */
  function isCheck(node: Node, steps: number): boolean {
    if (node.type === 'assert_statement' || node.type === 'raise_statement') return true;
    if (node.type !== 'call') return false;
    const callee = calleeName(source, functionOf(node));
    if (isAssertion(callee.text) || turnsWarningsIntoErrors(callee.text, node) || failsWithProgram(callee.text, node)) return true;
    for (const given of argumentsOf(source, node).positional) if (given.type === 'identifier' && leadsToCheck(given, [], steps)) return true;
    return callee.root !== null && leadsToCheck(callee.root, callee.path, steps);
  }

  /** `subprocess.run(…, check=True)`: the test fails when the program does. */
  function failsWithProgram(callee: string, node: Node): boolean {
    if (/(^|\.)check_(call|output)$/.test(callee)) return true;
    return /(^|\.)run$/.test(callee) && argumentsOf(source, node).keywords.some(({ name, value }) => name === 'check' && source.textOf(value) === 'True');
  }

  /** `warnings.simplefilter('error')`, `np.errstate(all='raise')`: a warning then makes the test fail. */
  function turnsWarningsIntoErrors(callee: string, node: Node): boolean {
    if (/(^|\.)(errstate|seterr)$/.test(callee)) return argumentsOf(source, node).keywords.some(({ value }) => /^['"]raise['"]$/.test(source.textOf(value)));
    return /^(warnings\.)?(simplefilter|filterwarnings)$/.test(callee)
      && /^['"]error['"]$/.test(source.textOf(argumentsOf(source, node).positional[0] ?? node));
  }

  function leadsToCheck(name: Node, path: readonly string[], steps: number): boolean {
    if (steps >= MAX_STEPS) return false;
    const text = source.textOf(name);
    // A method of the same class.
    if (/^(self|cls)$/.test(text) && path.length === 1) {
      const owner = around(name, (each) => each.type === 'class_definition');
      const method = part(owner ?? name, 'body')?.children.map((each) => (each.type === 'decorated_definition' ? part(each, 'definition')! : each))
        .find((each) => each.type === 'function_definition' && source.textOf(part(each, 'name')!) === path[0]);
      if (method) return containsCheck(method, steps + 1);
      // Inherited from a test class defined elsewhere.
      return owner !== null && basesOf(source, owner).some((base) => !/(^|\.)(unittest\.)?TestCase$|^object$/.test(base.name))
        && /^(run|do|test|try|round|exec|perform)/.test(path[0]!);
    }
    const declared = scopes.lookup(text, name);
    if (declared === null) return false;
    if (declared.kind === 'import') return TEST_MODULES.test(declared.specifier) && !/^(django\.)?(utils|common)\b/.test(declared.specifier);
    if (declared.kind === 'class' || declared.kind === 'function') return containsCheck(declared.node, steps + 1);
    const value = declared.kind === 'variable' ? declared.values[0]?.value : undefined;
    if (value?.type === 'call') {
      const made = calleeName(source, functionOf(value));
      const maker = made.root ? scopes.lookup(source.textOf(made.root), made.root) : null;
      return maker?.kind === 'class' && containsCheck(maker.node, steps + 1);
    }
    return value?.type === 'lambda' && containsCheck(value, steps + 1);
  }

  function containsCheck(node: Node, steps: number): boolean {
    const known = checking.get(node);
    if (known !== undefined) return known;
    // Mutual recursion: skip functions that are still being examined.
    checking.set(node, false);
    const found = some(part(node, 'body') ?? node, (each) => isCheck(each, steps));
    checking.set(node, found);
    return found;
  }
}

