/**
 * Everything a file rule may look at: the contents of one file, in the same shape for every language. It lives only
 * while the file's rules run; `ModuleFacts` is what is kept. Plain JSON. Indices point into the arrays of the same
 * file; -1 means "none". The shapes stand by theme in `file/`; rules and adapters import them from here.
 */
import type { ContainerFacts } from './file/container.ts';
import type { AnyFact, ClassFact, DeclarationFact, FunctionFact } from './file/declarations.ts';
import type {
  AcquisitionFact, AssignmentFact, AwaitFact, BranchFact, CallFact, DeepWriteFact, FixedConditionFact, HandlerFact,
  LoopFact, PatternFact, SecondResponseFact, StringFact,
} from './file/flow.ts';
import type { SlipFact } from './file/slips.ts';
import type { TestFact } from './file/tests.ts';
import type { LintFact, LongLine, SecretFact } from './file/text.ts';
import type { TrainingFaultFact } from './file/training.ts';
import type { LearningFacts } from './learning-facts.ts';
import type { ModuleFacts } from './module-facts.ts';
import type { Span } from './span.ts';

export type * from './file/container.ts';
export type * from './file/declarations.ts';
export type * from './file/flow.ts';
export type * from './file/slips.ts';
export type * from './file/tests.ts';
export type * from './file/text.ts';
export type * from './file/training.ts';
export type * from './file/values.ts';

export interface FileFacts extends ModuleFacts {
  /** The file can contain types: TypeScript, or JavaScript that asks to be checked. */
  typesExpected: boolean;
  /** Starts with a `#!` line: it is run, not imported. */
  executable?: true;
  /** Code that runs only when the file is started, not when it is imported: `if __name__ == '__main__':`; absent when there is none. */
  entry?: Span;
  functions: FunctionFact[];
  classFacts: ClassFact[];
  calls: CallFact[];
  /** Only those whose name a rule checks: markup, security switches. */
  assignments: AssignmentFact[];
  /** Absent when there are none, and in languages whose objects share no prototype that data can name. */
  deepWrites?: DeepWriteFact[];
  /** Absent when there are none, and in languages without a notation for them. */
  patterns?: PatternFact[];
  branches: BranchFact[];
  /** Absent when there are none. */
  fixedConditions?: FixedConditionFact[];
  /** Absent when there are none. */
  slips?: SlipFact[];
  /** Absent when there are none. */
  secondResponses?: SecondResponseFact[];
  loops: LoopFact[];
  awaits: AwaitFact[];
  handlers: HandlerFact[];
  acquisitions: AcquisitionFact[];
  strings: StringFact[];
  anys: AnyFact[];
  declarations: DeclarationFact[];
  tests: TestFact[];
  longLines: LongLine[];
  /** The longest line the project's own settings allow; absent when they set no limit. */
  lineLimit?: number;
  secrets: SecretFact[];
  /** Empty for languages without a linter. */
  lint: LintFact[];
  /** Null when the file does no machine learning. */
  learning: LearningFacts | null;
  /** Absent when there are none. */
  trainingFaults?: TrainingFaultFact[];
  /** Null except for Dockerfiles and compose files. */
  container: ContainerFacts | null;
}
