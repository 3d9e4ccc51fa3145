/**
 * SARIF 2.1.0, for GitHub code scanning, Azure DevOps and editor viewers.
 * Columns count UTF-16 code units, as in the report itself; paths are relative to `%SRCROOT%`.
 */
import type { JsonReport, ReportedSeverity, ReportFinding, ReportRange } from '../../protocol/report.ts';
import { filesRead, inOrder } from '../../digest/findings.ts';
import { gateWords } from '../../digest/gate.ts';
import { orderedGate } from './json.ts';
import { eachText, wellFormed } from '../../text/plain-text.ts';
import { wordsById, type RuleWords } from './rule-words.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<ReportedSeverity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * @param report a whole report
 * @param rules metadata; rules without findings are listed too if passed in
 * @returns indented JSON with a final line break
 */
export function toSarif(report: JsonReport, rules: readonly RuleWords[]): string {
  const ids = rulesInOrder(report, rules);
  const byId = wordsById(rules);
  const index = new Map(ids.map((id, at) => [id, at]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Archwright', version: report.tool.version, semanticVersion: report.tool.version, rules: ids.map((id) => ruleOf(id, byId.get(id))) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The reviewed folder.' } } },
        invocations: [{ executionSuccessful: true, ...(report.origin && { endTimeUtc: report.origin.at }), toolExecutionNotifications: notifications(report) }],
        results: inOrder(report.findings).map((finding) => resultOf(finding, index.get(finding.ruleId) ?? -1)),
        properties: {
          score: report.score.total, grade: report.score.grade, approved: report.score.approved, formulaVersion: report.score.formulaVersion,
          ...originProperties(report), ...gateProperties(report),
        },
      },
    ],
  };
  return `${JSON.stringify(eachText(log, wellFormed), null, 2)}\n`;
}

/** Where SARIF tells of a commit, it wants the address of the repository too, which a review does not know. */
function originProperties({ origin }: JsonReport): object {
  if (origin === undefined) return {};
  const { project, commit } = origin;
  return { project, ...(commit && { commit: commit.hash, branch: commit.branch, uncommittedChanges: commit.changed }) };
}

/** SARIF knows no gates, so that ours is a property of the run. */
function gateProperties({ gate }: JsonReport): object {
  return gate === undefined ? {} : { gate: { passed: gate.passed, words: gateWords(gate), conditions: orderedGate(gate).conditions } };
}

function rulesInOrder(report: JsonReport, rules: readonly RuleWords[]): string[] {
  return [...new Set([...rules.map(({ id }) => id), ...report.findings.map(({ ruleId }) => ruleId)])].sort();
}

function ruleOf(id: string, words: RuleWords | undefined): object {
  if (!words) return { id };
  const { title, docs, url, guideline } = words;
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: docs.what },
    help: {
      text: `${docs.what}\n\n${docs.why}\n\nHow to fix it: ${docs.fix}\n\nWhat it cannot see: ${docs.limits}\n\nGuideline: ${guideline}`,
      markdown: `${docs.what}\n\n${docs.why}\n\n**How to fix it:** ${docs.fix}\n\n**What it cannot see:** ${docs.limits}\n\n**Guideline:** ${guideline}`,
    },
    ...(url === '' ? {} : { helpUri: url }),
    properties: { tags: [id.split('/')[0], guideline] },
  };
}

function resultOf(finding: ReportFinding, ruleIndex: number): object {
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    kind: 'fail',
    message: { text: finding.message },
    locations: [{ ...placeOf(finding.path, finding.range), ...logicalOf(finding) }],
    ...(finding.related.length > 0
      ? { relatedLocations: finding.related.map(({ path, range, message }, at) => ({ id: at + 1, ...placeOf(path, range), message: { text: message } })) }
      : {}),
    partialFingerprints: { 'archwright/v1': finding.fingerprint },
    baselineState: finding.baseline ? 'unchanged' : 'new',
    ...(finding.baseline ? { suppressions: [{ kind: 'external', status: 'accepted', justification: 'Accepted in the baseline.' }] } : {}),
    properties: { guideline: finding.guideline, blocker: finding.blocker, fixable: finding.fixable },
  };
}

function placeOf(path: string, { start, end }: ReportRange): object {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(path),
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}

function artifactOf(path: string): object {
  return { uri: toUri(path), uriBaseId: '%SRCROOT%' };
}

function logicalOf({ layer, block }: ReportFinding): object {
  const names = [layer, block].filter((name): name is string => name !== null);
  return block === null ? {} : { logicalLocations: [{ name: block, fullyQualifiedName: names.join('/'), kind: 'module' }] };
}

function notifications(report: JsonReport): object[] {
  const nothing = filesRead(report) === 0 ? [{ level: 'warning', message: { text: 'No source files were read.' } }] : [];
  return [...nothing, ...report.files.skipped.map(notRead)];
}

function notRead({ path, reason }: { path: string; reason: string }): object {
  return { level: 'warning', message: { text: `Not read: ${reason}` }, locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }] };
}

/** A relative path as a URI reference: every part percent-encoded, so that a `:` in the first is not taken for a scheme. */
export function toUri(path: string): string {
  const encode = (part: string): string =>
    encodeURIComponent(wellFormed(part)).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return path.split('/').map(encode).join('/');
}
