/** The upper half of the HTML report: ring, dimensions, blockers, what would gain most. */
import type { JsonReport, ReportCriterion, ReportDimension } from '../../../protocol/report.ts';
import { BAR, GRADES } from '../../../score/formula.ts';
import { counted } from '../../../text/wording.ts';
import { criterionTitle, dimensionTitle, gains, pointsText, severityCounts } from '../digest.ts';
import type { RuleWords } from '../rule-words.ts';
import { htmlText } from '../../../text/xml-text.ts';

const RADIUS = 60;
/** Where the last band but one starts. */
const LAST_BAND = GRADES.at(-2)?.from ?? 0;

/** A total takes the colour of its grade: below C+ it is bad. */
function gradeTone(total: number): 'good' | 'fair' | 'bad' {
  return total >= BAR ? 'good' : total >= LAST_BAND ? 'fair' : 'bad';
}

function tone(share: number): 'good' | 'fair' | 'bad' {
  return share >= BAR / 100 ? 'good' : share >= 0.6 ? 'fair' : 'bad';
}

/** The total in its ring, the advice, and the sums of findings. */
export function heroSection(report: JsonReport): string {
  const { score, findings } = report;
  const fresh = findings.filter(({ baseline }) => !baseline);
  const counts = severityCounts(fresh);
  const frozen = findings.length - fresh.length;
  const blocking = score.blockers.reduce((sum, { count }) => sum + count, 0);
  const chips = [
    score.total === null ? '' : `<span class="chip ${score.approved ? 'good">✔ approved' : 'bad">✖ not approved'}</span>`,
    blocking > 0 ? `<span class="chip bad">${counted(blocking, 'blocker')}</span>` : '',
    ...(['error', 'warning', 'info'] as const).map((severity) => `<span class="chip"><span class="${severity}">${severity === 'info' ? `${counts.info} info` : counted(counts[severity], severity)}</span></span>`),
    frozen > 0 ? `<span class="chip">${frozen} in the baseline</span>` : '',
    report.files.skipped.length > 0 ? `<a class="chip fair" href="#not-read">${counted(report.files.skipped.length, 'file')} not read</a>` : '',
  ];
  return `<section class="card hero" aria-label="Score">${ring(score.total, score.grade)}<div class="words"><p class="soft small">${score.total === null ? 'No score' : 'Score out of 100'}</p><p class="action">${htmlText(score.action)}</p><div class="chips">${chips.join('')}</div></div></section>`;
}

function ring(total: number | null, grade: string | null): string {
  const around = 2 * Math.PI * RADIUS;
  const filled = ((total ?? 0) / 100) * around;
  const value = total === null || total === 0 ? '' : `<circle class="value" cx="74" cy="74" r="${RADIUS}" stroke-dasharray="${filled.toFixed(1)} ${around.toFixed(1)}" transform="rotate(-90 74 74)"/>`;
  const label = total === null ? 'Nothing measured' : `${pointsText(total)} of 100, grade ${grade ?? ''}`;
  return `<svg class="ring ${total === null ? 'soft' : gradeTone(total)}" viewBox="0 0 148 148" role="img" aria-label="${htmlText(label)}"><circle cx="74" cy="74" r="${RADIUS}"/>${value}`
    + `<text class="total" x="74" y="82">${pointsText(total)}</text><text class="grade" x="74" y="104">${htmlText(grade ?? '')}</text></svg>`;
}

/** A card for each dimension with its criteria. */
export function dimensionsSection({ score }: JsonReport): string {
  if (score.dimensions.length === 0) return '';
  return `<h2>Dimensions</h2><div class="dimensions">${score.dimensions.map(dimensionCard).join('\n')}</div>`;
}

function dimensionCard({ id, points, max, criteria }: ReportDimension): string {
  const title = htmlText(dimensionTitle(id));
  if (max === 0) {
    const reason = criteria[0]?.reason ?? '';
    return `<section class="card dimension left-out"><div class="row"><h3>${title}</h3><span class="points soft">–</span></div><p class="soft small">${htmlText(reason)}</p></section>`;
  }
  return `<section class="card dimension"><div class="row"><h3>${title}</h3><span class="points">${pointsText(points)} <span class="soft">/ ${max}</span></span></div>${bar(points, max, true, '')}${criteria.map(criterionRow).join('')}</section>`;
}

function criterionRow({ id, points, max, measured, reason }: ReportCriterion): string {
  const title = htmlText(criterionTitle(id));
  if (max === 0) return `<div class="criterion left-out"><div class="row"><span>${title}</span><span class="points soft">–</span></div><p>${htmlText(reason)}</p></div>`;
  return `<div class="criterion"><div class="row"><span>${title}</span><span class="points">${pointsText(points)} <span class="soft">/ ${max}</span></span></div>${bar(points, max, measured, ' thin')}<p>${measured ? '' : '<span class="tag">Not measured.</span> '}${htmlText(reason)}</p></div>`;
}

function bar(points: number, max: number, measured: boolean, extra: string): string {
  const share = points / max;
  return `<div class="bar${extra} ${tone(share)}${measured ? '' : ' guess'}" aria-hidden="true"><i style="width:${(share * 100).toFixed(1)}%"></i></div>`;
}

function ruleLink(id: string, rules: ReadonlyMap<string, RuleWords>): string {
  const url = rules.get(id)?.url ?? '';
  const code = `<code>${htmlText(id)}</code>`;
  return /^https?:\/\//.test(url) ? `<a href="${htmlText(url)}">${code}</a>` : code;
}

/** What stands against approval whatever the score is, and where points are to be gained. */
export function toMendSection(report: JsonReport, rules: ReadonlyMap<string, RuleWords>): string {
  const blockers = report.score.blockers.map(({ ruleId, count }) => {
    const rule = rules.get(ruleId);
    return `<li><span class="figure bad">${count} ×</span><div><strong>${htmlText(rule?.title ?? ruleId)}</strong> ${ruleLink(ruleId, rules)}${rule ? `<p class="soft small">${htmlText(rule.docs.fix)}</p>` : ''}</div></li>`;
  });
  const top = gains(report.score, report.findings, rules).slice(0, 5).map(({ points, title, reason, rules: causes }) => {
    const names = causes.slice(0, 3).map(({ id, count }) => `${count} × ${ruleLink(id, rules)}`).join(', ');
    return `<li><span class="figure good">+${points.toFixed(1)}</span><div><strong>${htmlText(title)}</strong><p class="soft small">${htmlText(reason)}</p>${names === '' ? '' : `<p class="small">${names}</p>`}</div></li>`;
  });
  const parts = [
    blockers.length > 0 ? `<section><h2>Blockers, whatever the score is</h2><div class="card blockers"><ul class="plain">${blockers.join('')}</ul></div></section>` : '',
    top.length > 0 ? `<section><h2>What would gain most</h2><div class="card"><ul class="plain">${top.join('')}</ul></div></section>` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `<div class="pair">${parts.join('\n')}</div>` : '';
}
