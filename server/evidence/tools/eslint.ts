/** Reads the JSON of ESLint (`eslint --format json`). */
import * as z from 'zod';
import { meaningOfEslint, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { gapOf, lineNumber, type ToolOutput, type WrittenMessage } from './tool-output.ts';

const Report = z.array(z.object({
  filePath: z.string(),
  messages: z.array(z.object({
    ruleId: z.string().nullish(), severity: z.number(), message: z.string(), fatal: z.boolean().optional(),
    line: z.number().optional(), column: z.number().optional(),
  })),
}));

/**
 * Detects ESLint's JSON, which lists clean files too.
 * @param data parsed JSON
 * @returns whether ESLint wrote it
 */
export function isEslint(data: unknown): boolean {
  return Array.isArray(data) && z.object({ filePath: z.string(), messages: z.array(z.unknown()) }).safeParse(data[0]).success;
}

/**
 * Reads ESLint's JSON.
 * @param data parsed JSON; an empty list is a clean report
 * @param codes our rules by the codes of other tools
 * @returns its messages, and which files it could not parse
 * @throws UnusableReport when it has another shape
 */
export function readEslint(data: unknown, codes: RulesByCode): ToolOutput {
  const read = Report.safeParse(data);
  if (!read.success) throw new UnusableReport('is not ESLint JSON: its messages lack required fields');
  const unparsed: string[] = [];
  const messages = read.data.flatMap(({ filePath, messages: told }) => told.flatMap((each): WrittenMessage[] => {
    if (each.fatal === true) {
      unparsed.push(filePath);
      return [];
    }
    // Messages without a rule that are not fatal are about ESLint itself: an ignored file, a useless comment.
    if (each.ruleId === null || each.ruleId === undefined) return [];
    return [{
      code: each.ruleId, path: filePath, line: lineNumber(each.line), column: each.column ?? 0, level: each.severity === 2 ? 'error' : 'warning',
      text: each.message, ...meaningOfEslint(each.ruleId, codes),
    }];
  }));
  const gaps = gapOf('ESLint could not parse', unparsed);
  return { tool: 'eslint', levels: 'eslint', topic: null, messages, roots: [], gaps };
}
