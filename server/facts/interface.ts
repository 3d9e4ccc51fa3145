/**
 * What a language must provide so that the public interface of a block can be compared between two states. Plain data
 * crosses this border; the compiler or parser that found it stays in the language's folder.
 */
import type { ResolutionFileSystem } from './adapter.ts';
import type { Span } from './span.ts';

/** A file through which others reach the block. */
export interface InterfaceEntry {
  /** Relative to the root. */
  path: string;
  /** How others name it: a subpath of a package (`.`, `./server`) or a module (`orders.api`); the path itself where it has no such name. */
  name: string;
}

/** A block in one state: a folder, a revision or a snapshot. Nothing outside of `fileSystem` is read. */
export interface InterfaceState {
  /** Absolute path, with `/`. */
  root: string;
  fileSystem: ResolutionFileSystem;
  /** All source files of the workspace, relative to the root. */
  files: readonly string[];
  entries: readonly InterfaceEntry[];
  /** By file the specifiers of imports that no type of what it exports comes through: they need not be followed. Absent when that is not known. */
  typeless?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How large a step of the version a change asks for. */
export type ChangeEffect = 'major' | 'minor' | 'patch';

/** `proven`: the compiler accepts a consumer against one state and refuses it against the other, or assignability was checked both ways. */
export type Certainty = 'proven' | 'heuristic';

export interface InterfaceChange {
  /** Id in the catalogue of changes: `parameter-added-required`. */
  kind: string;
  /** What changed, as a reader would name it: `Orders.place`. */
  name: string;
  /** Where it is now; where it was, for what is gone. */
  path: string;
  span: Span;
  effect: ChangeEffect;
  certainty: Certainty;
  /** One sentence: the fact first. */
  message: string;
  /** Its signature in each state, short; null where it does not exist. */
  before: string | null;
  after: string | null;
  /** A short consumer that the one state accepts and the other refuses; null where nothing was run. */
  proof: string | null;
}

/** A name of the interface. */
export interface InterfaceMember {
  /** With the entry's name in front where there are several entries. */
  name: string;
  /** Normalised: equal for two states exactly when nothing that a consumer could notice differs. */
  signature: string;
  path: string;
  span: Span;
  /** The words of the deprecation, empty when there are none; absent when it is not deprecated. */
  deprecated?: string;
}

export interface InterfaceDescription {
  /** Sorted by name. */
  members: InterfaceMember[];
  /**
   * Declaration files (`.d.ts`, `.pyi`) that stand for the interface where its sources are gone, as in a snapshot. Made into
   * a state of their own, they compare like the sources did. `name` is that of the entry; empty for a file that is no entry
   * and that entries need.
   */
  declarations: { path: string; name: string; text: string }[];
}

/** A block in both states. */
export interface InterfacePair {
  before: InterfaceState;
  after: InterfaceState;
}

/**
 * Compares interfaces of one language. Never throws on bad source: what cannot be judged is left out or judged by its text.
 * Blocks of the same workspace are handed over together, and share their `fileSystem`: what they are made of is then read once.
 */
export interface InterfaceComparer {
  /** @returns a description for each state, in their order */
  describe(states: readonly InterfaceState[]): InterfaceDescription[];
  /**
   * @param isStale whether nobody wants the result any more; asked between two blocks
   * @returns for each pair its changes in order of path and place, empty when no consumer can notice a difference; null where the
   * comparison failed, or was no longer wanted
   */
  compare(pairs: readonly InterfacePair[], isStale?: () => boolean): (InterfaceChange[] | null)[];
}
