import type { FolderState } from '../server/protocol/answers.ts';
import { shortHash } from '../server/text/short-hash.ts';
import { useAnswer } from './answers.ts';

/** In the head of the page: which project is shown, as of which day and commit. */
export function Origin({ folder }: { folder: FolderState }) {
  const { answer } = useAnswer(folder, { kind: 'origin' });
  if (answer === null) return null;
  const { project, day, commit } = answer;
  const parts = [project, ...(commit === null ? [] : [
    ...(commit.branch === null ? [] : [commit.branch]), `${shortHash(commit.hash)}${commit.changed ? ' with uncommitted changes' : ''}`,
  ]), day];
  return (
    <p class="page-origin" title={parts.join(' · ')}>
      {parts.map((part, at) => <span key={at}>{part}</span>)}
    </p>
  );
}
