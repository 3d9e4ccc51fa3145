/** The score: the total, the blockers, what brings back most, the dimensions and the findings. */
import { useMemo, useRef } from 'preact/hooks';
import { filesRead, freshOf, severityCounts } from '../../server/digest/findings.ts';
import type { JsonReport } from '../../server/protocol/report.ts';
import { counted } from '../../server/text/wording.ts';
import type { ScoreState } from '../state.ts';
import { useRuleTitles } from '../rules.ts';
import { Blockers } from './blockers.tsx';
import { DimensionCard } from './dimension-card.tsx';
import { Findings } from './findings.tsx';
import { Gains } from './gains.tsx';
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
  const titles = useRuleTitles();
  const list = useRef<HTMLDivElement>(null);
  const show = (ruleId: string): void => {
    onChange({ search: ruleId, severity: 'all', group: 'rule', open: [ruleId] });
    list.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div class="score-tab">
      <Total score={score} gate={report.gate} counts={severityCounts(freshOf(findings))} accepted={findings.length - freshOf(findings).length} />
      <Blockers folder={folder} blockers={score.blockers} findings={findings} titles={titles} />
      <Gains score={score} rules={rules} titles={titles} onShow={show} />
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
        <Findings folder={folder} findings={findings} isEmpty={filesRead(report) === 0} titles={titles} state={state} onChange={onChange} />
      </div>
    </div>
  );
}
