import { gateWords } from '../../server/digest/gate.ts';
import { severityWords, type SeverityCounts } from '../../server/digest/findings.ts';
import { APPROVAL, advice, approvalConditions, measuredWords, pointsText, toneOfTotal } from '../../server/digest/score.ts';
import type { GateResult } from '../../server/protocol/gates.ts';
import type { ReportScore } from '../../server/protocol/report.ts';
import { grouped } from '../../server/text/wording.ts';
import { Icon } from '../icon.tsx';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

interface TotalProps {
  score: ReportScore;
  gate: GateResult | undefined;
  counts: SeverityCounts;
  /** Findings in the baseline. */
  accepted: number;
}

/** The grade in a ring, the total, and the verdict. */
export function Total({ score, gate, counts, accepted }: TotalProps) {
  const { total, grade, approved } = score;
  const level = total === null ? 'none' : toneOfTotal(total);
  return (
    <section class={`total total-${level}`} aria-label="Total score">
      <svg class="ring" viewBox="0 0 120 120" width="128" height="128" aria-hidden="true">
        <circle class="ring-track" cx="60" cy="60" r={RADIUS} />
        {total !== null && (
          <circle class="ring-value" cx="60" cy="60" r={RADIUS} stroke-dasharray={`${(ROUND * total) / 100} ${ROUND}`} transform="rotate(-90 60 60)" />
        )}
        {total !== null && <path class="ring-bar" d="M60 3v10" transform={`rotate(${(360 * APPROVAL.points) / 100} 60 60)`} />}
        <text x="60" y="62" text-anchor="middle" dominant-baseline="central">{grade ?? '–'}</text>
      </svg>
      <div class="total-words">
        <p class="total-number">
          {total === null ? <span class="total-none">Not measured</span> : <><strong>{pointsText(total)}</strong> <span>of 100</span></>}
          {grade !== null && <span class="for-screen-readers">, grade {grade}</span>}
        </p>
        <p class={approved ? 'verdict verdict-good' : 'verdict'}>
          <Icon name={approved ? 'check' : total === null ? 'info' : 'stop'} />
          {approved ? 'Approved' : total === null ? 'No score yet' : 'Not approved'}
          <span class="muted">approval needs {APPROVAL.words}</span>
        </p>
        <ul class="conditions" aria-label="Conditions for approval">
          {approvalConditions(score).map(({ met, words }) => (
            <li key={words} class={met ? 'condition-met' : 'condition-open'}>
              <Icon name={met ? 'check' : 'close'} /><span class="for-screen-readers">{met ? 'met: ' : 'not met: '}</span>{words}
            </li>
          ))}
        </ul>
        {gate !== undefined && (
          <p class={gate.passed ? 'gate gate-passed' : 'gate'}><Icon name={gate.passed ? 'check' : 'stop'} /><span>Gate {gateWords(gate)}</span></p>
        )}
        <p class="total-action">{advice(score, gate)}</p>
        {total !== null && <p class="muted">{measuredWords(score)}.</p>}
        <p class="muted">{severityWords(counts)}{accepted > 0 && `, and ${grouped(accepted)} in the baseline`}</p>
      </div>
    </section>
  );
}
