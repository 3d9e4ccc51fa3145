/** Reads bandit's JSON. Its words may repeat the very password that it found, and `code` holds the lines around it: neither is kept there. */
import { z } from 'zod';
import { meaningOfBandit } from '../facts/tool-codes.ts';
import { UnusableReport } from './report-files.ts';
import { lineNumber, type ToolOutput } from './tool-output.ts';

const Report = z.object({
  errors: z.array(z.object({ filename: z.string(), reason: z.string() })).default([]),
  results: z.array(z.object({ filename: z.string(), line_number: z.number(), test_id: z.string(), issue_severity: z.string(), issue_text: z.string() })),
});

/**
 * Tells bandit's JSON.
 * @param data what the JSON holds
 */
export function isBandit(data: unknown): boolean {
  return z.object({ results: z.array(z.unknown()), metrics: z.object({}), generated_at: z.string() }).safeParse(data).success;
}

/**
 * Reads bandit's JSON.
 * @param data what the JSON holds
 * @throws UnusableReport when its results have another shape
 */
export function readBandit(data: unknown): ToolOutput {
  const read = Report.safeParse(data);
  if (!read.success) throw new UnusableReport('is not the JSON of bandit: its results lack what belongs to them');
  const { errors, results } = read.data;
  return {
    tool: 'bandit', levels: 'bandit', topic: 'security', roots: [],
    messages: results.map((each) => ({
      code: each.test_id, path: each.filename, line: lineNumber(each.line_number), column: 0, level: each.issue_severity, text: each.issue_text, ...meaningOfBandit(each.test_id),
    })),
    gaps: errors.length > 0 ? [`bandit could not look at ${errors.slice(0, 3).map(({ filename, reason }) => `${filename} (${reason})`).join(', ')}${errors.length > 3 ? ` and ${errors.length - 3} more` : ''}`] : [],
  };
}
