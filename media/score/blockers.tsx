import { counted } from '../../server/text/wording.ts';
import { send } from '../host.ts';
import { Icon } from '../icon.tsx';

/** What stops approval whatever the score is; nothing when there is no blocker. */
export function Blockers({ blockers }: { blockers: readonly { ruleId: string; count: number }[] }) {
  if (blockers.length === 0) return null;
  return (
    <section class="blockers" aria-labelledby="blockers-title">
      <h2 id="blockers-title"><Icon name="stop" /> {blockers.length === 1 ? 'One blocker stops' : `${blockers.length} blockers stop`} approval</h2>
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
