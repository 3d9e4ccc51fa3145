/** The findings by rule, block or file, with filters. */
import { useRef, useState } from 'preact/hooks';
import { SEVERITIES } from '../../server/digest/findings.ts';
import { GROUPINGS, type Answers, type FindingGroup, type FolderState, type Grouping } from '../../server/protocol/answers.ts';
import type { FindingFilter, QuestionOf } from '../../server/protocol/question.ts';
import { useAnswers } from '../answers.ts';
import { Severity } from '../finding-link.tsx';
import { Icon } from '../icon.tsx';
import { Loading } from '../notice.tsx';
import type { ScoreState } from '../state.ts';
import { send } from '../vscode-api.ts';
import { FindingPages } from './finding-pages.tsx';
import { NewCodeFilter, NewCodeLine, sinceOf } from './new-code.tsx';

interface FindingsProps {
  folder: FolderState;
  /** How many findings there are. */
  count: number;
  /** No source file was read, so that no findings mean nothing. */
  isEmpty: boolean;
  /** Titles of rules by id. */
  titles: ReadonlyMap<string, string>;
  state: ScoreState;
  onChange: (change: Partial<ScoreState>) => void;
}

/** Groups, and findings of a group, that are shown at once; more on demand, to stay fast. */
const PAGE = 100;

const LEVELS: readonly ScoreState['severity'][] = ['all', ...SEVERITIES];

/** What the user filters by. */
function filterOf({ search, severity, focus }: ScoreState): FindingFilter {
  const since = sinceOf(focus);
  return { ...(search.trim() !== '' && { search }), ...(severity !== 'all' && { severity }), ...(since !== undefined && { since }) };
}

/** The list of findings. */
export function Findings({ folder, count, isEmpty, titles, state, onChange }: FindingsProps) {
  const [pages, setPages] = useState(1);
  const filter = filterOf(state);
  const questions = Array.from({ length: pages }, (_, at): QuestionOf<'groups'> => ({
    kind: 'groups', by: state.group, ...filter, offset: at * PAGE, limit: PAGE,
  }));
  const { answers, failure } = useAnswers(folder, questions);
  const last = useRef<(Answers['groups'] & { by: Grouping }) | null>(null);
  const [top] = answers;
  // What was shown before stays until the first page is there.
  if (top) last.current = { ...top, by: state.group, entries: answers.flatMap((page) => page?.entries ?? []) };
  const listed = last.current?.by === state.group ? last.current : null;
  const shown = listed?.found ?? count;
  const isUntold = listed?.newCode !== undefined && 'problem' in listed.newCode;
  const toggle = (id: string): void => onChange({ open: state.open.includes(id) ? state.open.filter((one) => one !== id) : [...state.open, id] });
  return (
    <section aria-labelledby="findings-title" class="findings">
      <div class="findings-head">
        <h2 id="findings-title">
          Findings{' '}
          <span class="count" role="status">
            {isUntold ? `– of ${count}` : shown === count ? shown : `${shown} of ${count}`}
          </span>
        </h2>
        <div class="filters">
          <div class="search">
            <Icon name="search" />
            <input
              class="input"
              type="search"
              aria-label="Filter findings"
              placeholder="Rule, message, file or block"
              value={state.search}
              onInput={(event) => onChange({ search: event.currentTarget.value })}
            />
          </div>
          <select
            class="select" aria-label="Group by" value={state.group}
            onChange={(event) => onChange({ group: GROUPINGS.find((one) => one === event.currentTarget.value) ?? 'rule', open: [] })}
          >
            {GROUPINGS.map((one) => <option key={one} value={one}>By {one}</option>)}
          </select>
          <select
            class="select"
            aria-label="Severity"
            value={state.severity}
            onChange={(event) => onChange({ severity: LEVELS.find((level) => level === event.currentTarget.value) ?? 'all' })}
          >
            <option value="all">All severities</option>
            <option value="error">Errors</option>
            <option value="warning">Warnings</option>
            <option value="info">Infos</option>
          </select>
          <NewCodeFilter focus={state.focus} onChange={(focus) => onChange({ focus })} />
        </div>
      </div>
      <NewCodeLine focus={state.focus} told={listed?.newCode} />
      {count === 0 && (
        <p class="all-good">
          <Icon name={isEmpty ? 'warning' : 'check'} /> {isEmpty ? 'No source files were read.' : 'No findings. The code follows the guidelines.'}
        </p>
      )}
      {count > 0 && shown === 0 && !isUntold && <p class="muted">{noneWords(filter)}</p>}
      {listed === null && <Loading failure={failure} />}
      {listed?.entries.map((group) => (
        <Group
          key={group.id} folder={folder} group={group} by={state.group} filter={filter} title={state.group === 'rule' ? titles.get(group.id) : undefined}
          open={state.open.includes(group.id)} onToggle={() => toggle(group.id)}
        />
      ))}
      {listed !== null && listed.total > pages * PAGE && (
        <button type="button" class="button more-groups" onClick={() => setPages(pages + 1)}>Show more of {listed.total} {state.group}s</button>
      )}
    </section>
  );
}

function noneWords({ since, ...others }: FindingFilter): string {
  if (since === undefined) return 'No findings match these filters.';
  return Object.keys(others).length > 0 ? 'No findings in new code match these filters.' : 'No findings in new code.';
}

interface GroupProps {
  folder: FolderState;
  group: FindingGroup;
  by: Grouping;
  /** What the user filters by. */
  filter: FindingFilter;
  /** Of the rule. */
  title: string | undefined;
  open: boolean;
  onToggle: () => void;
}

function Group({ folder, group, by, filter, title, open, onToggle }: GroupProps) {
  const { id, severity, blocking, guideline, count } = group;
  const own: FindingFilter = { rule: { ...filter, rule: id }, block: { ...filter, block: id === '' ? null : id }, file: { ...filter, path: id } }[by];
  const panel = `group-${id.replace(/[^\w-]/g, '-')}`;
  return (
    <div class={blocking > 0 ? 'rule rule-blocker' : 'rule'}>
      <div class="rule-head">
        <button type="button" class="row-button" aria-expanded={open} aria-controls={panel} onClick={onToggle}>
          <Icon name={open ? 'down' : 'right'} />
          <Severity severity={severity} />
          {title !== undefined && <span class="rule-title">{title}</span>}
          <span class={title === undefined ? 'rule-id' : 'muted'}>{id === '' ? 'in no block' : id}</span>
          {blocking > 0 && <span class="chip chip-wrong">{count > blocking ? `${blocking} of them block` : 'blocker'}</span>}
          {guideline !== '' && <span class="muted rule-guideline">{guideline}</span>}
          <span class="count">{count}</span>
        </button>
        {by === 'rule' && (
          <button type="button" class="button button-quiet" aria-label={`Explain rule ${id}`} onClick={() => send({ type: 'explainRule', ruleId: id })}>
            <Icon name="book" /> Explain rule
          </button>
        )}
      </div>
      <div id={panel} hidden={!open}>
        {open && <FindingPages folder={folder} filter={own} first={PAGE} next={PAGE} />}
      </div>
    </div>
  );
}
