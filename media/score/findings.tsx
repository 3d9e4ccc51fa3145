/** The findings by rule, block or file, with filters. */
import { useMemo, useState } from 'preact/hooks';
import { groupFindings, GROUPINGS, SEVERITIES, type FindingGroup, type Grouping } from '../../server/digest/findings.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { FindingLink, Severity } from '../finding-link.tsx';
import { send } from '../vscode-api.ts';
import { Icon } from '../icon.tsx';
import type { ScoreState } from '../state.ts';

interface FindingsProps {
  folder: string;
  findings: readonly ReportFinding[];
  /** No source file was read, so that no findings mean nothing. */
  isEmpty: boolean;
  /** Titles of rules by id. */
  titles: ReadonlyMap<string, string>;
  state: ScoreState;
  onChange: (change: Partial<ScoreState>) => void;
}

/** Findings of a rule that are shown at once; more on demand, to stay fast. */
const PAGE = 100;

const LEVELS: readonly ScoreState['severity'][] = ['all', ...SEVERITIES];

/** The findings that hold the words looked for, of the severity asked for. */
function matching(findings: readonly ReportFinding[], { search, severity }: Pick<ScoreState, 'search' | 'severity'>): ReportFinding[] {
  const wanted = search.trim().toLowerCase();
  return findings.filter((finding) => (severity === 'all' || finding.severity === severity)
    && `${finding.ruleId}\n${finding.message}\n${finding.path}\n${finding.block ?? ''}`.toLowerCase().includes(wanted));
}

/** The list of findings. */
export function Findings({ folder, findings, isEmpty, titles, state, onChange }: FindingsProps) {
  const groups = useMemo(() => groupFindings(matching(findings, state), state.group), [findings, state.search, state.severity, state.group]);
  const shown = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const [most, setMost] = useState(PAGE);
  const toggle = (id: string): void => onChange({ open: state.open.includes(id) ? state.open.filter((one) => one !== id) : [...state.open, id] });
  return (
    <section aria-labelledby="findings-title" class="findings">
      <div class="findings-head">
        <h2 id="findings-title">
          Findings{' '}
          <span class="count" role="status">
            {shown === findings.length ? shown : `${shown} of ${findings.length}`}
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
        </div>
      </div>
      {findings.length === 0 && (
        <p class="all-good">
          <Icon name={isEmpty ? 'warning' : 'check'} /> {isEmpty ? 'No source files were read.' : 'No findings. The code follows the guidelines.'}
        </p>
      )}
      {findings.length > 0 && shown === 0 && <p class="muted">No findings match these filters.</p>}
      {groups.slice(0, most).map((group) => (
        <Group
          key={group.id} folder={folder} group={group} by={state.group} title={state.group === 'rule' ? titles.get(group.id) : undefined}
          open={state.open.includes(group.id)} onToggle={() => toggle(group.id)}
        />
      ))}
      {groups.length > most && (
        <button type="button" class="button more-groups" onClick={() => setMost(most + PAGE)}>Show more of {groups.length} {state.group}s</button>
      )}
    </section>
  );
}

interface GroupProps {
  folder: string;
  group: FindingGroup;
  by: Grouping;
  /** Of the rule. */
  title: string | undefined;
  open: boolean;
  onToggle: () => void;
}

function Group({ folder, group, by, title, open, onToggle }: GroupProps) {
  const [most, setMost] = useState(PAGE);
  const { id, severity, blocking, guideline, findings } = group;
  const panel = `group-${id.replace(/[^\w-]/g, '-')}`;
  return (
    <div class={blocking > 0 ? 'rule rule-blocker' : 'rule'}>
      <div class="rule-head">
        <button type="button" class="row-button" aria-expanded={open} aria-controls={panel} onClick={onToggle}>
          <Icon name={open ? 'down' : 'right'} />
          <Severity severity={severity} />
          {title !== undefined && <span class="rule-title">{title}</span>}
          <span class={title === undefined ? 'rule-id' : 'muted'}>{id === '' ? 'in no block' : id}</span>
          {blocking > 0 && <span class="chip chip-wrong">{findings.length > blocking ? `${blocking} of them block` : 'blocker'}</span>}
          {guideline !== '' && <span class="muted rule-guideline">{guideline}</span>}
          <span class="count">{findings.length}</span>
        </button>
        {by === 'rule' && (
          <button type="button" class="button button-quiet" aria-label={`Explain rule ${id}`} onClick={() => send({ type: 'explainRule', ruleId: id })}>
            <Icon name="book" /> Explain rule
          </button>
        )}
      </div>
      <div id={panel} hidden={!open}>
        {open && (
          <ul class="finding-list">
            {findings.slice(0, most).map((finding) => <li key={finding.fingerprint}><FindingLink folder={folder} finding={finding} /></li>)}
          </ul>
        )}
        {open && findings.length > most && (
          <button type="button" class="button" onClick={() => setMost(most + PAGE)}>
            Show {Math.min(PAGE, findings.length - most)} more
          </button>
        )}
      </div>
    </div>
  );
}
