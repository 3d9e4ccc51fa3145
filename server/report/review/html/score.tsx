/** The upper half of the HTML report: ring, dimensions, blockers, largest gains. */
import type { JsonReport, ReportCriterion, ReportDimension, ReportLoss } from '../../../protocol/report.ts';
import { freshOf, SEVERITIES, severityCount, severityCounts } from '../../../digest/findings.ts';
import {
  advice,
  causeWords,
  criterionTitle,
  dimensionTitle,
  gains,
  measuredMax,
  measuredWords,
  pointsText,
  toneOfShare,
  toneOfTotal,
  withoutPoints,
  type Gain,
} from '../../../digest/score.ts';
import { gateWords } from '../../../digest/gate.ts';
import { counted } from '../../../text/wording.ts';
import { Prose, RuleLink, type RulesById } from './elements.tsx';

const RADIUS = 60;
const MOST_GAINS = 5;
const MOST_CAUSES = 3;

/** The total in its ring, the advice, and the counts of findings. */
export function Hero({ report }: { report: JsonReport }) {
  const { score, findings, files } = report;
  const fresh = freshOf(findings);
  const counts = severityCounts(fresh);
  const frozen = findings.length - fresh.length;
  const blocking = score.blockers.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="card hero" aria-label="Score">
      <Ring total={score.total} grade={score.grade} />
      <div class="words">
        <p class="soft small">{score.total === null ? 'No score' : 'Score out of 100'}</p>
        <p class="action">{advice(score, report.gate)}</p>
        {report.gate !== undefined && <p class="small">Gate {gateWords(report.gate)}.</p>}
        {score.total !== null && <p class="soft small">{measuredWords(score)}.</p>}
        <div class="chips">
          {score.total !== null && <span class={score.approved ? 'chip good' : 'chip bad'}>{score.approved ? '✔ approved' : '✖ not approved'}</span>}
          {blocking > 0 && <span class="chip bad">{counted(blocking, 'blocker')}</span>}
          {SEVERITIES.map((severity) => <span key={severity} class="chip"><span class={severity}>{severityCount(severity, counts[severity])}</span></span>)}
          {frozen > 0 && <span class="chip">{frozen} in the baseline</span>}
          {files.skipped.length > 0 && <a class="chip fair" href="#not-read">{counted(files.skipped.length, 'file')} not read</a>}
        </div>
      </div>
    </section>
  );
}

function Ring({ total, grade }: { total: number | null; grade: string | null }) {
  const around = 2 * Math.PI * RADIUS;
  const filled = ((total ?? 0) / 100) * around;
  const label = total === null ? 'Nothing measured' : `${pointsText(total)} of 100, grade ${grade ?? ''}`;
  return (
    <svg class={`ring ${total === null ? 'soft' : toneOfTotal(total)}`} viewBox="0 0 148 148" role="img" aria-label={label}>
      <circle cx="74" cy="74" r={RADIUS} />
      {total !== null && total > 0 && (
        <circle class="value" cx="74" cy="74" r={RADIUS} stroke-dasharray={`${filled.toFixed(1)} ${around.toFixed(1)}`} transform="rotate(-90 74 74)" />
      )}
      <text class="total" x="74" y="82">
        {pointsText(total)}
      </text>
      <text class="grade" x="74" y="104">
        {grade ?? ''}
      </text>
    </svg>
  );
}

/** A card for each dimension with its criteria. */
export function Dimensions({ dimensions }: { dimensions: readonly ReportDimension[] }) {
  if (dimensions.length === 0) return null;
  return (
    <>
      <h2>Dimensions</h2>
      <div class="dimensions">{dimensions.map((dimension) => <DimensionCard key={dimension.id} dimension={dimension} />)}</div>
    </>
  );
}

