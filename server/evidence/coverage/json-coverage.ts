/** Coverage that is written as JSON: the form is told by what stands in it, because names are often changed. */
import { isCoveragePy, readCoveragePy } from './coverage-py.ts';
import { readIstanbul } from './istanbul.ts';
import { UnusableReport, type ReportedCoverage } from '../report-files.ts';

/**
 * Reads coverage of Istanbul or of coverage.py.
 * @param text a whole document
 * @throws UnusableReport when it is no JSON, or of neither
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
