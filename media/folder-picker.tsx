import type { PanelFolder } from '../server/protocol/panel.ts';

/** Chooses the workspace folder that the page shows. */
export function FolderPicker({ folders, chosen, onChange }: { folders: readonly PanelFolder[]; chosen: string; onChange: (key: string) => void }) {
  return (
    <label class="picker">
      <span>Folder</span>
      <select class="select" value={chosen} onChange={(event) => onChange(event.currentTarget.value)}>
        {folders.map((folder) => (
          <option key={folder.key} value={folder.key}>
            {folder.name}
            {folder.problem !== null ? ' (problem)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
