/** What the walk over a file leaves behind, for every language alike: places, counted lines, and lists of facts. */
import type {
  AcquisitionFact, AnyFact, AssignmentFact, AwaitFact, CallFact, ClassFact, DeclarationFact, FileFacts, FunctionFact, HandlerFact, LongLine, LoopFact, Origin, StringFact, TestFact,
} from '../../facts/file-facts.ts';
import type { ConstructionFact } from '../../facts/module-facts.ts';

/** Where in the file a node stands. Immutable: a change of place makes a new one. */
export interface Place {
  /** Index of the enclosing function, -1 at module level. */
  function: number;
  /** Index of the enclosing class or interface, -1 outside. */
  class: number;
  /** Index of the enclosing loop of the same function, -1 outside. */
  loop: number;
  /** Nesting of control flow within the function. */
  depth: number;
  /** Inside a `try` block that has a handler. */
  guarded: boolean;
}

/** Lines are of interest to rules from this length on, whatever their limit is set to. */
export const LONG_LINE = 80;

/** Lines of a file: how many hold code, and which are long. */
export interface CodeLines {
  /** All lines of the file. */
  total: number;
  /** Lines that hold code. */
  code: number;
  /** Lines that hold code between two offsets, both lines included. */
  between(start: number, end: number): number;
  long: LongLine[];
}

/**
 * @param code 1 for each line that holds code, 0 for the others
 * @param lineAt finds the line of an offset, both from 0
 * @param long lines that are long
 */
export function countLines(code: Uint8Array, lineAt: (offset: number) => number, long: LongLine[]): CodeLines {
  const sums = new Uint32Array(code.length + 1);
  for (let line = 0; line < code.length; line++) sums[line + 1] = sums[line]! + code[line]!;
  return { total: code.length, code: sums[code.length]!, between: (from, to) => sums[lineAt(to) + 1]! - sums[lineAt(from)]!, long };
}

/** The collectors of a language, when the walk is over. */
export interface Collected {
  functions: { facts: FunctionFact[] };
  classes: { facts: ClassFact[] };
  calls: { calls: CallFact[]; constructions: ConstructionFact[] };
  assignments: { assignments: AssignmentFact[] };
  loops: { loops: LoopFact[]; awaits: AwaitFact[] };
  handlers: { handlers: HandlerFact[] };
  acquisitions: { acquisitions: AcquisitionFact[] };
  literals: { strings: StringFact[]; anys: AnyFact[] };
  declarations: { declarations: DeclarationFact[] };
  tests: { tests: TestFact[] };
  lines: CodeLines;
}

/**
 * The facts that are taken over as they were collected.
 * @param collected by the walk over one file
 * @returns with nothing yet of what others add: secrets, the linter, learning, containers
 */
export function collectedFacts({ functions, classes, calls, assignments, loops, handlers, acquisitions, literals, declarations, tests, lines }: Collected): Pick<
  FileFacts, 'constructions' | 'testNames' | 'functions' | 'classFacts' | 'calls' | 'assignments' | 'loops' | 'awaits' | 'handlers' | 'acquisitions'
  | 'strings' | 'anys' | 'declarations' | 'tests' | 'longLines' | 'secrets' | 'lint' | 'learning' | 'container'
> {
  return {
    constructions: calls.constructions,
    testNames: tests.tests.filter((test) => test.kind === 'test').map((test) => test.name),
    functions: functions.facts,
    classFacts: classes.facts,
    calls: calls.calls,
    assignments: assignments.assignments,
    loops: loops.loops,
    awaits: loops.awaits,
    handlers: handlers.handlers,
    acquisitions: acquisitions.acquisitions,
    strings: literals.strings,
    anys: literals.anys,
    declarations: declarations.declarations,
    tests: tests.tests,
    longLines: lines.long,
    secrets: [],
    lint: [],
    learning: null,
    container: null,
  };
}

/** More origins of one value tell nothing new. */
const MOST_ORIGINS = 8;

/**
 * @param origins of one value, in the order in which they were found
 * @returns each once, and no more than tell something
 */
export function limitedOrigins(origins: readonly Origin[]): Origin[] {
  const seen = new Set<string>();
  return origins.filter((each) => {
    const key = `${each.kind} ${each.text}`;
    if (seen.has(key) || seen.size >= MOST_ORIGINS) return false;
    seen.add(key);
    return true;
  });
}
