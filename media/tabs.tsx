/** The three tabs, following the WAI-ARIA pattern: arrow keys, Home and End move; one tab is in the tab order. */
import type { PanelTab } from '../server/protocol/panel.ts';
import { Icon } from './icon.tsx';

const TABS: readonly { id: PanelTab; title: string; icon: 'graph' | 'gauge' | 'history' }[] = [
  { id: 'graph', title: 'Graph', icon: 'graph' },
  { id: 'score', title: 'Score', icon: 'gauge' },
  { id: 'log', title: 'Log', icon: 'history' },
];

/** Attributes of the tab panel. */
export function tabPanelProps(tab: PanelTab): { id: string; role: 'tabpanel'; 'aria-labelledby': string } {
  return { id: 'panel', role: 'tabpanel', 'aria-labelledby': `tab-${tab}` };
}

/** The row of tabs; the tab of the score shows the grade. */
export function TabList({ tab, onChange, grade }: { tab: PanelTab; onChange: (tab: PanelTab) => void; grade: string | null }) {
  const move = (event: KeyboardEvent): void => {
    const at = TABS.findIndex((one) => one.id === tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = TABS[(to + TABS.length) % TABS.length];
    if (!next) return;
    onChange(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Views" onKeyDown={move}>
      {TABS.map(({ id, title, icon }) => (
        <button
          key={id} id={`tab-${id}`} type="button" role="tab" class="tab"
          aria-selected={id === tab} aria-controls="panel" tabIndex={id === tab ? 0 : -1} onClick={() => onChange(id)}
        >
          <Icon name={icon} />
          {title}
          {id === 'score' && grade !== null && <vscode-badge class="tab-badge">{grade}</vscode-badge>}
        </button>
      ))}
    </div>
  );
}
