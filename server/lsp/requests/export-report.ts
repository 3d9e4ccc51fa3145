/** `archwright/exportReport`: the newest report in a format of the command line. */
import { ruleWords } from '../../compose/rule-words.ts';
import { EXPORT_REPORT, type ExportReportParams, type ExportReportResult } from '../../protocol/lsp.ts';
import { writeReport } from '../../report/review/formats.ts';
import type { Session } from '../session.ts';
import { requireFolder, RequestFailure } from './failure.ts';

/** Answers the request for a report in a format. */
export function onExportReport(session: Session): void {
  session.connection.onRequest(EXPORT_REPORT, (params: ExportReportParams): ExportReportResult => {
    const { report } = requireFolder(session, params.folder).session;
    if (report === null) throw new RequestFailure('The folder has not been reviewed yet.');
    return { content: writeReport(params.format, report, { color: false, width: 100, rules: ruleWords }) };
  });
}
