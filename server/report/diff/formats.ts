/** The formats of a comparison of two states. */
import type { DiffReport } from '../../protocol/diff.ts';
import { toDiffHtml } from './html.tsx';
import { toDiffJson } from './json.ts';
import { toDiffMarkdown } from './markdown.ts';
import { toDiffMermaid } from './mermaid.ts';
import { toDiffPretty } from './pretty.ts';

export const DIFF_FORMATS = ['pretty', 'json', 'markdown', 'mermaid', 'html'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export interface DiffWriting {
  color: boolean;
  /** Columns of the terminal. */
  width: number;
}

/** @returns the comparison with a final line break */
export function writeDiff(report: DiffReport, format: DiffFormat, writing: DiffWriting): string {
  switch (format) {
    case 'pretty': return toDiffPretty(report.diff, writing);
    case 'json': return toDiffJson(report.diff);
    case 'markdown': return toDiffMarkdown(report);
    case 'mermaid': return toDiffMermaid(report);
    case 'html': return toDiffHtml(report);
  }
}
