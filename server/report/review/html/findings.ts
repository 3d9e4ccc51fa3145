/** The lower half of the HTML report: findings by rule, then by file. */
import { groupedBy } from '../../../text/grouped-by.ts';
import type { JsonReport, ReportFinding } from '../../../protocol/report.ts';
import { filesRead, inOrder, rulesByGravity, SEVERITIES, severityCounts } from '../digest.ts';
import { counted } from '../../../text/wording.ts';
import { showable } from '../../../text/plain-text.ts';
import type { RuleWords } from '../rule-words.ts';
import { htmlText } from '../../../text/xml-text.ts';

/** More findings than this start folded, so that the page opens at once. */
const OPEN_UP_TO = 200;

/** The findings of an HTML report, file by file. */
export function findingsSection(report: JsonReport, rules: ReadonlyMap<string, RuleWords>): string {
  const all = inOrder(report.findings);
  if (all.length === 0) {
    const words = filesRead(report) === 0 ? '<p class="soft">Nothing was read, so nothing could be found.</p>' : '<p class="good">✔ Nothing found.</p>';
    return `<h2>Findings</h2><div class="card">${words}</div>`;
  }
  const open = all.length <= OPEN_UP_TO;
  return `<h2 id="findings">Findings</h2>${tools(all)}${rulesByGravity(all).map(([id, group]) => ruleGroup(id, group, rules.get(id), open)).join('\n')}`;
}

function tools(findings: readonly ReportFinding[]): string {
  const boxes = SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity))
    .map((severity) => `<label><input type="checkbox" data-filter="${severity}" checked><span class="${severity}">${severity}</span></label>`);
  const frozen = findings.some(({ baseline }) => baseline) ? '<label><input type="checkbox" data-filter="frozen">baseline</label>' : '';
  return `<div class="tools" role="search"><input type="search" id="search" placeholder="Filter by rule, file, block or words" aria-label="Filter findings">${boxes.join('')}${frozen}<span class="soft small" id="shown" role="status">${counted(findings.length, 'finding')}</span></div>`;
}

function ruleGroup(id: string, findings: readonly ReportFinding[], rule: RuleWords | undefined, open: boolean): string {
  const counts = severityCounts(findings);
  const chips = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `<span class="chip"><span class="${severity}">${counts[severity]}</span></span>`);
  const blocking = findings.some(({ blocker }) => blocker) ? '<span class="badge bad">blocker</span>' : '';
  const files = [...groupedBy(findings, ({ path }) => path)].map(([path, group]) => fileGroup(path, group));
  return `<details class="card rule"${open ? ' open' : ''}><summary><h3>${htmlText(rule?.title ?? id)}</h3><code>${htmlText(id)}</code>${blocking}<span class="chips">${chips.join('')}</span></summary>`
    + `${about(findings[0]?.guideline ?? '', rule)}${files.join('')}</details>`;
}

function about(guideline: string, rule: RuleWords | undefined): string {
  const link = rule && /^https?:\/\//.test(rule.url) ? ` · <a href="${htmlText(rule.url)}">More about this rule</a>` : '';
  const words = rule ? `${htmlText(rule.docs.why)} <strong>To mend it:</strong> ${htmlText(rule.docs.fix)}<br>` : '';
  return `<div class="about">${words}<span class="small">Guideline: ${htmlText(guideline)}${link}</span></div>`;
}

function fileGroup(path: string, findings: readonly ReportFinding[]): string {
  const { layer, block } = findings[0] ?? {};
  const place = [layer, block].filter((name): name is string => typeof name === 'string').join(' › ');
  return `<div class="file"><h4>${htmlText(path)}${place === '' ? '' : ` <span class="soft">${htmlText(place)}</span>`}</h4><ol>${findings.map(row).join('')}</ol></div>`;
}

function row({ ruleId, severity, message, path, range, block, layer, blocker, fixable, baseline, related }: ReportFinding): string {
  const text = [ruleId, severity, message, path, block, layer].filter((part) => part !== null).map((part) => showable(String(part))).join(' ').toLowerCase();
  const badges = [blocker ? '<span class="badge bad">blocker</span>' : '', fixable ? '<span class="badge">fixable</span>' : '', baseline ? '<span class="badge">baseline</span>' : ''].join('');
  const places = related.map((place) => `<li>${htmlText(`${place.path}:${place.range.start.line}:${place.range.start.column}`)} ${htmlText(place.message)}</li>`);
  return `<li class="finding" data-severity="${severity}"${baseline ? ' data-frozen' : ''} data-text="${htmlText(text)}"><span class="where">${range.start.line}:${range.start.column}</span>`
    + `<div class="what"><span class="${severity}">${htmlText(message)}</span>${badges}${places.length > 0 ? `<ul>${places.join('')}</ul>` : ''}</div></li>`;
}
