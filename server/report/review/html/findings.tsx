/** The lower half of the HTML report: findings by rule, then by file. */
import type { JsonReport, ReportFinding } from '../../../protocol/report.ts';
import { byRule, filesRead, inOrder, SEVERITIES, severityCounts, type RuleFindings } from '../../../digest/findings.ts';
import { groupedBy } from '../../../text/order.ts';
import { counted } from '../../../text/wording.ts';
import { shortened, showable } from '../../../text/plain-text.ts';
import type { NewCodeChoices, NewCodePoint } from '../new-code.ts';
import type { RuleWords } from '../rule-words.ts';
import { Prose, ruleAddress, type RulesById } from './elements.tsx';

/** With more findings than this they start collapsed, so that the page opens quickly. */
const OPEN_UP_TO = 200;
/** Characters of a subject of a commit. */
const LONGEST_LABEL = 90;

/** The numbers of the points since which a finding is in new code, with spaces between. */
type NewSince = (finding: ReportFinding) => string;

/** The findings of an HTML report, file by file. */
export function Findings({ report, rules, newCode }: { report: JsonReport; rules: RulesById; newCode: NewCodeChoices | undefined }) {
  const all = inOrder(report.findings);
  const placeOf = new Map(report.findings.map((finding, at) => [finding, at]));
  const points = newCode?.points ?? [];
  const newSince: NewSince = (finding) => points.flatMap(({ findings }, at) => (findings.has(placeOf.get(finding)!) ? [String(at)] : [])).join(' ');
  if (all.length === 0) {
    const nothingRead = filesRead(report) === 0;
    return (
      <>
        <h2>Findings</h2>
        <div class="card"><p class={nothingRead ? 'soft' : 'good'}>{nothingRead ? 'No source files were read.' : '✔ No findings.'}</p></div>
      </>
    );
  }
  return (
    <>
      <h2 id="findings">Findings</h2>
      <Tools findings={all} newCode={newCode} />
      {byRule(all).map((group) => (
        <RuleGroup key={group.ruleId} group={group} rule={rules.get(group.ruleId)} open={all.length <= OPEN_UP_TO} newSince={newSince} />
      ))}
    </>
  );
}

function Tools({ findings, newCode }: { findings: readonly ReportFinding[]; newCode: NewCodeChoices | undefined }) {
  const counts = severityCounts(findings);
  return (
    <div class="tools" role="search">
      <input type="search" id="search" placeholder="Filter by rule, file, block or text" aria-label="Filter findings" />
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <label key={severity}><input type="checkbox" data-filter={severity} checked /><span class={severity}>{severity}</span></label>
      ))}
      {findings.some(({ baseline }) => baseline) && <label><input type="checkbox" data-filter="frozen" />baseline</label>}
      {newCode !== undefined && newCode.points.length > 0 && <SinceChoice points={newCode.points} />}
      <span class="soft small" id="shown" role="status">{counted(findings.length, 'finding')}</span>
      {newCode?.problem != null && <p class="soft small untold">New code cannot be told from old. {showable(newCode.problem)}</p>}
    </div>
  );
}

/** Since when code is new; each finding names the points by their numbers. */
function SinceChoice({ points }: Pick<NewCodeChoices, 'points'>) {
  const options = (kind: NewCodePoint['kind'], before: string) => points.map(({ kind: own, label }, at) => (
    own === kind && <option key={at} value={at}>{before} {shortened(showable(label), LONGEST_LABEL)}</option>
  ));
  return (
    <select id="since" aria-label="New code">
      <option value="">All code</option>
      {options('base', 'New since the base branch,')}
      {points.some(({ kind }) => kind === 'day') && <optgroup label="New since a day">{options('day', 'Since')}</optgroup>}
      <optgroup label="New since a commit">{options('commit', 'Since')}</optgroup>
    </select>
  );
}

interface RuleGroupProps {
  group: RuleFindings;
  rule: RuleWords | undefined;
  open: boolean;
  newSince: NewSince;
}

function RuleGroup({ group, rule, open, newSince }: RuleGroupProps) {
  const { ruleId, guideline, blocker, findings } = group;
  const counts = severityCounts(findings);
  return (
    <details class="card rule" open={open}>
      <summary>
        <h3><Prose text={rule?.title ?? ruleId} /></h3>
        <code>{ruleId}</code>
        {blocker && <span class="badge bad">blocker</span>}
        <span class="chips">
          {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
            <span key={severity} class="chip">
              <span class={severity} data-count={severity}>{counts[severity]}</span>
            </span>
          ))}
        </span>
      </summary>
      <About guideline={guideline} rule={rule} />
      {[...groupedBy(findings, ({ path }) => path)].map(([path, inFile]) => (
        <FileGroup key={path} path={path} findings={inFile} newSince={newSince} />
      ))}
    </details>
  );
}

function About({ guideline, rule }: { guideline: string; rule: RuleWords | undefined }) {
  const address = ruleAddress(rule);
  return (
    <div class="about">
      {rule && <><Prose text={rule.docs.why} /> <strong>How to fix it:</strong> <Prose text={rule.docs.fix} /><br /></>}
      <span class="small">Guideline: {guideline}{address !== null && <> · <a href={address}>More about this rule</a></>}</span>
    </div>
  );
}

function FileGroup({ path, findings, newSince }: { path: string; findings: readonly ReportFinding[]; newSince: NewSince }) {
  const { layer, block } = findings[0] ?? {};
  const place = [layer, block].filter((name): name is string => typeof name === 'string').join(' › ');
  return (
    <div class="file">
      <h4>{path}{place !== '' && <> <span class="soft">{place}</span></>}</h4>
      <ol>{findings.map((finding, at) => <Row key={at} finding={finding} since={newSince(finding)} />)}</ol>
    </div>
  );
}

function Row({ finding, since }: { finding: ReportFinding; since: string }) {
  const { ruleId, severity, message, path, range, block, layer, blocker, fixable, baseline, related } = finding;
  const text = [ruleId, severity, message, path, block, layer].filter((part) => part !== null).join(' ').toLowerCase();
  return (
    <li class="finding" data-severity={severity} data-frozen={baseline ? '' : undefined} data-new={since === '' ? undefined : since} data-text={text}>
      <span class="where">
        {range.start.line}:{range.start.column}
      </span>
      <div class="what">
        <span class={severity}>{message}</span>
        {blocker && <span class="badge bad">blocker</span>}
        {fixable && <span class="badge">fixable</span>}
        {baseline && <span class="badge">baseline</span>}
        {related.length > 0 && (
          <ul>
            {related.map((place, at) => (
              <li key={at}>
                {place.path}:{place.range.start.line}:{place.range.start.column} {place.message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
