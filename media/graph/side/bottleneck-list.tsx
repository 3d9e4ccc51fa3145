/** Bottlenecks in words: the list of all, and what passes through one block. */
import type { Bottlenecks, FolderState } from '../../../server/protocol/answers.ts';
import { useAnswer } from '../../answers.ts';
import { Loading } from '../../notice.tsx';
import { estimateWords, loadSentences } from '../bottlenecks.ts';

/** All of them, each with why. */
export function BottleneckList({ found, onChoose }: { found: Bottlenecks; onChoose: (block: string) => void }) {
  const estimate = estimateWords(found);
  return (
    <>
      <h3>Bottlenecks <span class="count">{found.blocks.length}</span></h3>
      {found.blocks.length === 0 && <p class="muted">None: no block stands out among the ways between the others.</p>}
      <ul class="plain-list">
        {found.blocks.map((load) => (
          <li key={load.block} class="bottleneck">
            <button type="button" class="link" onClick={() => onChoose(load.block)}>{load.block}</button>
            <small class="muted">{loadSentences(load, found).slice(0, 2).join(' ')}</small>
          </li>
        ))}
      </ul>
      {estimate !== null && <p class="muted">{estimate}</p>}
    </>
  );
}

/** What passes through a block, whether it is a bottleneck or not. */
export function Load({ folder, block }: { folder: FolderState; block: string }) {
  const { answer, failure } = useAnswer(folder, { kind: 'bottlenecks', block });
  const load = answer?.blocks.find((one) => one.block === block);
  if (answer === null) return <Loading failure={failure} />;
  if (load === undefined) return null;
  const estimate = estimateWords(answer);
  return (
    <>
      <h3>{load.reasons.length > 0 ? 'A bottleneck' : 'What passes through'}</h3>
      <p>{[...loadSentences(load, answer), ...(estimate === null ? [] : [estimate])].join(' ')}</p>
    </>
  );
}
