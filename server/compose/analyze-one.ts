/** Analyzes one file such that a failure cannot affect the others. */
import { analyzeFile, type FileInput } from '../engine/analyze-file.ts';
import type { Outcome } from '../host/worker-task.ts';
import { NotJudged } from '../facts/adapter.ts';
import { tools } from './tools.ts';

/** @returns the file's result, or why it could not be judged */
export async function analyzeOne(input: FileInput): Promise<Outcome> {
  try {
    return await analyzeFile(input, tools);
  } catch (error) {
    if (error instanceof NotJudged) return { path: input.path, reason: error.reason };
    if (error instanceof RangeError && /call stack/i.test(error.message)) return { path: input.path, reason: { code: 'too-deep' } };
    return { path: input.path, reason: { code: 'analysis-failed', error: error instanceof Error ? error.message : String(error) } };
  }
}
