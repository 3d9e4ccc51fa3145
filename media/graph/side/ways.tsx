/** The blocks that a focus reaches, each with the way to it. */
import { useState } from 'preact/hooks';
import { focusWords, type Focus, type FocusPicture } from '../../../server/diagram/map/focus.ts';
import { blockKey } from '../../../server/diagram/map/plan.ts';
import type { ChosenEdge } from '../../state.ts';

interface WaysProps {
  focus: Focus;
  about: FocusPicture;
  onChoose: (block: string) => void;
  onEdge: (edge: ChosenEdge) => void;
  onClose: () => void;
}

const PAGE = 40;

/** A list of ways, from user to used; each arrow opens its imports. */
export function Ways({ focus, about, onChoose, onEdge }: WaysProps) {
  const [most, setMost] = useState(PAGE);
  const title = focus.kind === 'ways' ? `From ${focus.from} to ${focus.to}` : focus.direction === 'users' ? `What breaks with ${focus.block}?`
    : `Around ${focus.block}`;
  return (
    <div class="details">
      <h2>{title}</h2>
      <p>{focusWords(focus, about)}</p>
      <ol class="ways">
        {about.ways.slice(0, most).map((way) => (
          <li key={way.join('→')}>
            {way.map((id, at) => (
              <span key={id}>
                <button type="button" class="link" onClick={() => onChoose(id)}>{id}</button>
                {at < way.length - 1 && (
                  <button
                    type="button" class="way-arrow" aria-label={`Imports from ${id} to ${way[at + 1]}`} title="Its imports"
                    onClick={() => onEdge({ from: blockKey(id), to: blockKey(way[at + 1] ?? '') })}
                  >
                    →
                  </button>
                )}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {about.ways.length > most && <button type="button" class="button" onClick={() => setMost(most + PAGE)}>Show more of {about.ways.length}</button>}
    </div>
  );
}
