/** The imports behind an edge: asked for when they are looked at, because a large project has many thousands. */
import { useState } from 'preact/hooks';
import type { FolderState } from '../../../server/protocol/answers.ts';
import { counted } from '../../../server/text/wording.ts';
import { useAnswer } from '../../answers.ts';
import { Loading } from '../../notice.tsx';
import { send } from '../../vscode-api.ts';

/** Shown at once; more on demand. */
const PAGE = 50;

/** The import statements from one block to another; each opens in the editor. */
export function Imports({ folder, from, to }: { folder: FolderState; from: string; to: string }) {
  const { answer: imports, failure } = useAnswer(folder, { kind: 'imports', from, to });
  const [most, setMost] = useState(PAGE);
  if (imports === null) return <Loading failure={failure} />;
  if (imports.length === 0) return <p class="muted">The latest review has no such import.</p>;
  return (
    <>
      <ul class="finding-list" aria-label={`Imports from ${from} to ${to}`}>
        {imports.slice(0, most).map(({ path, range, to: target, names, typeOnly }) => (
          <li key={`${path}:${range.start.line}:${range.start.column}`}>
            <button type="button" class="finding" onClick={() => send({ type: 'openFile', folder: folder.key, path, range })}>
              <span class="finding-words">
                <span>{path}:{range.start.line}</span>
                <small>{names.length > 0 ? `${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''} from `
                  : ''}{target}{typeOnly && ' · types only'}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {imports.length > most && <button type="button" class="button"
        onClick={() => setMost(most + PAGE)}>Show more of {counted(imports.length, 'import')}</button>}
    </>
  );
}
