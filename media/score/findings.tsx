/** The findings by rule, with filters. */
import { useMemo, useState } from 'preact/hooks';
import { byRule, SEVERITIES, type RuleFindings } from '../../server/digest/findings.ts';
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
export function Findings({ folder, findings, isEmpty, state, onChange }: FindingsProps) {
  const rules = useMemo(() => byRule(matching(findings, state)), [findings, state.search, state.severity]);
  const shown = rules.reduce((sum, rule) => sum + rule.findings.length, 0);
  const toggle = (ruleId: string): void =>
    onChange({ open: state.open.includes(ruleId) ? state.open.filter((one) => one !== ruleId) : [...state.open, ruleId] });
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
      {rules.map((rule) => (
        <Rule key={rule.ruleId} folder={folder} rule={rule} open={state.open.includes(rule.ruleId)} onToggle={() => toggle(rule.ruleId)} />
      ))}
    </section>
  );
}

function Rule({ folder, rule, open, onToggle }: { folder: string; rule: RuleFindings; open: boolean; onToggle: () => void }) {
  const [most, setMost] = useState(PAGE);
  const id = `rule-${rule.ruleId.replace(/[^\w-]/g, '-')}`;
  return (
    <div class={rule.blocker ? 'rule rule-blocker' : 'rule'}>
      <div class="rule-head">
        <button type="button" class="row-button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <Icon name={open ? 'down' : 'right'} />
          <Severity severity={rule.severity} />
          <span class="rule-id">{rule.ruleId}</span>
          {rule.blocker && <span class="chip chip-wrong">blocker</span>}
          <span class="muted rule-guideline">{rule.guideline}</span>
          <span class="count">{rule.findings.length}</span>
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-label={`Explain rule ${rule.ruleId}`}
          onClick={() => send({ type: 'explainRule', ruleId: rule.ruleId })}
        >
          <Icon name="book" /> Explain rule
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <ul class="finding-list">
            {rule.findings.slice(0, most).map((finding) => (
              <li key={finding.fingerprint}>
                <FindingLink folder={folder} finding={finding} />
              </li>
            ))}
          </ul>
        )}
        {open && rule.findings.length > most && (
          <button type="button" class="button" onClick={() => setMost(most + PAGE)}>
            Show {Math.min(PAGE, rule.findings.length - most)} more
          </button>
        )}
      </div>
    </div>
  );
}
