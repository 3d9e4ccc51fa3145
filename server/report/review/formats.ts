/** Every format of `archwright review`, by name. */
import type { JsonReport } from '../../protocol/report.ts';
import { toGithub } from './github.ts';
import { toHtml } from './html/html.tsx';
import { toJson } from './json.ts';
import { toJunit } from './junit.ts';
import { toMarkdown } from './markdown.ts';
import { toPretty } from './pretty/pretty.ts';
import type { NewCodeChoices } from './new-code.ts';
import type { RuleWords } from './rule-words.ts';
import { toSarif } from './sarif.ts';

export const REPORT_FORMATS = ['pretty', 'json', 'sarif', 'markdown', 'html', 'junit', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface WriteOptions {
  color: boolean;
  /** Terminal width in columns. */
  width: number;
  /** Shows each finding, where the terminal would sum them up. */
  all?: boolean;
  rules: readonly RuleWords[];
  /** What readers of a page can limit the findings to. */
  newCode?: NewCodeChoices;
}

/** @returns the report as text in the chosen format */
export function writeReport(format: ReportFormat, report: JsonReport, { color, width, all, rules, newCode }: WriteOptions): string {
  switch (format) {
    case 'pretty': return toPretty(report, { color, width, all, rules });
    case 'json': return toJson(report);
    case 'sarif': return toSarif(report, rules);
    case 'markdown': return toMarkdown(report, rules);
    case 'html': return toHtml(report, rules, newCode);
    case 'junit': return toJunit(report, rules);
    case 'github': return toGithub(report);
  }
}
