/** The report as Markdown, fit for a pull request: the score first, collapsed findings, the graph as Mermaid. */
import type { JsonReport, ReportFinding } from '../../protocol/report.ts';
import { counted } from '../../text/wording.ts';
import { byRule, filesRead, findingsWords, freshOf, inOrder, severityCounts, severityWords } from '../../digest/findings.ts';
import { gateWords } from '../../digest/gate.ts';
import { originWords } from '../../digest/origin.ts';
import { advice, causeWords, criterionTitle, dimensionTitle, gains, measuredMax, measuredWords, pointsText } from '../../digest/score.ts';
import { markdownCode, markdownLink, markdownProse, markdownTable, markdownText } from '../markdown-text.ts';
import { toMermaid } from '../../diagram/mermaid.ts';
import { outcome, READ_ELSEWHERE, readElsewhere, reservations } from './read-elsewhere.ts';
import { wordsById, type RuleWords } from './rule-words.ts';

/** GitHub rejects comments above 65,536 characters; findings beyond this number are only counted. */
const MOST_FINDINGS = 150;
const MOST_PROBLEMS = 20;

/** @returns Markdown with a final line break */
export function toMarkdown(report: JsonReport, rules: readonly RuleWords[]): string {
  const words = wordsById(rules);
  const parts = [
    head(report),
    criteria(report),
    blockers(report, words),
    toMend(report, words),
    findings(report, words),
    elsewhere(report),
    graph(report),
    notRead(report),
  ];
  return `${parts.filter((part) => part.length > 0).map((part) => part.join('\n')).join('\n\n')}\n`;
}

function head(report: JsonReport): string[] {
  const { score, files } = report;
  const fresh = freshOf(report.findings);
  const frozen = report.findings.length - fresh.length;
  const facts = [
    findingsWords(report, severityCounts(fresh)),
    frozen > 0 ? `${frozen} more in the baseline` : '',
    `${counted(filesRead(report), 'file')} read`,
    files.skipped.length > 0 ? `${files.skipped.length} not read` : '',
  ].filter((fact) => fact !== '');
  const verdict = score.approved ? '✅ approved' : '❌ not approved';
  const line =
    score.total === null
      ? markdownText(score.action)
      : `**${pointsText(score.total)} of 100, grade ${score.grade}** (${verdict}). `
        + `${markdownText(advice(score, report.gate))}. ${markdownText(measuredWords(score))}.`;
  const gate = report.gate === undefined ? [] : ['', `${report.gate.passed ? '✅' : '❌'} Gate ${markdownText(gateWords(report.gate))}.`];
  const origin = originWords(report.origin).map(markdownText).join(' · ');
  return ['# Architecture and code review', '', ...(origin === '' ? [] : [origin, '']), line, '', facts.join(' · '), ...gate];
}

function criteria({ score }: JsonReport): string[] {
  if (score.dimensions.length === 0) return [];
  const rows = score.dimensions.flatMap((dimension) => [
    [`**${dimensionTitle(dimension.id)}**`, `**${fraction(dimension.points, measuredMax(dimension))}**`, ''],
    ...dimension.criteria.map(({ id, points, max, measured, reason }) => [
      criterionTitle(id), fraction(points, measured ? max : 0), `${measured || max === 0 ? '' : '*Not measured.* '}${markdownText(reason)}`,
    ]),
  ]);
  return ['## Score', '', ...markdownTable(['', 'Points', 'Why'], rows)];
}

/** @param max of what was measured; 0 when nothing was */
function fraction(points: number, max: number): string {
  return max === 0 ? '–' : `${pointsText(points)} / ${max}`;
}

function ruleName(id: string, words: ReadonlyMap<string, RuleWords>): string {
  return markdownLink(markdownCode(id), words.get(id)?.url ?? '');
}

function blockers({ score }: JsonReport, words: ReadonlyMap<string, RuleWords>): string[] {
  if (score.blockers.length === 0) return [];
  return ['## Blockers', '', 'To be fixed regardless of the score.', '', ...score.blockers.map(({ ruleId, count }) => {
    const rule = words.get(ruleId);
    return `- **${count} ×** ${ruleName(ruleId, words)}${rule ? ` ${markdownProse(rule.title)}. ${markdownProse(rule.docs.fix)}` : ''}`;
  })];
}

