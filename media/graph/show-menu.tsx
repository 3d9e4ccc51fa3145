/** Which arrows the picture shows, and switches for what it shows besides blocks and arrows. */
import { EDGE_FILTERS, type EdgeFilter } from '../../server/diagram/map/filter.ts';
import { Icon } from '../icon.tsx';
import { EXTRAS, type Extra, type GraphState } from '../state.ts';

const FILTERS: Record<EdgeFilter, string> = {
  auto: 'As many as are legible', all: 'All', problems: 'Cycles and not allowed', cycles: 'Cycles', violations: 'Not allowed', selection: 'Of the selection',
};

const WORDS: Record<Extra, { name: string; meaning: string }> = {
  data: { name: 'Data flow', meaning: 'Types and values that pass along an arrow' },
  calls: { name: 'Control flow', meaning: 'Who calls whom, and makes objects of it' },
  critical: { name: 'Critical path', meaning: 'The longest chain of blocks that use each other' },
  bottlenecks: { name: 'Bottlenecks', meaning: 'Blocks that much passes through' },
};

/** A button that opens the choices. */
export function ShowMenu({ state, onChange }: { state: GraphState; onChange: (change: Partial<GraphState>) => void }) {
  const { picture, trail, edges, shown } = state;
  const toggle = (extra: Extra): void => onChange({ shown: EXTRAS.filter((one) => (one === extra) !== shown.includes(one)) });
  return (
    <details class="menu" onKeyDown={(event) => { if (event.key === 'Escape') close(event.currentTarget); }}>
      <summary class="button"><Icon name="layers" /> Show</summary>
      <div class="menu-items show-menu" role="group" aria-label="Show in the picture">
        {picture === 'map' && trail.length === 0 && (
          <label class="picker">
            <span>Arrows</span>
            <select class="select" value={edges}
              onChange={(event) => onChange({ edges: EDGE_FILTERS.find((one) => one === event.currentTarget.value) ?? 'auto' })}>
              {EDGE_FILTERS.map((filter) => <option key={filter} value={filter}>{FILTERS[filter]}</option>)}
            </select>
          </label>
        )}
        {EXTRAS.map((extra) => (
          <label key={extra} class="check">
            <input type="checkbox" checked={shown.includes(extra)} aria-describedby={`show-${extra}`} onChange={() => toggle(extra)} />
            <span>{WORDS[extra].name}<small id={`show-${extra}`}>{WORDS[extra].meaning}</small></span>
          </label>
        ))}
      </div>
    </details>
  );
}

/** The keyboard goes back to where it came from. */
function close(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
