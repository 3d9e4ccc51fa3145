/** The shape of `track done --format json`, version 1. */

/** What could not be seen, and what nobody ticked, is never met. */
export const DONE_STATES = ['met', 'not-met', 'not-seen'] as const;
export type DoneState = (typeof DONE_STATES)[number];

export const DONE_SOURCES = ['log', 'git', 'review', 'person'] as const;
export type DoneSource = (typeof DONE_SOURCES)[number];

export interface DoneResult {
  id: string;
  group: string;
  title: string;
  state: DoneState;
  /** What was seen, or why nothing was. */
  evidence: string;
  /** Where that was seen; null where nothing was. */
  source: DoneSource | null;
  /** Who ticked it; null when nobody did, and where it was seen without a tick. */
  by: string | null;
  /** Date of the tick, `2026-11-29`. */
  at: string | null;
  /** Ticked before its commits changed its files. */
  expired: boolean;
}

export interface DoneReport {
  schemaVersion: 1;
  issue: { key: string; summary: string; status: string };
  /** Path of the team's list, relative to the folder; null for the usual one. */
  list: string | null;
  /** Every item is met. */
  done: boolean;
  counts: { met: number; notMet: number; notSeen: number };
  items: DoneResult[];
  /** Commits that git names for it, and files of them that are still there; null where git tells nothing. */
  work: { commits: number; files: number } | null;
  /** Sentences on what could not be taken into account. */
  notes: string[];
}