function toMend(report: JsonReport, words: ReadonlyMap<string, RuleWords>): string[] {
  const top = gains(report.score).slice(0, 5);
  if (top.length === 0) return [];
  return ['## Largest possible gains', '', ...top.map(({ points, title, reason, causes }) => {
    const named = causes
      .slice(0, 3)
      .map(
        (one) =>
          `${words.has(one.cause) && one.count > 0 ? `${one.count} × ${ruleName(one.cause, words)}` : markdownText(causeWords(one))}: ${one.points.toFixed(1)}`,
      )
      .join(', ');
    return `- **+${points.toFixed(1)}** ${title}: ${markdownText(reason)}${named === '' ? '' : ` (${named})`}`;
  })];
}

function findings(report: JsonReport, words: ReadonlyMap<string, RuleWords>): string[] {
  const fresh = inOrder(freshOf(report.findings));
  if (fresh.length === 0) return [];
  const shown = byRule(fresh).flatMap((rule) => rule.findings).slice(0, MOST_FINDINGS);
  const groups = byRule(shown).map(({ ruleId, guideline, findings: group }) => {
    const rule = words.get(ruleId);
    const title = `${rule ? markdownText(rule.title) : markdownText(ruleId)} (${severityWords(severityCounts(group))})`;
    const advice = rule ? ` ${markdownProse(rule.docs.why)} *How to fix it:* ${markdownProse(rule.docs.fix)}` : '';
    return [
      '<details>',
      `<summary>${title}</summary>`,
      '',
      `${ruleName(ruleId, words)}, ${markdownText(guideline)}.${advice}`,
      '',
      ...markdownTable(['Where', 'What'], group.map(row)),
      '',
      '</details>',
    ].join('\n');
  });
  const rest = fresh.length - shown.length;
  return ['## Findings', '', [...groups, ...(rest > 0 ? [`And ${rest} more: see the JSON or HTML report.`] : [])].join('\n\n')];
}

function row({ path, range, message, blocker, fixable }: ReportFinding): string[] {
  const marks = `${blocker ? ' **blocker**' : ''}${fixable ? ' *fixable*' : ''}`;
  return [markdownCode(`${path}:${range.start.line}`), `${markdownText(message)}${marks}`];
}

function graph({ graph: blocks }: JsonReport): string[] {
  if (blocks.blocks.length === 0) return [];
  const { text, note } = toMermaid(blocks, { level: blocks.blocks.length > 40 ? 'layer' : 'block' });
  const cycles = blocks.cycles.map((cycle) => `- Cycle: ${[...cycle, cycle[0] ?? ''].map(markdownCode).join(' → ')}`);
  return [
    '## Blocks',
    '',
    '```mermaid',
    text.trimEnd(),
    '```',
    ...(note === null ? [] : ['', markdownText(note)]),
    ...(cycles.length > 0 ? ['', ...cycles] : []),
  ];
}

function elsewhere(report: JsonReport): string[] {
  const { tools, problems } = readElsewhere(report);
  if (tools.length === 0 && problems.length === 0) return [];
  const rows = tools.map((tool) => [markdownText(tool.tool), markdownCode(tool.path), outcome(tool), reservations(tool)]);
  const unusable = problems.slice(0, MOST_PROBLEMS).map(({ path, reason }) => `- ${markdownCode(path)}: ${markdownText(reason)}`);
  return [
    `## ${READ_ELSEWHERE}`,
    '',
    ...(rows.length > 0 ? markdownTable(['Tool', 'Report', 'Messages', 'Note'], rows) : []),
    ...(rows.length > 0 && unusable.length > 0 ? [''] : []),
    ...unusable,
  ];
}

function notRead({ files }: JsonReport): string[] {
  if (files.skipped.length === 0) return [];
  const shown = files.skipped.slice(0, 20).map(({ path, reason }) => `- ${markdownCode(path)}: ${markdownText(reason)}`);
  const rest = files.skipped.length - shown.length;
  return ['## Not read', '', ...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])];
}
