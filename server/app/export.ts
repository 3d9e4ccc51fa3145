/** Writes a report in a format, with the rules' own descriptions. */
import type { JsonReport } from '../protocol/report.ts';
import { writeReport, type ReportFormat } from '../report/review/formats.ts';
import type { NewCodeChoices } from '../report/review/new-code.ts';
import type { RuleWords } from '../report/review/rule-words.ts';
import { rules } from '../rules/registry.ts';

const RULE_WORDS: readonly RuleWords[] = rules.map(({ meta }) => ({
  id: meta.id, title: meta.title, guideline: meta.guidelines[0], docs: meta.docs, url: '', criterion: meta.criterion,
}));

/** Display options. Only terminal formats use them. */
export interface Terminal {
  color: boolean;
  /** In columns. */
  width: number;
  /** Shows each finding, where the format would sum them up. */
  all?: boolean;
}

export interface ExportOptions {
  terminal?: Terminal;
  newCode?: NewCodeChoices | undefined;
}

const NO_TERMINAL: Terminal = { color: false, width: 100 };

/** @param newCode for readers of a page, which may be limited to it @returns the report as text */
export function exportReport(report: JsonReport, format: ReportFormat, { terminal = NO_TERMINAL, newCode }: ExportOptions = {}): string {
  return writeReport(format, report, { ...terminal, ...(newCode && { newCode }), rules: RULE_WORDS });
}
