import type { FolderState } from '../../server/protocol/answers.ts';
import { counted, grouped } from '../../server/text/wording.ts';
import { Icon } from '../icon.tsx';
import { send } from '../vscode-api.ts';
import { FindingPages } from './finding-pages.tsx';

/** Places of a rule that are shown at first, and with each further page. */
const FEW = 5;
const MORE = 50;

interface BlockersProps {
  folder: FolderState;
  blockers: readonly { ruleId: string; count: number }[];
  /** How many findings each rule has. */
  rules: Readonly<Record<string, number>>;
  titles: ReadonlyMap<string, string>;
}

/** The findings that prevent approval whatever the score is, each with its place. */
export function Blockers({ folder, blockers, rules, titles }: BlockersProps) {
  if (blockers.length === 0) return null;
  const sum = blockers.reduce((total, { count }) => total + count, 0);
  return (
    <section class="blockers" aria-labelledby="blockers-title">
      <h2 id="blockers-title"><Icon name="stop" /> {counted(sum, 'finding')} {sum === 1 ? 'blocks' : 'block'} approval</h2>
      <ul class="plain-list">
        {blockers.map(({ ruleId, count }) => {
          const all = rules[ruleId] ?? count;
          return (
            <li key={ruleId}>
              <div class="blocker-row">
                <b>{titles.get(ruleId) ?? ruleId}</b>
                {titles.has(ruleId) && <code>{ruleId}</code>}
                <span>{all > count ? `${grouped(count)} of ${counted(all, 'finding')}` : counted(count, 'place')}</span>
                <button type="button" class="link" aria-label={`Explain ${ruleId}`} onClick={() => send({ type: 'explainRule', ruleId })}>Explain</button>
              </div>
              <FindingPages folder={folder} filter={{ rule: ruleId, blocker: true, baseline: false }} first={FEW} next={MORE} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
