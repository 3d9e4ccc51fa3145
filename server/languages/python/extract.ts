/** One Python file's facts: parses, walks once, and combines what the collectors found. */
import type { ExtractInput } from '../../facts/adapter.ts';
import { markCalled } from '../kit/called-imports.ts';
import { collectedFacts } from '../kit/collected.ts';
import { withSurface } from '../kit/contract-surface.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import { deprecatedOf } from '../kit/deprecated.ts';
import { measure, summarize } from '../kit/metrics.ts';
import { settingsOf } from '../kit/setting-facts.ts';
import { judgeSignatures } from '../kit/signatures.ts';
import { acquisitionCollector } from './collect/acquisitions.ts';
import { assignmentCollector } from './collect/assignments.ts';
import { byHandCollector } from './collect/by-hand.ts';
import { branchCollector } from './collect/branches.ts';
import { callCollector } from './collect/calls.ts';
import { classCollector } from './collect/classes.ts';
import { readContract, readSuppressions } from './collect/comments.ts';
import { callShapeCollector } from './collect/call-shapes.ts';
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
import { membershipCollector } from './collect/membership.ts';
import { environmentReadings } from './collect/environment-readings.ts';
import { membersOf } from './collect/members.ts';
import { readOutline } from './collect/outline.ts';
import { slipCollectors } from './collect/slips/slips.ts';
import { testCollector } from './collect/tests.ts';
import { trainingFaults } from './collect/training/training-faults.ts';
import { unawaitedCollector } from './collect/unawaited.ts';
import { unknownMembers } from './collect/unknown-members.ts';
import { entryOf, isFace, SIGNATURE_HABITS } from './conventions.ts';
import { withTree } from './kept-trees.ts';
import { rememberSource } from './last-source.ts';
import { readLearning } from './learning/read-learning.ts';
import { isLearningLibrary } from './ml-libraries.ts';
import { createScopes } from './scopes.ts';
import { createSource, type Source } from './syntax.ts';
import { createValues } from './values.ts';
import { walk, type Structure } from './walk.ts';

/**
 * @param input path, text and role of one Python file
 * @returns its facts; syntax problems are left to the linter, and never thrown
 */
export function extract(input: ExtractInput): FileFacts {
  return withTree(input.path, input.text, (tree) => {
    const source = createSource(input.path, input.text, tree);
    rememberSource(source, !tree.rootNode.hasError);
    return { ...factsOf(input, source), learning: readLearning(source) };
  });
}

function factsOf(input: ExtractInput, source: Source): FileFacts {
  const scopes = createScopes(source);
  const values = createValues(source, scopes);
  const exported = collectExports(source);
  const lines = readLines(source);
  const classes = classCollector(source, scopes, values, exported, lines);
  const functions = functionCollector(source, values, exported, lines);
  const loops = loopCollector(source);
  const byHand = byHandCollector(source, loops.loops);
  const imports = importCollector(source, scopes);
  const calls = callCollector(source, scopes, values, loops);
  const memberships = membershipCollector(source, scopes, loops, calls.calls);
  const assignments = assignmentCollector(source, values);
  const branches = branchCollector(source);
  const { conditions, on: asked } = conditionCollector(source);
  const handlers = handlerCollector(source);
  const acquisitions = acquisitionCollector(source, scopes);
  const literals = literalCollector(source, scopes, exported, functions.facts);
  const declarations = declarationCollector(source, exported);
  const tests = testCollector(source, scopes);
  const fingerprints = fingerprintCollector(source);
  const doings = doingCollector(source);
  const unawaited = unawaitedCollector(source, scopes, functions.facts);
  const callShapes = callShapeCollector(source, scopes, functions.facts);
  const { collectors: slipped, slips } = slipCollectors(source, scopes);

  const structure: Structure = {
    enterFunction: (node, at) => functions.enter(node, at, classes.facts[at.class]?.public ?? false),
    enterClass: (node, at) => classes.enter(node, at),
    enterLoop: (node, at) => loops.enterLoop(node, at),
  };
  walk(source, structure, [
    assignments,
    branches,
    { on: asked },
    classes,
    functions,
    loops,
    byHand,
    imports,
    calls,
    memberships,
    handlers,
    acquisitions,
    literals,
    declarations,
    tests,
    fingerprints,
    doings,
    unawaited,
    callShapes,
    ...slipped,
  ]);
  functions.finish();
  classes.finish(functions.facts);
  judgeSignatures(functions.facts, classes.facts, SIGNATURE_HABITS);
  const found = markCalled(imports.finish(), calls.called);
  const entry = entryOf(source);
  const members = membersOf(source, exported.facts);
  const unknown = unknownMembers(source, scopes);
  const training = trainingFaults(source, scopes);

  return {
    path: input.path,
    language: 'python',
    role: input.role,
    typesExpected: true,
    ...(input.text.startsWith('#!') ? { executable: true as const } : {}),
    ...(entry ? { entry: source.span(entry) } : {}),
    imports: found,
    exports: exported.facts,
    ...(members === undefined ? {} : { members }),
    ...deprecatedOf({ functions: functions.facts, classes: classes.facts }),
    classes: summarize(classes.facts, functions.facts, (name) => !/^__\w+__$/.test(name)),
    fingerprints: fingerprints.finish(),
    doings: doings.lines,
    settings: settingsOf(environmentReadings(calls.calls), functions.facts, classes.facts),
    suppressions: readSuppressions(source),
    contract: withSurface(readContract(source), { functions: functions.facts, classes: classes.facts, typesExpected: true, resultsInferred: false }),
    ...(isFace({ path: input.path, exports: exported.facts, imports: found }) ? { face: true as const } : {}),
    metrics: measure({
      functions: functions.facts, classes: classes.facts, lines, tests: tests.tests.length, handlers: handlers.handlers.length, typesExpected: true,
      resultsInferred: false,
      machineLearning: found.some((each) => isLearningLibrary(each.specifier)),
    }),
    syntaxProblems: [],
    ...(conditions.length === 0 ? {} : { fixedConditions: conditions }),
    ...(slips.length === 0 ? {} : { slips }),
    ...(training === null ? {} : { trainingFaults: training }),
    ...(input.outlined === true ? { outline: readOutline(source, found, scopes) } : {}),
    ...unawaited.finish(),
    ...callShapes.finish(),
    ...(unknown.length === 0 ? {} : { unknownMembers: unknown }),
    ...collectedFacts({ functions, classes, calls, assignments, branches, loops, handlers, acquisitions, literals, declarations, tests, lines }),
  };
}
