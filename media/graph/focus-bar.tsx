/** What the graph was narrowed to, with the way back and the choices for it. */
import { useState } from 'preact/hooks';
import type { Focus } from '../../server/diagram/map/focus.ts';
import type { ReportBlock } from '../../server/protocol/report.ts';
import { Icon } from '../icon.tsx';
import { BlockSearch } from './block-search.tsx';

interface FocusBarProps {
  trail: readonly Focus[];
  blocks: readonly ReportBlock[];
  /** What is shown, in words. */
  words: string;
  /** Replaces the trail. */
  onTrail: (trail: Focus[]) => void;
}

const titleOf = (focus: Focus): string => (focus.kind === 'ways' ? `${focus.from} → ${focus.to}` : focus.direction === 'users' && focus.depth === 'all'
  ? `What breaks with ${focus.block}` : focus.block);

/** Breadcrumbs, direction, depth, and the search for ways to another block. */
export function FocusBar({ trail, blocks, words, onTrail }: FocusBarProps) {
  const focus = trail.at(-1);
  const [search, setSearch] = useState('');
  if (!focus) return null;
  const change = (next: Focus): void => onTrail([...trail.slice(0, -1), next]);
  const from = focus.kind === 'ways' ? focus.from : focus.block;
  return (
    <div class="focus-bar">
      <nav aria-label="Focus" class="crumbs">
        <button type="button" class="button button-icon" aria-label="Back" title="Back" onClick={() => onTrail(trail.slice(0, -1))}><Icon
          name="back" /></button>
        <ol>
          <li><button type="button" class="link" onClick={() => onTrail([])}>All blocks</button></li>
          {trail.map((one, at) => (
            <li key={at}>
              {at === trail.length - 1 ? <span aria-current="page">{titleOf(one)}</span> : <button type="button" class="link"
                onClick={() => onTrail(trail.slice(0, at + 1))}>{titleOf(one)}</button>}
            </li>
          ))}
        </ol>
      </nav>
      {focus.kind === 'around' && (
        <>
          <label class="picker">
            <span>Direction</span>
            <select class="select" value={focus.direction}
              onChange={(event) => change({ ...focus, direction: DIRECTIONS.find((one) => one === event.currentTarget.value) ?? 'both' })}>
              <option value="both">Both</option>
              <option value="users">What uses it</option>
              <option value="used">What it uses</option>
            </select>
          </label>
          <label class="picker">
            <span>Depth</span>
            <select class="select" value={String(focus.depth)}
              onChange={(event) => change({ ...focus, depth: DEPTHS.find((one) => String(one) === event.currentTarget.value) ?? 1 })}>
              <option value="1">1</option>
              <option value="2">2</option>
              <option value="all">All</option>
            </select>
          </label>
        </>
      )}
      <BlockSearch
        id="ways" label={`Ways from ${from} to`} placeholder={`Ways from ${from} to…`} blocks={blocks} value={search} onChange={setSearch}
        onFind={(to) => { setSearch(''); onTrail([...trail, { kind: 'ways', from, to }]); }}
      />
      <p class="muted" role="status">{words}</p>
    </div>
  );
}

const DIRECTIONS = ['both', 'users', 'used'] as const;
const DEPTHS = [1, 2, 'all'] as const;
