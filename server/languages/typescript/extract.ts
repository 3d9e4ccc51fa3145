/** One file's facts: parses, walks once, and combines what the collectors found. */
import type { ExtractInput } from '../../facts/adapter.ts';
import { markCalled } from '../kit/called-imports.ts';
import { withoutGuesses } from '../kit/certain-facts.ts';
import { collectedFacts } from '../kit/collected.ts';
import { withSurface } from '../kit/contract-surface.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import { deprecatedOf } from '../kit/deprecated.ts';
import { measure, summarize } from '../kit/metrics.ts';
import { settingsOf } from '../kit/setting-facts.ts';
import { judgeSignatures } from '../kit/signatures.ts';
import { isTemplateLine } from '../kit/template.ts';
import { acquisitionCollector } from './collect/acquisitions.ts';
import { assignmentCollector } from './collect/assignments.ts';
import { byHandCollector } from './collect/by-hand.ts';
import { branchCollector } from './collect/branches.ts';
import { callCollector } from './collect/calls.ts';
import { classCollector } from './collect/classes.ts';
import { readContract, readSuppressions } from './collect/comments.ts';
import { deepWriteCollector } from './collect/deep-writes.ts';
import { conditionCollector } from './collect/conditions.ts';
import { declarationCollector } from './collect/declarations.ts';
import { doingCollector } from './collect/doings.ts';
import { collectExports } from './collect/exports.ts';
import { fingerprintCollector } from './collect/fingerprints.ts';
import { functionCollector } from './collect/functions.ts';
import { handlerCollector } from './collect/handlers.ts';
import { importCollector } from './collect/imports.ts';
import { readLines } from './collect/lines.ts';
import { literalCollector } from './collect/literals.ts';
import { loopCollector } from './collect/loops.ts';
import { environmentCollector } from './collect/environment-readings.ts';
import { readOutline } from './collect/outline.ts';
import { patternCollector } from './collect/patterns.ts';
import { secondResponseCollector } from './collect/second-responses.ts';
import { slipCollectors } from './collect/slips/slips.ts';
import { testCollector } from './collect/tests.ts';
import { isAmbient, typedSurface } from './collect/typed-surface.ts';
import { unawaitedCollector } from './collect/unawaited.ts';
import { undeclaredCollector } from './collect/undeclared.ts';
import { isFace, SIGNATURE_HABITS } from './conventions.ts';
import { createScopes } from './scopes.ts';
import { ts, parse, parseDiagnosticsOf, type Source } from './syntax.ts';
import { createValues } from './values.ts';
import { walk, type Structure } from './walk.ts';

/** The compiler skips the file, and so do the rules about types. */
const NOT_CHECKED = /^[^\S\n]*\/\/\s*@ts-nocheck/m;

/**
 * @param input path, text and role of one TypeScript or JavaScript file
 * @returns its facts; syntax problems are listed in them, never thrown
 */
