import { causeWords, criterionTitle, dimensionTitle, measuredMax, pointsText, toneOfShare, withoutPoints } from '../../server/digest/score.ts';
import type { ReportCriterion, ReportDimension } from '../../server/protocol/report.ts';

/** Shows the findings of a rule. */
type ShowRule = (ruleId: string) => void;

interface DimensionCardProps {
  dimension: ReportDimension;
  /** Rules with findings in the list below, which can be shown. */
  rules: ReadonlySet<string>;
  onShow: ShowRule;
}

/** A dimension: its bar, and its criteria with the reasons for their points and what took the others. */
export function DimensionCard({ dimension, rules, onShow }: DimensionCardProps) {
  const name = dimensionTitle(dimension.id);
  const most = measuredMax(dimension);
  return (
    <article class="card" aria-label={name}>
      <header class="card-head">
        <h3>{name}</h3>
        <span class="card-points">{most > 0 ? <><strong>{pointsText(dimension.points)}</strong> / {pointsText(most)}</> : withoutPoints(dimension)}</span>
      </header>
      <Bar value={dimension.points} max={most} measured={most > 0} tall />
      <ul class="criteria">
        {dimension.criteria.map((criterion) => <Criterion key={criterion.id} criterion={criterion} rules={rules} onShow={onShow} />)}
      </ul>
    </article>
  );
}

function Criterion({ criterion, rules, onShow }: { criterion: ReportCriterion; rules: ReadonlySet<string>; onShow: ShowRule }) {
  const { id, measured, max, reason, lost } = criterion;
  return (
    <li class={measured ? 'criterion' : 'criterion criterion-unmeasured'}>
      <div class="criterion-head">
        <span>{criterionTitle(id)}</span>
        {measured ? (
          <span class="criterion-points">
            {pointsText(criterion.points)} / {pointsText(max)}
          </span>
        ) : (
          <span class="chip chip-unmeasured">{withoutPoints(criterion)}</span>
        )}
      </div>
      <Bar value={criterion.points} max={max} measured={measured} />
      <p>{reason}</p>
      {lost.length > 0 && (
        <ul class="losses" aria-label={`What took points from ${criterionTitle(id)}`}>
          {lost.map((loss) => (
            <li key={loss.cause}>
              <span class="loss-points">−{pointsText(loss.points)}</span>{' '}
              {rules.has(loss.cause) ? (
                <button type="button" class="link" onClick={() => onShow(loss.cause)}>
                  {causeWords(loss)}
                </button>
              ) : (
                causeWords(loss)
              )}
            </li>
          ))}
        </ul>
      )}
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
