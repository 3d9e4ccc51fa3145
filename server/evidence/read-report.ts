/** Reads one report: what it says, or why it cannot be used. */
import { readCobertura } from './coverage/cobertura.ts';
import { readJsonCoverage } from './coverage/json-coverage.ts';
import { readLcov } from './coverage/lcov.ts';
import { readJunit } from './junit.ts';
import { readBenchmarks } from './metrics/benchmarks.ts';
import { LARGEST_REPORT, UnusableReport, type ReportedCoverage, type TestCounts } from './report-files.ts';
import type { RulesByCode } from './tools/meanings.ts';
import type { ToolOutput } from './tools/tool-output.ts';
import { readToolReport } from './tools/tool-report.ts';

/** What a report of each kind says. */
export interface ReportContents {
  coverage: ReportedCoverage;
  junit: TestCounts;
  benchmarks: ReturnType<typeof readBenchmarks>;
  tools: ToolOutput[];
}

export type ReportKind = keyof ReportContents;

/** Null when there is no such file. Plain data, so that it can come from another thread. */
export type ReadReport<Content> = { content: Content } | { refused: string } | null;

/** What is known of a report of each kind. */
export type ReportSays = { [Kind in ReportKind]: ReadReport<ReportContents[Kind]> };

/** Where the text of a report comes from. Paths are relative to the workspace, with `/`. */
export interface ReportTexts {
  /** Text of a file, or undefined when it does not exist. */
  read(path: string): Promise<string | undefined>;
  /** Size in bytes and modification time in milliseconds. */
  stat?(path: string): Promise<{ size: number; modified: number } | undefined>;
}

const READERS: { readonly [Kind in ReportKind]: (text: string, path: string, codes: RulesByCode) => ReportContents[Kind] } = {
  coverage: filled(readCoverage), junit: filled(readJunit), benchmarks: filled(readBenchmarks), tools: readToolReport,
};

/**
 * Never throws.
 * @param texts to read from @param kind of the report @param path of the report
 * @param codes our rules by the codes of other tools
 */
export async function readReport<Kind extends ReportKind>(texts: ReportTexts, kind: Kind, path: string, codes: RulesByCode): Promise<ReportSays[Kind]>;
export async function readReport(texts: ReportTexts, kind: ReportKind, path: string, codes: RulesByCode): Promise<ReportSays[ReportKind]> {
  const tooLarge = { refused: 'is too large to read' };
  try {
    const size = (await texts.stat?.(path))?.size ?? 0;
    if (size > LARGEST_REPORT) return tooLarge;
    const text = await texts.read(path);
    if (text === undefined) return null;
    return text.length > LARGEST_REPORT ? tooLarge : { content: READERS[kind](text, path, codes) } as ReportSays[ReportKind];
  } catch (error) {
    return { refused: error instanceof UnusableReport ? error.message : `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Rejects an empty file with its own message, because it may be a report that was never written. */
function filled<Content>(reader: (text: string, path: string) => Content): (text: string, path: string) => Content {
  return (text, path) => {
    if (text.trim() === '') throw new UnusableReport('is empty');
    return reader(text, path);
  };
}

/** Detects the format from the text, because files are often renamed. */
function readCoverage(text: string): ReportedCoverage {
  const start = text.replace(/^\ufeff/, '').trimStart().charAt(0);
  if (start === '<') return readCobertura(text);
  return start === '{' ? readJsonCoverage(text) : readLcov(text);
}
