/** Coverage in JSON: the format is detected from the content, because files are often renamed. */
import { isCoveragePy, readCoveragePy } from './coverage-py.ts';
import { readIstanbul } from './istanbul.ts';
import { UnusableReport, type ReportedCoverage } from '../report-files.ts';

/**
 * Reads coverage from Istanbul or coverage.py.
 * @param text a whole document
 * @throws UnusableReport when it is not JSON or from neither tool
 */
export function readJsonCoverage(text: string): ReportedCoverage {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UnusableReport(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return isCoveragePy(data) ? readCoveragePy(data) : readIstanbul(data);
}
