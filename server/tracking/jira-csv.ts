/**
 * Files that the CSV import of Jira takes. Atlassian's rules: a header without punctuation that holds Summary, no row
 * with fewer separators than the header, a column of the same name for each further value, users by e-mail.
 */
import { stringify } from 'csv-stringify/sync';
import { itemsOf, type Cells, type FieldName } from './fields.ts';
import { keyInJira } from './issue-key.ts';
import { dateText, epochOf, secondsOf } from './units.ts';

/** What Jira calls a column, the field it goes to, and how a cell is written; null for one that a person has to assign. */
interface JiraColumn {
  header: string;
  field: string | null;
  from: FieldName;
  kind: 'text' | 'key' | 'user' | 'date' | 'seconds' | 'list';
}

const column = (header: string, field: string | null, from: FieldName, kind: JiraColumn['kind'] = 'text'): JiraColumn => ({ header, field, from, kind });

const COLUMNS: readonly JiraColumn[] = [
  column('Summary', 'summary', 'Summary'),
  column('Issue Key', 'issuekey', 'Issue Key', 'key'),
  column('Description', 'description', 'Description'),
  column('Issue Type', 'issuetype', 'Issue Type'),
  column('Priority', 'priority', 'Priority'),
  column('Status', 'status', 'Status'),
  column('Resolution', 'resolution', 'Resolution'),
  column('Assignee', 'assignee', 'Assignee', 'user'),
  column('Reporter', 'reporter', 'Reporter', 'user'),
  column('Created', 'created', 'Created Date', 'date'),
  column('Updated', 'updated', 'Updated Date', 'date'),
  column('Resolved', 'resolutiondate', 'Resolved Date', 'date'),
  column('Due Date', 'duedate', 'Due Date', 'date'),
  column('Original Estimate', 'timeoriginalestimate', 'Time Original Estimate', 'seconds'),
  column('Time Spent', 'timespent', 'Time Spent', 'seconds'),
  column('Remaining Estimate', 'timeestimate', 'Time Remaining', 'seconds'),
  column('Environment', 'environment', 'Environment'),
  column('Labels', 'labels', 'Labels', 'list'),
  column('Components', 'components', 'Components', 'list'),
  column('Fix Version', 'fixVersions', 'Fix Version', 'list'),
  column('Affects Version', 'versions', 'Affects Version', 'list'),
  // Each site numbers these fields in its own way.
  column('Story Points', null, 'Story Points'),
  column('Epic Link', null, 'Epic Link'),
  column('Sprint', null, 'Sprint'),
  column('AI Model Type', null, 'AI Model Type'),
  column('Dataset Size', null, 'Dataset Size'),
  column('Performance Metric', null, 'Performance Metric'),
  column('Baseline Score', null, 'Baseline Score'),
  column('Achieved Score', null, 'Achieved Score'),
];

const LONGEST_SUMMARY = 255;
/** What the import takes at once is less than twice this. */
const MOST_ISSUES = 1500;
/** As the import reads it, in the language of Java's SimpleDateFormat. */
const DATE_FORMAT = 'yyyy-MM-dd HH:mm:ss';

export interface JiraExport {
  /** Each with at most 1,500 issues. */
  files: string[];
  /** Configuration of the import, for all of them. */
  configuration: string;
  /** Names of people whose address is not known; their cells are empty. */
  unknown: string[];
}

/** @param issues of the log @param emails address by name of a person; a name that is an address needs none */
export function jiraExport(issues: readonly Cells[], emails: ReadonlyMap<string, string>): JiraExport {
  const unknown = new Set<string>();
  const written = (cells: Cells, { from, kind }: JiraColumn): string[] => {
    const cell = cells[from].trim();
    if (kind === 'list') return itemsOf(cell);
    if (kind === 'key') return [keyInJira(cell) === null ? '' : cell];
    return [kind === 'user' ? emailOf(cell, emails, unknown) : kind === 'date' ? dateOf(cell) : kind === 'seconds' ? secondsText(cell) : cell];
  };
  // An issue without a summary cannot be imported.
  const rows = issues.map((cells) => COLUMNS.map((each) => written({ ...cells, Summary: oneLine(cells['Summary']) || cells['Issue Key'] }, each)));
  const used = COLUMNS.map((each, at) => ({ ...each, at, width: Math.max(0, ...rows.map((row) => row[at]!.filter((value) => value !== '').length)) }))
    .filter(({ header, width }) => width > 0 || header === 'Summary');
  const header = used.flatMap((each) => Array.from({ length: Math.max(1, each.width) }, () => each.header));
  const records = rows.map((row) => used.flatMap(({ at, width }) => Array.from({ length: Math.max(1, width) }, (_, index) => row[at]![index] ?? '')));
  const files: string[] = [];
  for (let from = 0; from === 0 || from < records.length; from += MOST_ISSUES)
    files.push(stringify([header, ...records.slice(from, from + MOST_ISSUES)], { quoted_match: /[\r\n]|^\s|\s$/ }));
  return { files, configuration: configurationOf(used), unknown: [...unknown] };
}

function emailOf(cell: string, emails: ReadonlyMap<string, string>, unknown: Set<string>): string {
  if (cell === '' || /^[^\s@]+@[^\s@]+$/.test(cell)) return cell;
  const email = emails.get(cell);
  if (email === undefined) unknown.add(cell);
  return email ?? '';
}

/** What is no date would stop the import. */
function dateOf(cell: string): string {
  const epoch = epochOf(cell);
  return epoch === null ? '' : dateText(epoch);
}

function secondsText(cell: string): string {
  const seconds = secondsOf(cell, 8);
  return seconds === null ? '' : String(Math.round(seconds));
}

/** Jira refuses a summary of several lines, and a long one. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_SUMMARY ? line : `${[...line].slice(0, LONGEST_SUMMARY / 2).join('').trimEnd()}…`;
}

function configurationOf(used: readonly JiraColumn[]): string {
  const mappings = Object.fromEntries(used.flatMap(({ header, field }) => (field === null ? [] : [[header, { 'jira.field': field, 'userChanged': 'true' }]])));
  const configuration = {
    'config.version': '2.0', 'config.project.from.csv': 'false', 'config.encoding': 'UTF-8', 'config.email.suffix': '@', 'config.delimiter': ',',
    'config.date.format': DATE_FORMAT, 'config.field.mappings': mappings, 'config.value.mappings': {},
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}
