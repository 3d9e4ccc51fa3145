/** The score: the total, the blockers, the dimensions and the findings. */
import { useMemo, useRef } from 'preact/hooks';
import { filesRead } from '../../server/digest/findings.ts';
import type { JsonReport } from '../../server/protocol/report.ts';
import { counted } from '../../server/text/wording.ts';
import { Icon } from '../icon.tsx';
import type { ScoreState } from '../state.ts';
import { send } from '../vscode-api.ts';
import { DimensionCard } from './dimension-card.tsx';
import { Findings } from './findings.tsx';
import { Total } from './total.tsx';

interface ScoreTabProps {
  /** Key of the folder. */
  folder: string;
  report: JsonReport;
  state: ScoreState;
  onChange: (change: Partial<ScoreState>) => void;
}

/** The tab of the score. */
export function ScoreTab({ folder, report, state, onChange }: ScoreTabProps) {
  const { score, findings, files } = report;
  const rules = useMemo(() => new Set(findings.map(({ ruleId }) => ruleId)), [findings]);
  const list = useRef<HTMLDivElement>(null);
  const show = (ruleId: string): void => {
    onChange({ search: ruleId, severity: 'all', open: [ruleId] });
    list.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div class="score-tab">
      <Total score={score} />
      <Blockers blockers={score.blockers} />
      {files.skipped.length > 0 && (
        <details class="skipped">
          <summary>{counted(files.skipped.length, 'file')} could not be read and did not count in this score</summary>
          <ul class="plain-list">
            {files.skipped.map(({ path, reason }) => <li key={path}><code>{path}</code> <span class="muted">{reason}</span></li>)}
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
        <Findings folder={folder} findings={findings} isEmpty={filesRead(report) === 0} state={state} onChange={onChange} />
      </div>
    </div>
  );
}

/** The blockers, which prevent approval whatever the score is. */
function Blockers({ blockers }: { blockers: readonly { ruleId: string; count: number }[] }) {
  if (blockers.length === 0) return null;
  return (
    <section class="blockers" aria-labelledby="blockers-title">
      <h2 id="blockers-title"><Icon name="stop" /> {blockers.length === 1 ? 'One blocker prevents' : `${blockers.length} blockers prevent`} approval</h2>
      <ul class="plain-list">
        {blockers.map(({ ruleId, count }) => (
          <li key={ruleId} class="blocker-row">
            <code>{ruleId}</code>
            <span>{counted(count, 'place')}</span>
            <button type="button" class="link" aria-label={`Explain ${ruleId}`} onClick={() => send({ type: 'explainRule', ruleId })}>Explain</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
