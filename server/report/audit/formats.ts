/** What is said about an audit log: its verification, and the compliance report. */
import pc from 'picocolors';
import type { ComplianceCheck, ComplianceReport } from '../../audit/compliance.ts';
import type { Verified } from '../../audit/verify.ts';
import type { AuditVerdict } from '../../protocol/audit.ts';
import { showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';

export const VERIFY_FORMATS = ['pretty', 'json'] as const;
export const COMPLIANCE_FORMATS = ['pretty', 'json', 'markdown'] as const;

/** @returns the verdict as JSON with its keys in the order of the contract, or as lines; with a final line break */
export function writeVerified(verified: Verified, format: (typeof VERIFY_FORMATS)[number], color: boolean): string {
  return format === 'json' ? `${JSON.stringify(ordered(verified), null, 2)}\n` : prettyVerified(verified, color);
}

function ordered({ schemaVersion, intact, entries, firstBad, checkpoints }: Verified): AuditVerdict {
  return {
    schemaVersion, intact, entries, firstBad: firstBad === null ? null : { index: firstBad.index, reason: firstBad.reason },
    checkpoints: checkpoints.map(({ size, root, signedBy, valid }) => ({ size, root, signedBy, valid })),
  };
}

function prettyVerified({ intact, entries, firstBad, checkpoints, notes }: Verified, color: boolean): string {
  const colors = pc.createColors(color);
  const many = counted(entries, 'entry', 'entries');
  const lines = [
    intact ? `${colors.green('✔')} The audit log is intact: ${many}` : `${colors.red('✖')} The audit log was tampered with: ${many}`,
    ...(firstBad === null ? [] : [`  entry ${firstBad.index}: ${showable(firstBad.reason)}`]),
    ...checkpoints.map(({ size, signedBy, valid }) =>
      `  ${valid ? colors.green('✔') : colors.yellow('▲')} checkpoint of ${counted(size, 'entry', 'entries')}, signed by ${showable(signedBy)}`),
    ...notes.map((note) => colors.dim(`  ${showable(note)}`)),
  ];
  return `${lines.join('\n')}\n`;
}

/** @returns the report with a final line break */
export function writeCompliance(report: ComplianceReport, format: (typeof COMPLIANCE_FORMATS)[number], color: boolean): string {
  switch (format) {
    case 'pretty': return prettyCompliance(report, color);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown': return markdownCompliance(report);
  }
}

function headline({ score, grade }: ComplianceReport): string {
  return score === null ? 'Compliance: nothing could be checked' : `Compliance ${score} of 100, grade ${grade ?? ''}`;
}

function prettyCompliance(report: ComplianceReport, color: boolean): string {
  const colors = pc.createColors(color);
  const marks: Readonly<Record<ComplianceCheck['status'], string>> = {
    'compliant': colors.green('✔'), 'not compliant': colors.red('✖'), 'does not apply': colors.dim('–'),
  };
  const lines = [
    colors.bold(headline(report)),
    ...report.checks.flatMap(({ title, score, status, details, missing }) => [
      `  ${marks[status]} ${title.padEnd(20)} ${(score === null ? '–' : String(score)).padStart(5)}  ${showable(details)}`,
      ...(missing.length === 0 ? [] : [colors.dim(`      ${showable(missing.join(', '))}`)]),
    ]),
    ...(report.recommendations.length === 0 ? [] : ['', colors.bold('What to do'), ...report.recommendations.map((each) => `  ${each}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

function markdownCompliance(report: ComplianceReport): string {
  const rows = report.checks.map(({ title, score, status, details, missing }) => [
    title, score === null ? '–' : String(score), status, markdownText(`${details}${missing.length === 0 ? '' : `: ${missing.join(', ')}`}`),
  ]);
  const lines = [
    `# ${headline(report)}`, '', ...markdownTable(['Check', 'Score', 'Status', 'Details'], rows),
    ...(report.recommendations.length === 0 ? [] : ['', '## What to do', '', ...report.recommendations.map((each) => `- ${each}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