export function extract(input: ExtractInput): FileFacts {
  const source = parse(input.path, input.text);
  const scopes = createScopes();
  const values = createValues(source, scopes);
  const exported = collectExports(source);
  const lines = readLines(source);
  const classes = classCollector(source, values, exported, lines);
  const functions = functionCollector(source, values, exported, lines);
  const loops = loopCollector(source);
  const byHand = byHandCollector(source, loops.loops);
  const imports = importCollector(source, scopes);
  const calls = callCollector(source, scopes, values, loops);
  const assignments = assignmentCollector(source, values);
  const deep = deepWriteCollector(source, values);
  const patterns = patternCollector(source, values);
  const branches = branchCollector(source);
  const { conditions, on: asked } = conditionCollector(source, scopes);
  const answers = secondResponseCollector(source);
  const handlers = handlerCollector(source);
  const acquisitions = acquisitionCollector(source, scopes);
  const literals = literalCollector(source, exported);
  const declarations = declarationCollector(source, exported);
  const settings = environmentCollector(source, scopes);
  const tests = testCollector(source, scopes);
  const fingerprints = fingerprintCollector(source);
  const doings = doingCollector(source);
  const unawaited = unawaitedCollector(source, scopes, functions.facts);
  const { collectors: slipped, slips } = slipCollectors(source, scopes);

  const undeclared = undeclaredCollector(source, functions.facts);

  const structure: Structure = {
    enterFunction: (node, at) => functions.enter(node, at, classes.facts[at.class]?.public ?? false),
    enterClass: (node, at) => classes.enter(node, at),
    enterLoop: (node, at) => loops.enterLoop(node, at),
    enterCallback: (call, callback, index) => loops.enterCallback(call, callback, index),
  };
  walk(source, structure, [
    assignments,
    deep,
    patterns,
    branches,
    { on: asked },
    classes,
    functions,
    loops,
    byHand,
    imports,
    calls,
    handlers,
    answers,
    acquisitions,
    literals,
    declarations,
    settings,
    tests,
    fingerprints,
    doings,
    unawaited,
    ...slipped,
    undeclared,
  ]);
  classes.finish(functions.facts);
  judgeSignatures(functions.facts, classes.facts, SIGNATURE_HABITS);
  const found = markCalled(imports.finish(), calls.called);
  const typesExpected = (source.typescript && !NOT_CHECKED.test(input.text.slice(0, 2000))) || /^[^\S\n]*\/\/\s*@ts-check/m.test(input.text.slice(0, 2000));

  return withoutGuesses({
    path: input.path,
    language: source.typescript ? 'typescript' : 'javascript',
    role: input.role,
    typesExpected,
    ...(input.text.startsWith('#!') ? { executable: true as const } : {}),
    imports: found,
    exports: exported.facts,
    ...(exported.complete ? { members: '' } : {}),
    ...deprecatedOf({ functions: functions.facts, classes: classes.facts }),
    classes: summarize(classes.facts, functions.facts),
    fingerprints: fingerprints.finish(),
    doings: doings.lines,
    settings: settingsOf(settings.readings, functions.facts, classes.facts),
    suppressions: readSuppressions(source),
    contract: withSurface(readContract(source), { functions: functions.facts, classes: classes.facts, typesExpected, resultsInferred: true }),
    ...(isFace({ path: input.path, exports: exported.facts }) ? { face: true as const } : {}),
    metrics: measure({
      functions: functions.facts, classes: classes.facts, lines, tests: tests.tests.length,
      handlers: handlers.handlers.length, typesExpected, resultsInferred: true, machineLearning: false,
    }),
    syntaxProblems: syntaxProblems(source),
    ...surface(source),
    ...(input.outlined === true ? { outline: readOutline(source, found, scopes) } : {}),
    ...(deep.deepWrites.length === 0 ? {} : { deepWrites: deep.deepWrites }),
    ...(conditions.length === 0 ? {} : { fixedConditions: conditions }),
    ...(slips.length === 0 ? {} : { slips }),
    ...(answers.responses.length === 0 ? {} : { secondResponses: answers.responses }),
    ...(patterns.patterns.length === 0 ? {} : { patterns: patterns.patterns }),
    ...unawaited.finish(),
    ...undeclared.finish(),
    ...collectedFacts({ functions, classes, calls, assignments, branches, loops, handlers, acquisitions, literals, declarations, tests, lines }),
  });
}

function surface(source: Source): Pick<FileFacts, 'typed' | 'ambient'> {
  const typed = typedSurface(source);
  return { ...(typed === null ? {} : { typed }), ...(isAmbient(source) ? { ambient: true } : {}) };
}

/** `'\033[2J'` and `0777`: valid in scripts, which have neither imports nor exports; only the compiler calls it an error. */
function isOldOctal(source: Source, code: number): boolean {
  return (code === 1487 || code === 1121) && /\.c?jsx?$/.test(source.path) && !ts.isExternalModule(source.file);
}

function syntaxProblems(source: Source): FileFacts['syntaxProblems'] {
  const found = parseDiagnosticsOf(source.file).filter((each) => !isOldOctal(source, each.code));
  const [first] = found;
  const rightIn = first === undefined ? undefined : isFlow(source) ? 'flow' : isTemplate(source, first.start) ? 'template' : undefined;
  return found.slice(0, 3).map((each) => ({
    message: ts.flattenDiagnosticMessageText(each.messageText, ' '),
    span: source.spanBetween(each.start, each.start + each.length),
    ...(rightIn === undefined ? {} : { rightIn }),
  }));
}

/** The first comment announces Flow types, which the compiler does not read. */
function isFlow({ path, text }: Source): boolean {
  return /\.[cm]?jsx?$/.test(path) && /^\s*(?:\/\/|\/\*)[^;{}]*@flow\b/.test(text.slice(0, 2000));
}

/** Another program fills in what is in its brackets and turns it into code. */
function isTemplate({ path, text }: Source, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1);
  return isTemplateLine(path, line);
}
