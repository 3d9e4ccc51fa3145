/** Reads bandit's JSON. Messages about passwords may quote them, and `code` contains the lines around: neither is kept. */
import * as z from 'zod';
import { meaningOfBandit, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { gapOf, lineNumber, type ToolOutput } from './tool-output.ts';

const Result = z.object({ filename: z.string(), line_number: z.number(), test_id: z.string(), issue_severity: z.string(), issue_text: z.string() });

const Report = z.object({
  errors: z.array(z.object({ filename: z.string(), reason: z.string() })).default([]),
  results: z.array(Result),
});

/**
 * Detects bandit's JSON.
 * @param data parsed JSON
 * @returns whether bandit wrote it
 */
export function isBandit(data: unknown): boolean {
  return z.object({ results: z.array(z.unknown()), metrics: z.object({}), generated_at: z.string() }).safeParse(data).success;
}

/**
 * Reads bandit's JSON.
 * @param data parsed JSON
 * @param codes our rules by the codes of other tools
 * @returns its messages, and which files it could not analyze
 * @throws UnusableReport when its results have another shape
 */
export function readBandit(data: unknown, codes: RulesByCode): ToolOutput {
  const read = Report.safeParse(data);
  if (!read.success) throw new UnusableReport('is not bandit JSON: its results lack required fields');
  const { errors, results } = read.data;
  return {
    tool: 'bandit', levels: 'bandit', topic: 'security', roots: [],
    messages: results.map(({ test_id: code, filename, line_number: line, issue_severity: level, issue_text: text }) => ({
      code, path: filename, line: lineNumber(line), column: 0, level, text, ...meaningOfBandit(code, codes),
    })),
    gaps: gapOf('bandit could not analyze', errors.map(({ filename, reason }) => `${filename} (${reason})`)),
  };
}
