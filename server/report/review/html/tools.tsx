/** Reports of other tools, in the HTML report. */
import type { JsonReport, ReportTool, ReportToolMessage } from '../../../protocol/report.ts';
import { criterionTitle } from '../../../digest/score.ts';
import { outcome, READ_ELSEWHERE, readElsewhere, reservations } from '../read-elsewhere.ts';
import { Table } from './elements.tsx';

/** A table of the reports, their counted messages collapsed below, and unusable reports. */
export function ReadElsewhere({ report }: { report: JsonReport }) {
  const { tools, problems } = readElsewhere(report);
  if (tools.length === 0 && problems.length === 0) return null;
  return (
    <>
      <h2 id="other-tools">{READ_ELSEWHERE}</h2>
      <div class="card">
        {tools.length > 0 && (
          <Table head={['Tool', 'Report', 'Messages', 'Note']} rows={tools.map((tool) => [tool.tool, tool.path, outcome(tool), reservations(tool)])} />
        )}
        {problems.length > 0 && <Table head={['Report', 'Not used, or only in part']} rows={problems.map(({ path, reason }) => [path, reason])} />}
      </div>
      {tools.map((tool) => (
        <Counted key={tool.path} tool={tool} />
      ))}
    </>
  );
}

function Counted({ tool: { tool, path, messages } }: { tool: ReportTool }) {
  const counting = messages.filter(({ why }) => why === null);
  if (counting.length === 0) return null;
  return (
    <details class="more">
      <summary>Counted messages of {tool} ({path})</summary>
      <div class="card scroll"><Table head={['Where', 'Code', 'Message', 'Counts in']} rows={counting.map(cellsOf)} /></div>
    </details>
  );
}

function cellsOf({ path, line, code, message, criterion }: ReportToolMessage): string[] {
  return [`${path}:${line}`, code, message, criterion === null ? '' : criterionTitle(criterion)];
}
