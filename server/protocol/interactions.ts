/** The shape of `graph --audit --format json`, version 1: every interaction between blocks. */
import type { ReportRange } from './report.ts';

/**
 * What is done with what is imported:
 * - `call`: it or a member of it is called
 * - `construction`: an object of it is made
 * - `inheritance`: a class extends or implements it
 * - `type`: it is used as a type
 * - `data`: its value is read or handed on, and none of the above is done with it
 * - `unknown`: the file does not tell: it is imported for what it does while it loads, given on to others, or not used
 */
export type InteractionKind = 'call' | 'construction' | 'inheritance' | 'type' | 'data' | 'unknown';

/** What allows an interaction: the order of the layers, what the block lists in the configuration or in its comment, or that the import goes to a face. */
export type AllowedBy = 'layers' | 'dependsOn' | 'contract' | 'face';

export interface InteractionPlace {
  path: string;
  range: ReportRange;
  /** What is imported; null for a file that is imported without a name. */
  name: string | null;
  /** The file that it is imported from. */
  target: string;
}

/** What one block does with another in one way, as far as the same allows or refuses it. */
export interface Interaction {
  from: string;
  to: string;
  kind: InteractionKind;
  /** How many imported names. */
  count: number;
  /** Empty, like `refusedBy`, when no rule says anything about it. */
  allowedBy: AllowedBy[];
  /** Ids of the rules that report it. */
  refusedBy: string[];
  places: InteractionPlace[];
}

export interface InteractionsReport {
  schemaVersion: 1;
  /** Sorted by both blocks and by kind. */
  interactions: Interaction[];
}
