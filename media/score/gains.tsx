import { causeWords, criterionTitle, gains, pointsText, unmeasuredIn } from '../../server/digest/score.ts';
import type { ReportLoss, ReportScore } from '../../server/protocol/report.ts';
import { grouped } from '../../server/text/wording.ts';

interface GainsProps {
  score: ReportScore;
  /** Rules with findings in the list below, which can be shown. */
  rules: ReadonlySet<string>;
  titles: ReadonlyMap<string, string>;
  onShow: (ruleId: string) => void;
}

const MOST_GAINS = 6;
const MOST_CAUSES = 3;

/** Where most points can be gained, largest first, and what would have to be measured. */
export function Gains({ score, rules, titles, onShow }: GainsProps) {
  const all = gains(score);
  const missing = unmeasuredIn(score.dimensions);
  if (all.length === 0 && missing.length === 0) return null;
  return (
    <section aria-labelledby="gains-title">
      <h2 id="gains-title">What brings back most</h2>
      <ol class="gains">
        {all.slice(0, MOST_GAINS).map(({ criterion, title, points, reason, causes }) => (
          <li key={criterion} class="gain">
            <span class="gain-points">+{pointsText(points)}</span>
            <div>
              <b>{title}</b>
              <p class="muted">{reason}</p>
              {causes.length > 0 && (
                <ul class="losses" aria-label={`What takes points from ${title}`}>
                  {causes.slice(0, MOST_CAUSES).map((loss) => (
                    <li key={loss.cause}>
                      <span class="loss-points">{pointsText(loss.points)}</span>{' '}
                      {rules.has(loss.cause) ? (
                        <button type="button" class="link" onClick={() => onShow(loss.cause)}>{wordsOf(loss, titles)}</button>
                      ) : wordsOf(loss, titles)}
                    </li>
                  ))}
                  {causes.length > MOST_CAUSES && <li class="muted">and {causes.length - MOST_CAUSES} smaller ones, in the cards below</li>}
                </ul>
              )}
            </div>
          </li>
        ))}
        {missing.map(({ id, reason }) => (
          <li key={id} class="gain gain-unmeasured">
            <span class="gain-points">?</span>
            <div>
              <b>{criterionTitle(id)}</b> <span class="chip chip-unmeasured">not measured</span>
              <p class="muted">{reason}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The title of a rule says more than its id. */
function wordsOf(loss: ReportLoss, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(loss.cause);
  return title === undefined ? causeWords(loss) : `${loss.count > 0 ? `${grouped(loss.count)} × ` : ''}${title}`;
}
