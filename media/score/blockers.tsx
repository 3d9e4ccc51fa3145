import { useState } from 'preact/hooks';
import { groupFindings } from '../../server/digest/findings.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { counted, grouped } from '../../server/text/wording.ts';
import { FindingLink } from '../finding-link.tsx';
import { Icon } from '../icon.tsx';
import { send } from '../vscode-api.ts';

/** Places of a rule that are shown at once. */
const FEW = 5;

interface BlockersProps {
  folder: string;
  blockers: readonly { ruleId: string; count: number }[];
  findings: readonly ReportFinding[];
  titles: ReadonlyMap<string, string>;
}

/** The findings that prevent approval whatever the score is, each with its place. */
export function Blockers({ folder, blockers, findings, titles }: BlockersProps) {
  if (blockers.length === 0) return null;
  const sum = blockers.reduce((total, { count }) => total + count, 0);
  const groups = new Map(groupFindings(findings, 'rule').map((group) => [group.id, group]));
  return (
    <section class="blockers" aria-labelledby="blockers-title">
      <h2 id="blockers-title"><Icon name="stop" /> {counted(sum, 'finding')} {sum === 1 ? 'blocks' : 'block'} approval</h2>
      <ul class="plain-list">
        {blockers.map(({ ruleId, count }) => {
          const all = groups.get(ruleId)?.findings ?? [];
          return (
            <li key={ruleId}>
              <div class="blocker-row">
                <b>{titles.get(ruleId) ?? ruleId}</b>
                {titles.has(ruleId) && <code>{ruleId}</code>}
                <span>{all.length > count ? `${grouped(count)} of ${counted(all.length, 'finding')}` : counted(count, 'place')}</span>
                <button type="button" class="link" aria-label={`Explain ${ruleId}`} onClick={() => send({ type: 'explainRule', ruleId })}>Explain</button>
              </div>
              <Places folder={folder} findings={all.filter(({ blocker, baseline }) => blocker && !baseline)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Places({ folder, findings }: { folder: string; findings: readonly ReportFinding[] }) {
  const [most, setMost] = useState(FEW);
  return (
    <>
      <ul class="finding-list">
        {findings.slice(0, most).map((finding) => <li key={finding.fingerprint}><FindingLink folder={folder} finding={finding} /></li>)}
      </ul>
      {findings.length > most && <button type="button" class="button" onClick={() => setMost(most + 50)}>Show more of {grouped(findings.length)}</button>}
    </>
  );
}
