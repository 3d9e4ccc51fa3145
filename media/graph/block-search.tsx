/** Finds a block by name: a combobox following the WAI-ARIA pattern. */
import { useState } from 'preact/hooks';
import type { ReportBlock } from '../../server/protocol/report.ts';
import { counted } from '../../server/text/wording.ts';
import { Icon } from '../icon.tsx';

const MOST = 12;

/** Blocks whose name or folder contains `query`; those whose name starts with it come first. */
export function matchBlocks(blocks: readonly ReportBlock[], query: string): ReportBlock[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const rank = (block: ReportBlock): number => {
    const name = block.id.toLowerCase();
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(wanted)) return 2;
    return block.paths.some((path) => path.toLowerCase().includes(wanted)) ? 3 : 4;
  };
  return blocks
    .map((block) => ({ block, place: rank(block) }))
    .filter(({ place }) => place < 4)
    .sort((a, b) => a.place - b.place || a.block.id.localeCompare(b.block.id))
    .map(({ block }) => block);
}

interface BlockSearchProps {
  /** Tells one search box of the page from another. */
  id?: string;
  label?: string;
  placeholder?: string;
  blocks: readonly ReportBlock[];
  value: string;
  onChange: (value: string) => void;
  onFind: (block: string) => void;
}

/** The search box. */
export function BlockSearch({ id = 'blocks', label = 'Find a block', placeholder, blocks, value, onChange, onFind }: BlockSearchProps) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = matchBlocks(blocks, value);
  const shown = found.slice(0, MOST);
  const listed = open && value.trim() !== '';
  const take = (block: ReportBlock | undefined): void => {
    if (!block) return;
    setOpen(false);
    onFind(block.id);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (shown.length > 0) setAt((at + step + shown.length) % shown.length);
    } else if (event.key === 'Enter') take(shown[at]);
    else if (event.key === 'Escape') {
      if (listed) setOpen(false);
      else onChange('');
    }
  };
  return (
    <div class="search" onFocusOut={() => setOpen(false)}>
      <Icon name="search" />
      <input
        class="input"
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={placeholder ?? `Search ${counted(blocks.length, 'block')}`}
        aria-expanded={listed}
        aria-controls={`found-${id}`}
        aria-autocomplete="list"
        aria-activedescendant={listed && shown.length > 0 ? `found-${id}-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => { onChange(event.currentTarget.value); setAt(0); setOpen(true); }}
        onKeyDown={keyDown}
      />
      <ul id={`found-${id}`} role="listbox" aria-label="Blocks found" class="found" hidden={!listed || shown.length === 0}>
        {shown.map((block, index) => (
          <li
            key={block.id} id={`found-${id}-${index}`} role="option" aria-selected={index === at}
            onPointerDown={(event) => { event.preventDefault(); take(block); }}
          >
            <span>{block.id}</span>
            <small>{block.layer ?? block.paths[0] ?? ''}</small>
          </li>
        ))}
      </ul>
      <span class="for-screen-readers" role="status">{listed ? `${found.length} found` : ''}</span>
      {listed && shown.length === 0 && <p class="found found-none">No matching block.</p>}
      {listed && found.length > MOST && <span class="found-more">{found.length} found</span>}
    </div>
  );
}
