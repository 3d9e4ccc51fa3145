/** The architecture at one time, as plain data: what two of them differ in can be told without the sources. */
import type { InterfaceEntry, InterfaceMember } from '../facts/interface.ts';
import type { BlockState } from '../graph/model.ts';

export interface StateFile {
  /** Relative to the folder. */
  path: string;
  /** Equal for equal text, whatever its line ends. */
  hash: string;
}

export interface StateDependency {
  to: string;
  imports: number;
  kind: 'value' | 'type';
}

/** What others can reach of a block. */
export interface StateInterface {
  entries: InterfaceEntry[];
  /** Equal only if no file that takes part in the interface differs; null when that is not known. */
  reach: string | null;
  /** Equal only if nothing differs that its types are made of, whatever else does; absent when that is not known. */
  surface?: string;
  /** `facts`: names and kinds only; `language`: signatures, as the comparer of the language writes them. */
  by: 'facts' | 'language';
  /** Over names and signatures. */
  hash: string;
  members: InterfaceMember[];
  /** Stand for the sources where these are gone; empty in a state that has them. */
  declarations: { path: string; name: string; text: string }[];
}

export interface StateBlock {
  id: string;
  layer: string | null;
  state: BlockState;
  version: string;
  /** Nobody raises this version: it is the one that every block begins with, or that of a private package. */
  unversioned?: true;
  /** Files beside the folders that are blocks: no part of a cycle. */
  loose: boolean;
  /** Sorted by path. */
  files: StateFile[];
  /** Sorted by `to`. */
  dependsOn: StateDependency[];
  /** How many findings, by rule. */
  findings: Record<string, number>;
  interface: StateInterface;
}

export interface StateLayer {
  id: string;
  paths: string[];
  mayUse: string[];
}

export interface ArchitectureState {
  layers: StateLayer[];
  /** Sorted by id. */
  blocks: StateBlock[];
  /** Findings in files that belong to no block, by rule. */
  otherFindings: Record<string, number>;
  /** Of the code alone, without reports of coverage or other tools; null when nothing could be measured, or it was not judged. */
  score: number | null;
}

/** @param text anything @returns a short digest of it: the caller's, because how to make one depends on where this runs */
export type Digest = (text: string) => string;
