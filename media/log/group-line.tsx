/** The header of a group of rows: what they have in common, how many there are, what they come to. */
import type { LogGroup } from '../../server/protocol/answers.ts';
import { counted, grouped } from '../../server/text/wording.ts';
import { Icon } from '../icon.tsx';
import { workTime } from './columns.ts';

/** @param title of what the rows are gathered by */
export function GroupLine({ group, title }: { group: LogGroup; title: string }) {
  return (
    <span class="group-words">
      <Icon name={group.folded ? 'right' : 'down'} />
      <b class="group-name">{group.value === '' ? `No ${title.toLowerCase()}` : group.value}</b>
      <span class="muted">{sumsOf(group).join(' · ')}</span>
    </span>
  );
}

function sumsOf({ issues, reviews, points, pointsDone, spent }: LogGroup): string[] {
  return [
    ...(issues > 0 ? [counted(issues, 'issue')] : []),
    ...(reviews > 0 ? [counted(reviews, 'review')] : []),
    ...(points !== null ? [`${counted(points, 'point')}${pointsDone !== null && pointsDone > 0 ? `, ${grouped(pointsDone)} done` : ''}`] : []),
    ...(spent !== null ? [`${workTime(spent)} spent`] : []),
  ];
}
