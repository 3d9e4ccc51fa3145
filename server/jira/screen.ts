/** Which fields of the log go to which fields of a project's issues, by the fields that Jira says the project has. */
import { FIELDS, type FieldName } from '../tracking/fields.ts';

/** How a field of Jira is written. */
export type Kind = 'line' | 'text' | 'rich' | 'number' | 'choice' | 'choices' | 'labels' | 'user' | 'date' | 'time' | 'estimate' | 'parent' | 'epic';

/** A field on the screens of a type of issue, as Jira describes it. */
export interface ScreenField {
  /** `summary`, `customfield_10016`. */
  id: string;
  name: string;
  /** `type`, `items` and `custom` of its schema; empty where it has none. */
  type: string;
  items: string;
  custom: string;
  required: boolean;
  /** Names that it may have; null when it may have any. */
  allowed: readonly Allowed[] | null;
}

export interface Allowed {
  id: string;
  /** Name or value, as people see it. */
  name: string;
}

/** Where a field of the log goes. */
export interface Target {
  from: FieldName;
  id: string;
  name: string;
  kind: Kind;
  allowed: readonly Allowed[] | null;
  /** `name` of fields that Jira has itself, `value` of options that people made. */
  choiceKey: 'name' | 'value';
}

/** What a project says of itself, as far as a type of issue is concerned. */
export interface Screen {
  targets: readonly Target[];
  /** Sentences about fields that were configured and are not there. */
  notes: readonly string[];
}

/** Fields that every Jira has, by its own names. */
const SYSTEM: Readonly<Partial<Record<FieldName, { id: string; kind: Kind }>>> = {
  'Summary': { id: 'summary', kind: 'line' },
  'Description': { id: 'description', kind: 'rich' },
  'Priority': { id: 'priority', kind: 'choice' },
  'Assignee': { id: 'assignee', kind: 'user' },
  'Reporter': { id: 'reporter', kind: 'user' },
  'Due Date': { id: 'duedate', kind: 'date' },
  'Time Original Estimate': { id: 'timetracking', kind: 'estimate' },
  'Time Remaining': { id: 'timetracking', kind: 'estimate' },
  'Environment': { id: 'environment', kind: 'rich' },
  'Labels': { id: 'labels', kind: 'labels' },
  'Components': { id: 'components', kind: 'choices' },
  'Fix Version': { id: 'fixVersions', kind: 'choices' },
  'Affects Version': { id: 'versions', kind: 'choices' },
};

/** What teams and Jira itself call a field of the log. */
const OTHER_NAMES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  'Story Points': ['Story Points', 'Story point estimate'],
  'Epic Link': ['Epic Link'],
};

/** They are what an issue is called or is, or follow from what is done with it. */
const NO_TARGET: ReadonlySet<FieldName> = new Set([
  'Issue Key', 'Project Key', 'Issue Type', 'Status', 'Resolution', 'Created Date', 'Updated Date', 'Resolved Date', 'Time Spent', 'Sprint',
]);

/** Fields of the log whose value is a default where the row says that it is assumed. */
export const ASSUMED_FIELDS: ReadonlySet<FieldName> = new Set([
  'Priority', 'Story Points', 'Time Original Estimate', 'Time Spent', 'Time Remaining', 'Business Value', 'Technical Debt', 'Risk Level',
]);

/**
 * @param fields on the screens of a type of issue
 * @param configured name or id by field of the log; null for a field that is to be left alone
 */
export function screenOf(fields: readonly ScreenField[], configured: ReadonlyMap<string, string | null>): Screen {
  const targets: Target[] = [];
  const notes: string[] = [];
  for (const from of FIELDS) {
    const wanted = configured.get(from);
    if (wanted === null) continue;
    const found = wanted === undefined ? (NO_TARGET.has(from) ? null : usualField(from, fields)) : namedField(from, wanted, fields);
    if (typeof found === 'string') notes.push(found);
    else if (found !== null) targets.push(found);
  }
  return { targets, notes };
}

function usualField(from: FieldName, fields: readonly ScreenField[]): Target | null {
  const system = SYSTEM[from];
  if (system !== undefined) {
    const field = fields.find(({ id }) => id === system.id);
    return field === undefined ? null : { from, id: field.id, name: field.name, kind: system.kind, allowed: field.allowed, choiceKey: 'name' };
  }
  if (from === 'Epic Link') {
    const parent = fields.find(({ id }) => id === 'parent');
    if (parent !== undefined) return { from, id: 'parent', name: parent.name, kind: 'parent', allowed: null, choiceKey: 'name' };
  }
  const names = (OTHER_NAMES[from] ?? [from]).map(plain);
  const [field, second] = fields.filter(({ id, name }) => id.startsWith('customfield_') && names.includes(plain(name)));
  const kind = field === undefined || second !== undefined ? null : kindOf(field);
  return field === undefined || kind === null ? null : { from, id: field.id, name: field.name, kind, allowed: field.allowed, choiceKey: 'value' };
}

function namedField(from: FieldName, wanted: string, fields: readonly ScreenField[]): Target | string {
  const found = fields.filter(({ id, name }) => id === wanted || plain(name) === plain(wanted));
  const field = found.find(({ id }) => id === wanted) ?? found[0];
  if (field === undefined) return `There is no field "${wanted}" for "${from}".`;
  if (found.length > 1 && field.id !== wanted)
    return `There are ${found.length} fields "${wanted}" for "${from}"; name one by its id: ${found.map(({ id }) => id).join(', ')}.`;
  const system = Object.values(SYSTEM).find(({ id }) => id === field.id);
  const kind = system?.kind ?? (field.id === 'parent' ? 'parent' : kindOf(field));
  if (kind === null) return `The field "${field.name}" for "${from}" is of a kind that cannot be written (${field.type}).`;
  return { from, id: field.id, name: field.name, kind, allowed: field.allowed, choiceKey: field.id.startsWith('customfield_') ? 'value' : 'name' };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

function kindOf({ type, items, custom }: ScreenField): Kind | null {
  if (custom.endsWith(':gh-epic-link')) return 'epic';
  if (type === 'string') return custom.endsWith(':textarea') ? 'rich' : 'text';
  if (type === 'array') return items === 'option' ? 'choices' : items === 'string' && custom.endsWith(':labels') ? 'labels' : null;
  return ({ number: 'number', option: 'choice', user: 'user', date: 'date', datetime: 'time' } as const)[type] ?? null;
}
