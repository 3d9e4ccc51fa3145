/** Findings as the editor shows them. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { ConfigurationProblem } from '../app/configuration.ts';
import { rulePageUri } from '../app/rules.ts';
import type { ReportFinding } from '../protocol/report.ts';
import { toRange, uriOfPath } from './places.ts';

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;

/** Data sent with a diagnostic, so that a code action can find its finding. */
export interface DiagnosticData {
  fingerprint: string;
}

/**
 * @param root absolute path of the folder, for related places
 * @param finding to show
 */
export function toDiagnostic(root: string, finding: ReportFinding): Diagnostic {
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: toRange(finding.range),
    severity: finding.baseline ? DiagnosticSeverity.Hint : SEVERITIES[finding.severity],
    code: finding.ruleId,
    codeDescription: { href: rulePageUri(finding.ruleId) },
    source: 'archwright',
    message: finding.message,
    data,
    relatedInformation: finding.related.map((place) => ({
      location: { uri: uriOfPath(`${root}/${place.path}`), range: toRange(place.range) },
      message: place.message,
    })),
  };
}

/** A problem of a configuration file, at its place in that file. */
export function problemDiagnostic(problem: ConfigurationProblem): Diagnostic {
  return {
    range: toRange(problem.range),
    severity: SEVERITIES[problem.severity],
    code: 'configuration',
    source: 'archwright',
    message: problem.message,
  };
}
