/** Limits the findings to new code: since the branch left the default branch, since a commit, or since a day. */
import { useEffect, useState } from 'preact/hooks';
import type { NewCodeWords } from '../../server/protocol/answers.ts';
import type { Since } from '../../server/protocol/question.ts';
import { addDays, localCalendar } from '../../server/text/calendar.ts';
import { Icon } from '../icon.tsx';
import type { FocusState } from '../state.ts';

const CHOICES: Record<FocusState['since'], string> = {
  all: 'All code', base: 'New since the base branch', commit: 'New since a commit', day: 'New since a day',
};
const SINCES = Object.keys(CHOICES) as FocusState['since'][];
/** Days that a first look at new code goes back. */
const WEEK = 7;

/** What the findings are asked for with; undefined for all code, and as long as something is missing. */
export function sinceOf({ since, commit, day }: FocusState): Since | undefined {
  if (since === 'base') return { kind: 'base' };
  if (since === 'commit' && commit.trim() !== '') return { kind: 'commit', name: commit.trim() };
  if (since === 'day' && isDay(day)) return { kind: 'day', day };
  return undefined;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

interface NewCodeProps {
  focus: FocusState;
  onChange: (focus: FocusState) => void;
}

/** Chooses since when code is new. */
export function NewCodeFilter({ focus, onChange }: NewCodeProps) {
  const choose = (text: string): void => {
    const since = SINCES.find((one) => one === text) ?? 'all';
    const day = since === 'day' && focus.day === '' ? addDays(localCalendar().dayOf(Date.now()), -WEEK) : focus.day;
    onChange({ ...focus, since, day });
  };
  return (
    <>
      <select class="select" aria-label="New code" value={focus.since} onChange={(event) => choose(event.currentTarget.value)}>
        {SINCES.map((one) => <option key={one} value={one}>{CHOICES[one]}</option>)}
      </select>
      {focus.since === 'commit' && <CommitField commit={focus.commit} onChange={(commit) => onChange({ ...focus, commit })} />}
      {focus.since === 'day' && (
        <input class="input" type="date" aria-label="Day" value={focus.day} onChange={(event) => onChange({ ...focus, day: event.currentTarget.value })} />
      )}
    </>
  );
}

/** Git is asked when the name is complete: with Enter, or when the field is left. */
function CommitField({ commit, onChange }: { commit: string; onChange: (commit: string) => void }) {
  const [draft, setDraft] = useState(commit);
  useEffect(() => setDraft(commit), [commit]);
  return (
    <input
      class="input commit-field" aria-label="Branch, tag or commit" placeholder="Branch, tag or commit" spellcheck={false} value={draft}
      onInput={(event) => setDraft(event.currentTarget.value)} onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What new code is compared with; or what is missing, or why it cannot be told and what to do. */
export function NewCodeLine({ focus, told }: { focus: FocusState; told: NewCodeWords | undefined }) {
  if (focus.since === 'all') return null;
  const missing = focus.since === 'day' ? 'Choose a day.' : 'Name a branch, tag or commit.';
  if (sinceOf(focus) === undefined) return <p class="new-code muted">{missing} Until then all findings are listed.</p>;
  if (told === undefined) return null;
  if ('words' in told) return <p class="new-code muted">Only findings in lines that changed {told.words}.</p>;
  return <p class="new-code new-code-problem" role="alert"><Icon name="warning" /><span>New code cannot be told from old. {told.problem}</span></p>;
}
