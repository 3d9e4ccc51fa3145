/** The compliance report of a folder. */
import { parse } from 'csv-parse/sync';
import { complianceOf, type ComplianceReport, type TrackedRow } from '../../audit/compliance.ts';
import { entriesOf, linesOf } from '../../audit/entries.ts';
import { withoutSecrets } from '../../compose/evidence.ts';
import { readInside } from '../../host/inside.ts';
import { LOG_FILE } from '../../tracking/log.ts';
import { Failure } from '../failure.ts';
import { verifyAudit, type VerifyOptions } from './anchors.ts';
import { readAudit } from './record.ts';

/** In bytes. */
const LARGEST_LOG = 128 * 1024 * 1024;

/** @throws {Failure} when neither log is there, or the tracking log cannot be read */
export async function complianceReport(root: string, options: VerifyOptions): Promise<ComplianceReport> {
  const text = await readAudit(root);
  const rows = await trackedRows(root);
  if (text === null && rows === null) throw new Failure(`There is neither a tracking log (${LOG_FILE}) nor an audit log to report on.`);
  const report = complianceOf({
    rows: rows ?? [], entries: text === null ? [] : entriesOf(linesOf(text).lines), audit: text === null ? null : await verifyAudit(root, options),
  });
  // Keys and summaries are what people wrote.
  const checks = await Promise.all(report.checks.map(async (check) => ({
    ...check, missing: await Promise.all(check.missing.map((name) => withoutSecrets(name.replace(/[\r\n]/g, ' ')))),
  })));
  return { ...report, checks };
}

async function trackedRows(root: string): Promise<TrackedRow[] | null> {
  const found = await readInside(root, LOG_FILE, LARGEST_LOG);
  if (found === null) return null;
  if (!('text' in found)) throw new Failure(`${LOG_FILE} ${'refused' in found ? found.refused : 'is a folder'}.`);
  try {
    const [header = [], ...rows] = parse(found.text, { bom: true, skip_empty_lines: true, relax_column_count: true, delimiter: delimiterOf(found.text) });
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name.trim(), row[at] ?? ''])));
  } catch {
    // The parser's own message quotes the text.
    throw new Failure(`${LOG_FILE} is not CSV that can be read.`);
  }
}

function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}
