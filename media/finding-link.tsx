import type { ReportedSeverity, ReportFinding } from '../server/protocol/report.ts';
import { send } from './vscode-api.ts';
import { Icon } from './icon.tsx';

/** The icon of a severity, with its name for screen readers. */
export function Severity({ severity }: { severity: ReportedSeverity }) {
  return (
    <span class={`severity severity-${severity}`} title={severity}>
      <Icon name={severity} />
      <span class="for-screen-readers">{severity}: </span>
    </span>
  );
}

/** A finding; a click opens it in the editor. */
function FindingLink({ folder, finding }: { folder: string; finding: ReportFinding }) {
  const open = (): void => send({ type: 'openFile', folder, path: finding.path, range: finding.range });
  return (
    <button type="button" class="finding" onClick={open}>
      <Severity severity={finding.severity} />
      <span class="finding-words">
        <span>{finding.message}</span>
        <small>
          {finding.path}:{finding.range.start.line}
          {finding.blocker && <b class="wrong-text"> · blocker</b>}
          {finding.fixable && ' · fix available'}
          {finding.baseline && ' · in the baseline'}
        </small>
      </span>
    </button>
  );
}

/** A list of findings; each opens in the editor. */
export function FindingList({ folder, findings }: { folder: string; findings: readonly ReportFinding[] }) {
  return (
    <ul class="finding-list">
      {findings.map((finding) => <li key={finding.fingerprint}><FindingLink folder={folder} finding={finding} /></li>)}
    </ul>
  );
}
