/** What passes along one edge, by name; each name opens the first import of it. */
import { useState } from 'preact/hooks';
import type { EdgeFlow, FlowName, FolderState } from '../../../server/protocol/answers.ts';
import { useAnswer } from '../../answers.ts';
import { send } from '../../vscode-api.ts';

const LISTS: readonly [keyof Omit<EdgeFlow, 'from' | 'to'>, string, (name: string) => string][] = [
  ['types', 'Types', (name) => name], ['values', 'Values', (name) => name], ['calls', 'Calls', (name) => `${name}()`], ['makes', 'Makes', (name) => name],
];
const SHORT = 6;

/** Types and values first, then calls. Nothing where nothing is known to pass. */
export function Flow({ folder, from, to }: { folder: FolderState; from: string; to: string }) {
  const { answer } = useAnswer(folder, { kind: 'flows', edges: [[from, to]] });
  const flow = answer?.find((one) => one.from === from && one.to === to);
  if (flow === undefined || LISTS.every(([list]) => flow[list].length === 0)) return null;
  return (
    <>
      <h3>What passes</h3>
      <dl class="flow">
        {LISTS.filter(([list]) => flow[list].length > 0).map(([list, title, write]) => (
          <div key={list}>
            <dt>{title}</dt>
            <dd><Names folder={folder.key} names={flow[list]} write={write} /></dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Names({ folder, names, write }: { folder: string; names: readonly FlowName[]; write: (name: string) => string }) {
  const [all, setAll] = useState(false);
  return (
    <span class="names">
      {names.slice(0, all ? undefined : SHORT).map(({ name, count, path, range }) => (
        <button key={name} type="button" class="link" title={`${path}:${range.start.line}${count > 1 ? `, in ${count} imports` : ''}`}
          onClick={() => send({ type: 'openFile', folder, path, range })}>{write(name)}</button>
      ))}
      {names.length > SHORT && !all && <button type="button" class="link link-quiet" onClick={() => setAll(true)}>and {names.length - SHORT} more</button>}
    </span>
  );
}
