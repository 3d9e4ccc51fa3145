/** Chooses what the rows of the log are gathered by, and folds all groups or none. */
import type { LogGrouping } from '../../server/protocol/question.ts';
import { Icon } from '../icon.tsx';
import { GROUPINGS } from './columns.ts';

export function GroupMenu({ group, onChange }: { group: LogGrouping | null; onChange: (group: LogGrouping | null) => void }) {
  const fold = (folded: boolean): void => {
    if (group !== null) onChange({ ...group, folded, except: [] });
  };
  return (
    <span class="group-menu">
      <select
        class="select" aria-label="Group by" value={group?.by ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : { by: value, folded: false, except: [] })}
      >
        <option value="">No groups</option>
        {GROUPINGS.map(([key, title]) => <option key={key} value={key}>By {title.toLowerCase()}</option>)}
      </select>
      {group !== null && (
        <>
          <button type="button" class="button button-icon" aria-label="Fold all groups" title="Fold all groups" onClick={() => fold(true)}>
            <Icon name="collapse" />
          </button>
          <button type="button" class="button button-icon" aria-label="Unfold all groups" title="Unfold all groups" onClick={() => fold(false)}>
            <Icon name="expand" />
          </button>
        </>
      )}
    </span>
  );
}
