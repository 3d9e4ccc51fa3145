/** The workspace as graph rules, the score and reports see it. Plain data; `build.ts` builds it. */
import type { ResolvedImport } from '../facts/adapter.ts';
import type { ImportFact, ModuleFacts } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';

export type BlockState = 'pending' | 'active' | 'completed' | 'failed' | 'modified' | 'deprecated';

/** Where something is written. */
export interface Place {
  path: string;
  span: Span;
}

/** A layer as configured, preset or inferred, before files are assigned to it. */
export interface LayerDefinition {
  id: string;
  /** Globs relative to the workspace; one that starts with `!` excludes files. */
  paths: string[];
  /** Ids of the layers that it may import from, besides itself. */
  mayUse: string[];
  /** Layers of different scopes are unrelated: no direction applies between them. */
  scope: string;
  /** The folders directly inside are slices that may not import each other. */
  sliced: boolean;
  /** Inferred from folder names, or proposed from them and not agreed upon yet. */
  inferred: boolean;
  /** Where each of `paths` is written, in the same order; empty when the user did not write them. */
  places: Place[];
}

/** What a block is responsible for, takes and gives, in words; null for what is not said. */
export interface ContractWords {
  responsibility: string | null;
  input: string | null;
  output: string | null;
}

/** These words, and where they are written. */
export interface StatedWords extends ContractWords {
  place: Place;
}

/** What a benchmark of a block must keep to; either of the two is null. */
export interface Budget {
  benchmark: string;
  /** `mean`, `p99`. */
  figure: string;
  /** In seconds. */
  atMost: number | null;
  /** Runs per second. */
  atLeast: number | null;
  place: Place;
}

/** A block as configured or inferred, before files are assigned to it. */
export interface BlockDefinition {
  id: string;
  paths: string[];
  /** Null: use the layer that most of its files are in. */
  layer: string | null;
  /** Globs of its public face; null when not configured. */
  face: string[] | null;
  dependsOn: { dependencies: string[]; place: Place } | null;
  /** Its contract in words, as far as the configuration states it. */
  stated: StatedWords | null;
  state: BlockState | null;
  version: string | null;
  /** Absent where none is written. */
  budgets?: readonly Budget[];
  inferred: boolean;
  places: Place[];
}

export interface ModuleNode {
  path: string;
  facts: ModuleFacts;
  imports: ResolvedImport[];
  /** Id of its block, or null. */
  block: string | null;
  /** Id of its layer, or null. */
  layer: string | null;
}

/** An import from one file of the workspace to another. */
export interface ModuleEdge {
  from: string;
  to: string;
  /** Every import statement from one to the other, in order. */
  imports: ImportFact[];
  /** All of them are erased at compile time. */
  typeOnly: boolean;
  /** All of them are inside functions. */
  lazy: boolean;
  /** At least one runs while the importing file loads: neither erased nor inside a function. */
  loading: boolean;
}

export interface BlockEdge {
  from: string;
  to: string;
  edges: ModuleEdge[];
  /** Number of import statements. */
  imports: number;
  typeOnly: boolean;
}

export interface Layer {
  id: string;
  /** Globs as configured or inferred. */
  paths: string[];
  /** Ids of layers that it may import from, besides itself. */
  mayUse: string[];
  /** Layers of different scopes are unrelated: no direction applies between them. */
  scope: string;
  /** The folders directly inside are slices that may not import each other; see `sliceOf`. */
  sliced: boolean;
  files: string[];
  /** Inferred from folder names, or proposed from them and not agreed upon yet. */
  inferred: boolean;
}

export interface Block {
  id: string;
  layer: string | null;
  paths: string[];
  files: string[];
  state: BlockState;
  version: string;
  /** Absent where none is written. */
  budgets?: readonly Budget[];
  /** Ids of the blocks that its files import from, sorted. */
  dependsOn: string[];
  /** What its configuration or contract comment allows; null when nothing is declared. */
  declared: { dependencies: string[]; source: 'configuration' | 'contract'; path: string; span: Span } | null;
  /** What it says of itself: its configuration, otherwise the first contract comment in its files that says anything; null when nothing does. */
  contract: (StatedWords & { source: 'configuration' | 'contract' }) | null;
  /** Files that form its public face; null when it has none and every file may be imported. */
  face: string[] | null;
  /** The face is set in the configuration; otherwise it is the folder's index. */
  faceConfigured: boolean;
  /** Inferred from folders, or proposed from them and not agreed upon yet. */
  inferred: boolean;
}

export interface ModuleCycle {
  /** Paths in import order, without repeating the first; starts at the smallest path. */
  path: string[];
  /** All files of the strongly connected component. */
  members: string[];
}

export interface BlockCycle {
  path: string[];
  /** The shortest cycle through each of the members, each once, `path` first: together they name all of them. */
  cycles: string[][];
  members: string[];
}

export interface WorkspaceModel {
  modules: ReadonlyMap<string, ModuleNode>;
  /** Module edges by importing file. */
  edgesFrom: ReadonlyMap<string, ModuleEdge[]>;
  /** Module edges by imported file. */
  edgesTo: ReadonlyMap<string, ModuleEdge[]>;
  layers: ReadonlyMap<string, Layer>;
  blocks: ReadonlyMap<string, Block>;
  blockEdges: BlockEdge[];
  /** Cycles between files over imports that run at load time (not type-only, not lazy). */
  moduleCycles: ModuleCycle[];
  /** Cycles between blocks over imports that exist at run time. */
  blockCycles: BlockCycle[];
  /** Longest chain of blocks, from user to used; a cycle counts as one step. */
  criticalPath: string[];
  /** True when layers or blocks come from a configuration file. */
  configured: { layers: boolean; blocks: boolean };
  /** Layer and block patterns from the configuration that match no file, with where they are written. */
  emptyPatterns: { kind: 'layer' | 'block'; id: string; pattern: string; place: Place }[];
}
