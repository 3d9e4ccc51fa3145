/** The result of the walk over a file, the same for every language: places, line counts, and lists of facts. */
import type {
  AcquisitionFact, AnyFact, AssignmentFact, AwaitFact, BranchFact, CallFact, ClassFact, DeclarationFact, FileFacts, FunctionFact, HandlerFact, LongLine,
  LoopFact, Origin, StringFact, TestFact,
} from '../../facts/file-facts.ts';
import type { ConstructionFact } from '../../facts/module-facts.ts';

/** Where a node is in the file. Immutable: moving on creates a new one. */
export interface Place {
  /** Index of the enclosing function, -1 at module level. */
  function: number;
  /** Index of the enclosing class or interface, -1 outside. */
  class: number;
  /** Index of the enclosing loop in the same function, -1 outside. */
  loop: number;
  /** Nesting of control flow within the function. */
  depth: number;
  /** Inside a `try` block that has a handler. */
  guarded: boolean;
}

/** Lines of at least this length are kept for rules, no matter what their limit is. */
export const LONG_LINE = 80;

/** Lines of a file: how many contain code, and which are long. */
export interface CodeLines {
  /** All lines of the file. */
  total: number;
  /** Lines that contain code. */
  code: number;
  /** Lines that contain code between two offsets, both lines included. */
  between(start: number, end: number): number;
  long: LongLine[];
}

/**
 * @param code 1 for each line that contains code, 0 for the others
 * @param lineAt finds the line of an offset, both from 0
 * @param long lines that are long
 */
export function countLines(code: Uint8Array, lineAt: (offset: number) => number, long: LongLine[]): CodeLines {
  const sums = new Uint32Array(code.length + 1);
  for (let line = 0; line < code.length; line++) sums[line + 1] = sums[line]! + code[line]!;
  return { total: code.length, code: sums[code.length]!, between: (from, to) => sums[lineAt(to) + 1]! - sums[lineAt(from)]!, long };
}

/** The collectors of a language after the walk. */
export interface Collected {
  functions: { facts: FunctionFact[] };
  classes: { facts: ClassFact[] };
  calls: { calls: CallFact[]; constructions: ConstructionFact[] };
  assignments: { assignments: AssignmentFact[] };
  branches: { branches: BranchFact[] };
  loops: { loops: LoopFact[]; awaits: AwaitFact[] };
  handlers: { handlers: HandlerFact[] };
  acquisitions: { acquisitions: AcquisitionFact[] };
  literals: { strings: StringFact[]; anys: AnyFact[] };
  declarations: { declarations: DeclarationFact[] };
  tests: { tests: TestFact[] };
  lines: CodeLines;
}

/**
 * The facts that are taken over unchanged.
 * @param collected by the walk over one file
 * @returns the facts without what is added later: secrets, the linter, learning, containers
 */
export function collectedFacts({
  functions,
  classes,
  calls,
  assignments,
  branches,
  loops,
  handlers,
  acquisitions,
  literals,
  declarations,
  tests,
  lines,
}: Collected): Pick<
  FileFacts,
  | 'constructions'
  | 'testNames'
  | 'functions'
  | 'classFacts'
  | 'calls'
  | 'assignments'
  | 'branches'
  | 'loops'
  | 'awaits'
  | 'handlers'
  | 'acquisitions'
  | 'strings'
  | 'anys'
  | 'declarations'
  | 'tests'
  | 'longLines'
  | 'secrets'
  | 'lint'
  | 'learning'
  | 'container'
> {
  return {
    constructions: calls.constructions,
    testNames: tests.tests.filter((test) => test.kind === 'test').map((test) => test.name),
    functions: functions.facts,
    classFacts: classes.facts,
    calls: calls.calls,
    assignments: assignments.assignments,
    branches: branches.branches,
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

/** More origins of one value add no information. */
const MOST_ORIGINS = 8;

/**
 * @param origins of one value, in the order they were found
 * @returns each once, up to the number that is useful
 */
export function limitedOrigins(origins: readonly Origin[]): Origin[] {
  const seen = new Set<string>();
  return origins.filter((each) => {
    const key = `${each.kind} ${each.text}${each.lookedUp === true ? ' (looked up)' : ''}`;
    if (seen.has(key) || seen.size >= MOST_ORIGINS) return false;
    seen.add(key);
    return true;
  });
}
