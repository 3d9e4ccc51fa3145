import { criterionTitle, dimensionTitle, pointsText, toneOfShare } from '../../server/digest/score.ts';
import type { ReportCriterion, ReportDimension } from '../../server/protocol/report.ts';

/** A dimension: its bar, and its criteria with the reasons for their points. */
export function DimensionCard({ dimension }: { dimension: ReportDimension }) {
  const name = dimensionTitle(dimension.id);
  const measured = dimension.criteria.some((criterion) => criterion.measured);
  return (
    <article class="card" aria-label={name}>
      <header class="card-head">
        <h3>{name}</h3>
        <span class="card-points">{measured ? <><strong>{pointsText(dimension.points)}</strong> / {pointsText(dimension.max)}</> : 'not measured'}</span>
      </header>
      <Bar value={dimension.points} max={dimension.max} measured={measured} tall />
      <ul class="criteria">
        {dimension.criteria.map((criterion) => <Criterion key={criterion.id} criterion={criterion} />)}
      </ul>
    </article>
  );
}

function Criterion({ criterion }: { criterion: ReportCriterion }) {
  const { id, measured, max, reason } = criterion;
  return (
    <li class={measured ? 'criterion' : 'criterion criterion-unmeasured'}>
      <div class="criterion-head">
        <span>{criterionTitle(id)}</span>
        {measured ? <span class="criterion-points">{pointsText(criterion.points)} / {pointsText(max)}</span> : <span class="chip chip-unmeasured">not measured</span>}
      </div>
      <Bar value={criterion.points} max={max} measured={measured} />
      <p>{reason}</p>
    </li>
  );
}

/** A bar that shows the numbers beside it in colour; hatched where nothing was measured. */
function Bar({ value, max, measured, tall = false }: { value: number; max: number; measured: boolean; tall?: boolean }) {
  const share = max > 0 ? Math.max(0, Math.min(1, value / max)) : 0;
  return (
    <div class={`bar${tall ? ' bar-tall' : ''}${measured ? '' : ' bar-unmeasured'}`} aria-hidden="true">
      {measured && <div class={`bar-value bar-${toneOfShare(share)}`} style={{ width: `${share * 100}%` }} />}
    </div>
  );
}
