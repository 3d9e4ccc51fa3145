/** The imports behind an edge: asked for when they are looked at, because a large project has many thousands. */
import { useEffect, useState } from 'preact/hooks';
import type { BlockImport } from '../../../server/protocol/panel.ts';
import { counted } from '../../../server/text/wording.ts';
import { listen, send } from '../../vscode-api.ts';

/** Shown at once; more on demand. */
const PAGE = 50;

/** The import statements from one block to another; each opens in the editor. */
export function Imports({ folder, from, to, version }: { folder: string; from: string; to: string; version: unknown }) {
  const [imports, setImports] = useState<BlockImport[] | null>(null);
  const [most, setMost] = useState(PAGE);
  useEffect(() => {
    const stop = listen((message) => {
      if (message.type === 'imports' && message.folder === folder && message.from === from && message.to === to) setImports(message.imports);
    });
    send({ type: 'imports', folder, from, to });
    return stop;
  }, [folder, from, to, version]);
  if (imports === null) return <p class="muted" role="status">Looking up the imports…</p>;
  if (imports.length === 0) return <p class="muted">The latest review has no such import.</p>;
  return (
    <>
      <ul class="finding-list" aria-label={`Imports from ${from} to ${to}`}>
        {imports.slice(0, most).map(({ path, range, to: target, names, typeOnly }) => (
          <li key={`${path}:${range.start.line}:${range.start.column}`}>
            <button type="button" class="finding" onClick={() => send({ type: 'openFile', folder, path, range })}>
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
