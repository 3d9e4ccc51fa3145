/** Findings as the editor shows them. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import { rulePageUri } from '../compose/rule-pages.ts';
import type { LocatedProblem } from '../compose/folder-settings.ts';
import type { Span } from '../facts/span.ts';
import type { ReportFinding, ReportRange } from '../protocol/report.ts';
import { uriOfPath } from './paths.ts';
import { toRange } from './positions.ts';

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;

const spanOf = (range: ReportRange): Span => [range.start.line, range.start.column, range.end.line, range.end.column];

/** What travels with a diagnostic, so that a code action finds its finding again. */
export interface DiagnosticData {
  fingerprint: string;
}

/**
 * @param root absolute path of the folder, for related places
 * @param finding what is said
 */
export function toDiagnostic(root: string, finding: ReportFinding): Diagnostic {
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: toRange(spanOf(finding.range)),
    severity: finding.baseline ? DiagnosticSeverity.Hint : SEVERITIES[finding.severity],
    code: finding.ruleId,
    codeDescription: { href: rulePageUri(finding.ruleId) },
    source: 'archwright',
    message: finding.message,
    data,
    relatedInformation: finding.related.map((place) => ({ location: { uri: uriOfPath(`${root}/${place.path}`), range: toRange(spanOf(place.range)) }, message: place.message })),
  };
}

/** A problem of a configuration file, at its place in that file. */
export function problemDiagnostic(problem: LocatedProblem): Diagnostic {
  return {
    range: toRange(problem.span),
    severity: SEVERITIES[problem.severity],
    code: 'configuration',
    source: 'archwright',
    message: problem.message,
  };
}