function DimensionCard({ dimension }: { dimension: ReportDimension }) {
  const { id, points, criteria } = dimension;
  const most = measuredMax(dimension);
  if (most === 0) {
    return (
      <section class="card dimension left-out">
        <div class="row"><h3>{dimensionTitle(id)}</h3><span class="points soft">–</span></div>
        <p class="soft small">{criteria[0]?.reason ?? ''}</p>
      </section>
    );
  }
  return (
    <section class="card dimension">
      <div class="row"><h3>{dimensionTitle(id)}</h3><Points points={points} max={most} /></div>
      <Bar points={points} max={most} />
      {criteria.map((criterion) => <Criterion key={criterion.id} criterion={criterion} />)}
    </section>
  );
}

function Criterion({ criterion: { id, points, max, measured, reason } }: { criterion: ReportCriterion }) {
  if (!measured) {
    return (
      <div class="criterion left-out">
        <div class="row">
          <span>{criterionTitle(id)}</span>
          <span class="points soft">{max === 0 ? '–' : withoutPoints({ max })}</span>
        </div>
        <p>{reason}</p>
      </div>
    );
  }
  return (
    <div class="criterion">
      <div class="row"><span>{criterionTitle(id)}</span><Points points={points} max={max} /></div>
      <Bar points={points} max={max} thin />
      <p>{reason}</p>
    </div>
  );
}

function Points({ points, max }: { points: number; max: number }) {
  return <span class="points">{pointsText(points)} <span class="soft">/ {max}</span></span>;
}

function Bar({ points, max, thin = false }: { points: number; max: number; thin?: boolean }) {
  const share = points / max;
  return <div class={`bar${thin ? ' thin' : ''} ${toneOfShare(share)}`} aria-hidden="true"><i style={`width:${(share * 100).toFixed(1)}%`} /></div>;
}

/** What prevents approval regardless of the score, and where points can be gained. */
export function ToMend({ report, rules }: { report: JsonReport; rules: RulesById }) {
  const { blockers } = report.score;
  const top = gains(report.score).slice(0, MOST_GAINS);
  if (blockers.length === 0 && top.length === 0) return null;
  return (
    <div class="pair">
      {blockers.length > 0 && (
        <section>
          <h2>Blockers, regardless of the score</h2>
          <div class="card blockers">
            <ul class="plain">
              {blockers.map(({ ruleId, count }) => (
                <Blocker key={ruleId} ruleId={ruleId} count={count} rules={rules} />
              ))}
            </ul>
          </div>
        </section>
      )}
      {top.length > 0 && (
        <section>
          <h2>Largest possible gains</h2>
          <div class="card">
            <ul class="plain">
              {top.map((gain) => (
                <GainRow key={gain.criterion} gain={gain} rules={rules} />
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  );
}

function Blocker({ ruleId, count, rules }: { ruleId: string; count: number; rules: RulesById }) {
  const rule = rules.get(ruleId);
  return (
    <li>
      <span class="figure bad">{count} ×</span>
      <div>
        <strong><Prose text={rule?.title ?? ruleId} /></strong> <RuleLink id={ruleId} rules={rules} />
        {rule && <p class="soft small"><Prose text={rule.docs.fix} /></p>}
      </div>
    </li>
  );
}

/** What takes points, and how many of the total. */
function Loss({ loss, rules }: { loss: ReportLoss; rules: RulesById }) {
  const known = rules.has(loss.cause) && loss.count > 0;
  return <>{known ? <>{loss.count} × <RuleLink id={loss.cause} rules={rules} /></> : causeWords(loss)} <span class="soft">({loss.points.toFixed(1)})</span></>;
}

function GainRow({ gain: { points, title, reason, causes }, rules }: { gain: Gain; rules: RulesById }) {
  return (
    <li>
      <span class="figure good">+{points.toFixed(1)}</span>
      <div>
        <strong>{title}</strong>
        <p class="soft small">{reason}</p>
        {causes.length > 0 && <p class="small">{causes.slice(0, MOST_CAUSES).map((one, at) => <>{at > 0 && ', '}<Loss loss={one} rules={rules} /></>)}</p>}
      </div>
    </li>
  );
}
