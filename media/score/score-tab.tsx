/** The score: the total, the blockers, what brings back most, the dimensions and the findings. */
import { useMemo, useRef } from 'preact/hooks';
import { filesRead } from '../../server/digest/findings.ts';
import type { FolderState, ScorePart } from '../../server/protocol/answers.ts';
import { counted, grouped } from '../../server/text/wording.ts';
import { useAnswer } from '../answers.ts';
import { Waiting } from '../notice.tsx';
import type { ScoreState } from '../state.ts';
import { useRuleTitles } from '../rules.ts';
import { Blockers } from './blockers.tsx';
import { DimensionCard } from './dimension-card.tsx';
import { Findings } from './findings.tsx';
import { Gains } from './gains.tsx';
import { Total } from './total.tsx';

interface ScoreTabProps {
  folder: FolderState;
  state: ScoreState;
  onChange: (change: Partial<ScoreState>) => void;
}

/** The tab of the score: asks for what it shows. */
export function ScoreTab(props: ScoreTabProps) {
  const { answer, failure } = useAnswer(props.folder, { kind: 'score' });
  return answer === null ? <Waiting failure={failure} /> : <Score {...props} part={answer} />;
}

function Score({ folder, part, state, onChange }: ScoreTabProps & { part: ScorePart }) {
  const { score, gate, skipped, fresh, accepted } = part;
  const rules = useMemo(() => new Set(Object.keys(part.rules)), [part.rules]);
  const titles = useRuleTitles();
  const list = useRef<HTMLDivElement>(null);
  const show = (ruleId: string): void => {
    onChange({ search: ruleId, severity: 'all', group: 'rule', focus: { ...state.focus, since: 'all' }, open: [ruleId] });
    list.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div class="score-tab">
      <Total score={score} gate={gate} counts={fresh} accepted={accepted} />
      <Blockers folder={folder} blockers={score.blockers} rules={part.rules} titles={titles} />
      <Gains score={score} rules={rules} titles={titles} onShow={show} />
      {skipped.count > 0 && (
        <details class="skipped">
          <summary>{counted(skipped.count, 'file')} could not be read and did not count in this score</summary>
          <ul class="plain-list">
            {skipped.first.map(({ path, reason }) => <li key={path}><code>{path}</code> <span class="muted">{reason}</span></li>)}
            {skipped.count > skipped.first.length && <li class="muted">and {grouped(skipped.count - skipped.first.length)} more, which the report names</li>}
          </ul>
        </details>
      )}
      <section aria-labelledby="dimensions-title">
        <h2 id="dimensions-title">Dimensions</h2>
        <div class="dimensions">
          {score.dimensions.map((dimension) => <DimensionCard key={dimension.id} dimension={dimension} rules={rules} onShow={show} />)}
        </div>
        {score.dimensions.length === 0 && <p class="muted">No dimension applies to this folder.</p>}
      </section>
      <div ref={list}>
        <Findings
          folder={folder} count={fresh.error + fresh.warning + fresh.info + accepted} isEmpty={filesRead(part) === 0} titles={titles}
          state={state} onChange={onChange}
        />
      </div>
    </div>
  );
}
