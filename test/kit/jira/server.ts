/** A Jira of our own, in memory: the calls that Archwright makes, with an index that lags behind as that of Jira Cloud does. */
import assert from 'node:assert/strict';
import type { JiraAnswer, JiraRequest } from '../../../server/jira-client/transport.ts';
import { callOf } from './shapes.ts';

export interface StoredIssue {
  id: string;
  key: string;
  type: string;
  status: string;
  fields: Record<string, unknown>;
  properties: Record<string, unknown>;
  worklogs: { id: string; timeSpentSeconds: number; properties: { key: string; value: unknown }[] }[];
  /** When the index gets it, by the clock of the server. */
  indexed: number;
}

interface Field {
  fieldId: string;
  name: string;
  type: string;
  items?: string;
  custom?: string;
  allowed?: { id: string; name?: string; value?: string }[];
}

const named = (...names: string[]): { id: string; name: string }[] => names.map((name, at) => ({ id: String(at + 1), name }));
const TYPES = ['Epic', 'Story', 'Task', 'Bug', 'Subtask'];
const STATUSES = ['To Do', 'In Progress', 'In Review', 'Done'];
export const FIELDS: readonly Field[] = [
  { fieldId: 'summary', name: 'Summary', type: 'string' }, { fieldId: 'description', name: 'Description', type: 'string' },
  { fieldId: 'issuetype', name: 'Issue Type', type: 'issuetype' }, { fieldId: 'project', name: 'Project', type: 'project' },
  { fieldId: 'priority', name: 'Priority', type: 'priority', allowed: named('Highest', 'High', 'Medium', 'Low', 'Lowest') },
  { fieldId: 'assignee', name: 'Assignee', type: 'user' }, { fieldId: 'labels', name: 'Labels', type: 'array', items: 'string' },
  { fieldId: 'components', name: 'Components', type: 'array', items: 'component', allowed: named('api', 'Core') },
  { fieldId: 'fixVersions', name: 'Fix versions', type: 'array', items: 'version', allowed: named('1.0') },
  { fieldId: 'duedate', name: 'Due date', type: 'date' }, { fieldId: 'timetracking', name: 'Time tracking', type: 'timetracking' },
  { fieldId: 'parent', name: 'Parent', type: 'issuelink' },
  { fieldId: 'customfield_10016', name: 'Story point estimate', type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
  { fieldId: 'customfield_10050', name: 'Model', type: 'string', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield' },
  { fieldId: 'customfield_10051', name: 'Achieved Score', type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
  {
    fieldId: 'customfield_10052', name: 'Risk Level', type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
    allowed: ['High', 'Medium', 'Low'].map((value, at) => ({ id: String(at), value })),
  },
];

/** One project. */
export class JiraServer {
  readonly project: string;
  readonly issues: StoredIssue[] = [];
  readonly people = new Map<string, string>();
  /** How long the index lags behind, in milliseconds. */
  lag = 0;
  /** Fields that it refuses to have set, whatever it says of itself. */
  readonly refusedFields = new Set<string>();
  now: () => number = () => Date.now();
  /** Requests by kind, as `POST /rest/api/3/issue/bulk`. */
  readonly calls: string[] = [];
  #next = 1;
  #ids = 10_000;

  constructor(project = 'SHOP') {
    this.project = project;
  }

  /** An issue that people made. */
  add(fields: Record<string, unknown>, { status = 'To Do', type = 'Story' } = {}): StoredIssue {
    const id = String(this.#ids++);
    const issue: StoredIssue = {
      id, key: `${this.project}-${this.#next++}`, type, status, fields: { ...fields }, properties: {}, worklogs: [], indexed: this.now() + this.lag,
    };
    this.issues.push(issue);
    return issue;
  }

  of(key: string): StoredIssue {
    return this.issues.find((issue) => issue.key === key || issue.id === key)!;
  }

  /** Does what is asked, and answers; both are held against the description of the interface. */
  handle({ method, path, query = {}, body }: Pick<JiraRequest, 'method' | 'path' | 'query' | 'body'>): JiraAnswer {
    const shape = callOf(method, path);
    assert.ok(shape !== undefined, `${method} ${path} is no call of Jira's`);
    this.calls.push(`${method} ${shape.path}`);
    assert.deepEqual(Object.keys(query).filter((name) => !shape.query.includes(name)), [], shape.path);
    shape.body.parse(body);
    const answer = this.#answer(shape.path, path.split('/'), query, structuredClone(body));
    const expected = shape.answers[answer.status];
    assert.ok(expected !== undefined, `${shape.path} does not answer with ${answer.status}`);
    expected.parse(answer.body);
    return answer;
  }

  #answer(shape: string, parts: readonly string[], query: Readonly<Record<string, string>>, body: unknown): JiraAnswer {
    const call = shape.replace('/rest/api/3', '');
    if (call.startsWith('/issue/createmeta')) return this.#meta(parts);
    if (call === '/user/search') return this.#users(query['query'] ?? '');
    if (call === '/search/jql') return this.#search(body as { jql: string; fields: string[]; maxResults: number; nextPageToken?: string });
    if (call === '/issue/bulkfetch') return this.#fetch(body as { issueIdsOrKeys: string[]; fields: string[] });
    if (call === '/issue/bulk') return this.#create(body as { issueUpdates: Update[] });
    const issue = this.issues.find(({ key, id }) => key === parts[5] || id === parts[5]);
    if (issue === undefined) return refused(404, 'Issue does not exist or you do not have permission to see it.');
    if (call.endsWith('/transitions')) return this.#transitions(issue, body as { transition: { id: string } } | undefined);
    if (call.includes('/worklog')) return this.#worklog(issue, parts[7], body as StoredIssue['worklogs'][number] | undefined);
    if (call.includes('/properties/')) {
      const isNew = issue.properties[parts[7]!] === undefined;
      issue.properties[parts[7]!] = body;
      return answer(isNew ? 201 : 200);
    }
    return this.#edit(issue, body as Update);
  }

  #meta(parts: readonly string[]): JiraAnswer {
    if (parts[6] !== this.project) return refused(404, 'No project could be found');
    const page = { startAt: 0, maxResults: 100 };
    if (parts[8] === undefined)
      return answer(200, { ...page, total: TYPES.length, issueTypes: TYPES.map((name) => ({ id: typeId(name), name, subtask: name === 'Subtask' })) });
    const fields = FIELDS.map(({ fieldId, name, type, items, custom, allowed }) => ({
      fieldId, key: fieldId, name, required: fieldId === 'summary', operations: ['set'],
      schema: { type, ...(items === undefined ? {} : { items }), ...(custom === undefined ? { system: fieldId } : { custom }) },
      ...(allowed === undefined ? {} : { allowedValues: allowed }),
    }));
    return answer(200, { ...page, total: fields.length, fields });
  }

  #users(query: string): JiraAnswer {
    // Sites hide addresses.
    const found = [...this.people].filter(([email]) => email === query);
    return answer(200, found.map(([, accountId]) => ({ accountId, displayName: 'Somebody', active: true })));
  }

  #search({ jql, fields, maxResults, nextPageToken = '0' }: { jql: string; fields: string[]; maxResults: number; nextPageToken?: string }): JiraAnswer {
    const indexed = this.issues.filter((issue) => issue.indexed <= this.now());
    const labels = [...(/labels IN \((.*)\)$/.exec(jql)?.[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, label]) => label!.replace(/\\(.)/g, '$1'));
    const found = jql.endsWith('ORDER BY key DESC')
      ? [...indexed].reverse()
      : indexed.filter((issue) => (issue.fields['labels'] as string[] | undefined)?.some((label) => labels.includes(label)));
    const from = Number(nextPageToken);
    const page = found.slice(from, from + maxResults);
    const isLast = from + page.length >= found.length;
    return answer(200, { issues: page.map((issue) => shown(issue, fields)), isLast, ...(isLast ? {} : { nextPageToken: String(from + page.length) }) });
  }

  #fetch({ issueIdsOrKeys, fields }: { issueIdsOrKeys: string[]; fields: string[] }): JiraAnswer {
    const wanted = new Set(issueIdsOrKeys);
    const found = this.issues.filter(({ key, id }) => wanted.has(key) || wanted.has(id));
    const missing = issueIdsOrKeys.filter((name) => !found.some(({ key, id }) => key === name || id === name));
    const issueErrors = missing.map((id) => ({ id, errorMessage: 'Issue does not exist' }));
    return answer(200, { issues: found.map((issue) => shown(issue, fields)), issueErrors });
  }

  #create({ issueUpdates }: { issueUpdates: Update[] }): JiraAnswer {
    const issues: object[] = [];
    const errors: object[] = [];
    for (const [failedElementNumber, { fields = {}, properties = [] }] of issueUpdates.entries()) {
      const faults = this.#faultsIn(fields);
      if (typeof fields['summary'] !== 'string') faults['summary'] = 'You must specify a summary of the issue.';
      if (Object.keys(faults).length > 0) {
        errors.push({ status: 400, failedElementNumber, elementErrors: { errorMessages: [], errors: faults } });
        continue;
      }
      const { project: _, issuetype, ...rest } = fields;
      const type = TYPES.find((name) => typeId(name) === (issuetype as { id: string }).id)!;
      const issue = this.add({}, { type });
      this.#set(issue, rest);
      for (const { key, value } of properties) issue.properties[key] = value;
      issues.push({ id: issue.id, key: issue.key, self: '' });
    }
    return answer(issues.length === 0 ? 400 : 201, { issues, errors });
  }

  #edit(issue: StoredIssue, { fields = {}, properties = [] }: Update): JiraAnswer {
    const faults = this.#faultsIn(fields);
    if (Object.keys(faults).length > 0) return answer(400, { errorMessages: [], errors: faults });
    this.#set(issue, fields);
    for (const { key, value } of properties) issue.properties[key] = value;
    return answer(204);
  }

  #faultsIn(fields: Record<string, unknown>): Record<string, string> {
    const unknown = Object.keys(fields).filter((id) => this.refusedFields.has(id) || !FIELDS.some(({ fieldId }) => fieldId === id));
    const faults = Object.fromEntries(unknown.map((id) => [id, `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`]));
    const { summary, description } = fields;
    if (typeof summary === 'string' && (summary.includes('\n') || summary.length > 255)) faults['summary'] = 'The summary is invalid.';
    const isDocument = description === undefined || description === null || (description as { type?: string }).type === 'doc';
    if (!isDocument) faults['description'] = 'Operation value must be an Atlassian Document';
    return faults;
  }

  #set(issue: StoredIssue, fields: Record<string, unknown>): void {
    for (const [id, value] of Object.entries(fields)) issue.fields[id] = id === 'timetracking' ? estimates(issue.fields[id], value) : value;
    issue.indexed = Math.max(issue.indexed, this.now() + this.lag);
  }

  #transitions(issue: StoredIssue, body: { transition: { id: string } } | undefined): JiraAnswer {
    const others = STATUSES.filter((status) => status !== issue.status);
    if (body === undefined)
      return answer(200, { transitions: others.map((name) => ({ id: typeId(name), name: `To ${name}`, to: { name }, isAvailable: true })) });
    const to = others.find((name) => typeId(name) === body.transition.id);
    if (to === undefined) return refused(400, 'It is not possible to make this transition.');
    issue.status = to;
    return answer(204);
  }

  #worklog(issue: StoredIssue, id: string | undefined, body: StoredIssue['worklogs'][number] | undefined): JiraAnswer {
    if (body === undefined) return answer(200, { startAt: 0, maxResults: 100, total: issue.worklogs.length, worklogs: issue.worklogs });
    if (id === undefined) {
      issue.worklogs.push({ ...body, id: String(this.#ids++) });
      return answer(201, issue.worklogs.at(-1));
    }
    const entry = issue.worklogs.find((one) => one.id === id);
    if (entry === undefined) return refused(404, 'Cannot find worklog');
    return answer(200, Object.assign(entry, body));
  }
}

interface Update {
  fields?: Record<string, unknown>;
  properties?: { key: string; value: unknown }[];
}

function answer(status: number, body?: unknown): JiraAnswer {
  return { status, headers: new Map(), body: structuredClone(body) };
}

function refused(status: number, message: string): JiraAnswer {
  return answer(status, { errorMessages: [message], errors: {} });
}

function typeId(name: string): string {
  return String(100 + [...TYPES, ...STATUSES].indexOf(name));
}

function estimates(before: unknown, value: unknown): object {
  const { originalEstimate, remainingEstimate } = value as Record<string, string | undefined>;
  const seconds = (text: string): number => Number(text.replace('m', '')) * 60;
  return {
    ...before as object | undefined,
    ...(originalEstimate === undefined ? {} : { originalEstimateSeconds: seconds(originalEstimate) }),
    ...(remainingEstimate === undefined ? {} : { remainingEstimateSeconds: seconds(remainingEstimate) }),
  };
}

function shown({ id, key, type, status, fields, properties, worklogs }: StoredIssue, wanted: readonly string[]): object {
  const all: Record<string, unknown> = {
    ...fields, issuetype: { id: typeId(type), name: type },
    status: { name: status, statusCategory: { key: status === 'To Do' ? 'new' : status === 'Done' ? 'done' : 'indeterminate' } },
    timespent: worklogs.length === 0 ? null : worklogs.reduce((sum, { timeSpentSeconds }) => sum + timeSpentSeconds, 0),
  };
  return { id, key, self: '', fields: Object.fromEntries(wanted.map((name) => [name, all[name] ?? null])), properties };
}
