/** The compliance report of a folder. */
import { complianceOf, type ComplianceReport, type TrackedRow } from '../../audit/compliance.ts';
import { entriesOf, linesOf } from '../../audit/entries.ts';
import { withoutSecrets } from '../../compose/evidence.ts';
import { issuesOf } from '../../tracking/log.ts';
import { Failure } from '../failure.ts';
import { LOG_FILE, readLogFiles } from '../track/log-files.ts';
import { verifyAudit, type VerifyOptions } from './anchors.ts';
import { readAudit } from './record.ts';

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
  const { log, text } = await readLogFiles(root);
  const issues = issuesOf(log);
  return text === '' && issues.length === 0 ? null : issues;
}
