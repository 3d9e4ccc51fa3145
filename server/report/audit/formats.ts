/** What is said about an audit log: its verification, and the compliance report. */
import pc from 'picocolors';
import type { ComplianceCheck, ComplianceReport } from '../../audit/compliance.ts';
import type { Verified } from '../../audit/verify.ts';
import type { AuditVerdict } from '../../protocol/audit.ts';
import { showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown-text.ts';

export const VERIFY_FORMATS = ['pretty', 'json', 'markdown'] as const;
export const COMPLIANCE_FORMATS = ['pretty', 'json', 'markdown'] as const;

/** @returns the verdict with a final line break; as JSON, its keys are in the order of the contract */
export function writeVerified(verified: Verified, format: (typeof VERIFY_FORMATS)[number], color: boolean): string {
  switch (format) {
    case 'pretty': return prettyVerified(verified, color);
    case 'json': return `${JSON.stringify(ordered(verified), null, 2)}\n`;
    case 'markdown': return markdownVerified(verified);
  }
}

/** `The audit log is intact: 12 entries` */
export function verifiedWords({ intact, entries }: Verified): string {
  return `The audit log ${intact ? 'is intact' : 'was tampered with'}: ${counted(entries, 'entry', 'entries')}`;
}

function ordered({ schemaVersion, intact, entries, firstBad, checkpoints }: Verified): AuditVerdict {
  return {
    schemaVersion, intact, entries, firstBad: firstBad === null ? null : { index: firstBad.index, reason: firstBad.reason },
    checkpoints: checkpoints.map(({ size, root, signedBy, valid }) => ({ size, root, signedBy, valid })),
  };
}

function prettyVerified(verified: Verified, color: boolean): string {
  const { intact, firstBad, checkpoints, notes } = verified;
  const colors = pc.createColors(color);
  const lines = [
    `${intact ? colors.green('✔') : colors.red('✖')} ${verifiedWords(verified)}`,
    ...(firstBad === null ? [] : [`  entry ${firstBad.index}: ${showable(firstBad.reason)}`]),
    ...checkpoints.map(({ size, signedBy, valid }) =>
      `  ${valid ? colors.green('✔') : colors.yellow('▲')} checkpoint of ${counted(size, 'entry', 'entries')}, signed by ${showable(signedBy)}`),
    ...notes.map((note) => colors.dim(`  ${showable(note)}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function markdownVerified(verified: Verified): string {
  const { intact, firstBad, checkpoints, notes } = verified;
  const rows = checkpoints.map(({ size, root, signedBy, valid }) => [valid ? '✅' : '⚠️', String(size), markdownText(signedBy), markdownCode(root)]);
  const parts = [
    `# ${intact ? '✅' : '❌'} ${verifiedWords(verified)}`,
    ...(firstBad === null ? [] : [`**Entry ${firstBad.index}**: ${markdownText(firstBad.reason)}`]),
    ...(rows.length === 0 ? [] : [markdownTable(['', 'Checkpoint of entries', 'Signed by', 'Root'], rows).join('\n')]),
    ...notes.map((note) => `- ${markdownText(note)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @returns the report with a final line break */
export function writeCompliance(report: ComplianceReport, format: (typeof COMPLIANCE_FORMATS)[number], color: boolean): string {
  switch (format) {
    case 'pretty': return prettyCompliance(report, color);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown': return markdownCompliance(report);
  }
}

/** `Compliance 81.5 of 100, grade B` */
export function complianceWords({ score, grade }: ComplianceReport): string {
  return score === null ? 'Compliance: nothing could be checked' : `Compliance ${score} of 100, grade ${grade ?? ''}`;
}

function prettyCompliance(report: ComplianceReport, color: boolean): string {
  const colors = pc.createColors(color);
  const marks: Readonly<Record<ComplianceCheck['status'], string>> = {
    'compliant': colors.green('✔'), 'not compliant': colors.red('✖'), 'does not apply': colors.dim('–'),
  };
  const lines = [
    colors.bold(complianceWords(report)),
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
    `# ${complianceWords(report)}`, '', ...markdownTable(['Check', 'Score', 'Status', 'Details'], rows),
    ...(report.recommendations.length === 0 ? [] : ['', '## What to do', '', ...report.recommendations.map((each) => `- ${each}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
