/** Fixes for a finding, as text edits. */
import { fixesFor, type Fix as FoundFix } from '../compose/fixes.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Finding } from '../findings/finding.ts';
import type { ReportRange } from '../protocol/report.ts';
import { compareSpans } from '../text/spans.ts';
import { rangeOf, spanOf } from '../engine/report.ts';

/** One replacement of text. An empty range inserts. */
export interface RangeEdit {
  range: ReportRange;
  text: string;
  /** The text with places to fill in, for editors that know snippets. */
  snippet?: string;
}

/** Non-overlapping edits to the current text of one file. */
export interface EditedText {
  path: string;
  edits: RangeEdit[];
  /** The file is new. */
  create: boolean;
}

export interface Fix {
  title: string;
  /** Can be applied without review. */
  safe: boolean;
  /** Computes the edits; null when the fix turns out not to apply. */
  edits(): EditedText[] | null;
}

/**
 * @param workspace in its last judged state
 * @param finding to fix
 * @param read text of a file as the user sees it
 */
export function fixesOf(workspace: Workspace, finding: Finding, read: (path: string) => string | undefined): Fix[] {
  return fixesFor(workspace, finding, read).map((fix) => ({ title: fix.title, safe: fix.safe, edits: () => editsOf(fix) }));
}

function editsOf(fix: FoundFix): EditedText[] | null {
  const edited = fix.edits();
  if (edited === null) return null;
  return edited.map(({ path, edits, create }) => (
    { path, edits: edits.map(({ span, ...rest }) => ({ range: rangeOf(span), ...rest })), create: create === true }
  ));
}

/**
 * Chooses non-conflicting safe fixes for one file: for each finding, the first fix that applies and changes no other file.
 * @param path of the file
 * @param findings in it
 * @param workOut computes the edits of a fix; null when it does not apply
 */
export function safeEdits(path: string, findings: readonly { fixes(): Fix[] }[], workOut: (fix: Fix) => EditedText[] | null): RangeEdit[] {
  const taken: RangeEdit[] = [];
  for (const finding of findings) {
    const own = firstSafe(path, finding.fixes(), workOut) ?? [];
    if (own.every((edit) => taken.every((other) => isApart(edit.range, other.range)))) taken.push(...own);
  }
  return taken;
}

function firstSafe(path: string, fixes: readonly Fix[], workOut: (fix: Fix) => EditedText[] | null): RangeEdit[] | null {
  for (const fix of fixes) {
    const edits = fix.safe ? workOut(fix) : null;
    if (edits !== null && edits.every((edit) => edit.path === path && !edit.create)) return edits.flatMap((edit) => edit.edits);
  }
  return null;
}

function isApart(a: ReportRange, b: ReportRange): boolean {
  return compareSpans(spanOf(a), spanOf(b)) !== 0 && (endsBefore(a, b) || endsBefore(b, a));
}

function endsBefore({ end }: ReportRange, { start }: ReportRange): boolean {
  return end.line < start.line || (end.line === start.line && end.column <= start.column);
}
