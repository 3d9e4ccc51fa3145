/** The calls of Jira Cloud's REST interface, version 3, that are used: what each takes and gives. */
import * as z from 'zod';
import { jqlText, markJson, markOf, PROPERTY, type Mark } from '../jira/identity.ts';
import type { RemoteIssue } from '../jira/plan.ts';
import type { ScreenField } from '../jira/screen.ts';
import { Refused, type JiraClient } from './client.ts';
import type { JiraRequest } from './transport.ts';

const REST = '/rest/api/3';
/** Limits of the interface. */
export const MOST_FETCHED = 100;
export const MOST_CREATED = 50;
const PAGE = 100;

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).optional() }),
    timespent: z.number().nullish(),
  }),
  properties: z.record(z.string(), z.unknown()).optional(),
});
const fetchedSchema = z.object({ issues: z.array(issueSchema) });
const searchedSchema = z.object({ issues: z.array(issueSchema), nextPageToken: z.string().nullish(), isLast: z.boolean().optional() });
const createdSchema = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })), errors: z.array(z.unknown()).optional() });
const elementErrors = z.object({
  errors: z.array(z.object({
    failedElementNumber: z.number().int(),
    elementErrors: z.object({ errorMessages: z.array(z.string()).nullish(), errors: z.record(z.string(), z.string()).nullish() }),
  })).min(1),
});
const typesSchema = z.object({
  issueTypes: z.array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean().catch(false) })), total: z.number().optional(),
});
const fieldsSchema = z.object({
  fields: z.array(z.object({
    fieldId: z.string(), name: z.string(), required: z.boolean().catch(false),
    schema: z.object({ type: z.string().catch(''), items: z.string().catch(''), custom: z.string().catch('') }),
    allowedValues: z.array(z.object({ id: z.string().catch(''), name: z.string().optional(), value: z.string().optional() })).optional(),
  })),
  total: z.number().optional(),
});
const usersSchema = z.array(z.object({ accountId: z.string(), emailAddress: z.string().nullish(), active: z.boolean().catch(true) }));
const transitionsSchema = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: z.object({ name: z.string() }).optional(), isAvailable: z.boolean().optional() })),
});
const worklogSchema = z.object({
  id: z.string(), timeSpentSeconds: z.number().catch(0),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
});
const worklogsSchema = z.object({ worklogs: z.array(worklogSchema), total: z.number().catch(0) });
const anything = z.unknown();

export interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
}

/** What became of one of several issues that were to be created. */
export type Created = { key: string; id: string } | { refused: string; fields: readonly string[] };

export interface NewIssue {
  fields: Record<string, unknown>;
  mark: Mark;
}

export interface OwnWorklog {
  id: string;
  seconds: number;
}

/** The interface, with the client below it. Every call throws what `JiraClient.ask` throws. */
export class JiraApi {
  readonly #client: JiraClient;

  constructor(client: JiraClient) {
    this.#client = client;
  }

  #read<Shape>(kind: string, path: string, shape: z.ZodType<Shape>, query: Record<string, string> = {}): Promise<Shape> {
    return this.#client.ask({ method: 'GET', path: `${REST}${path}`, query, kind, repeatable: true }, shape);
  }

  #write(request: JiraRequest): Promise<unknown> {
    return this.#client.ask({ ...request, path: `${REST}${request.path}` }, anything);
  }

  /** Types of issues of a project. */
  async issueTypes(project: string): Promise<IssueType[]> {
    const found: IssueType[] = [];
    for (;;) {
      const path = `/issue/createmeta/${keyPath(project)}/issuetypes`;
      const { issueTypes, total = 0 } = await this.#read('types of issues', path, typesSchema, pageFrom(found.length));
      found.push(...issueTypes);
      if (issueTypes.length === 0 || found.length >= total) return found;
    }
  }

  /** Fields on the screens of a type of issue. */
  async screenFields(project: string, type: string): Promise<ScreenField[]> {
    const found: ScreenField[] = [];
    for (;;) {
      const path = `/issue/createmeta/${keyPath(project)}/issuetypes/${keyPath(type)}`;
      const { fields, total = 0 } = await this.#read('fields', path, fieldsSchema, pageFrom(found.length));
      found.push(...fields.map(({ fieldId, name, required, schema, allowedValues }) => ({
        id: fieldId, name, required, ...schema,
        allowed: allowedValues?.map((one) => ({ id: one.id, name: one.name ?? one.value ?? '' })) ?? null,
      })));
      if (fields.length === 0 || found.length >= total) return found;
    }
  }

  /** @param keys or ids, at most 100 @returns those that are there and may be seen */
  async fetch(keys: readonly string[], fields: readonly string[]): Promise<RemoteIssue[]> {
    const body = { issueIdsOrKeys: keys, fields: [...fields, 'status', 'timespent'], properties: [PROPERTY] };
    const { issues } = await this.#client.ask(
      { method: 'POST', path: `${REST}/issue/bulkfetch`, body, kind: 'reading issues', repeatable: true }, fetchedSchema,
    );
    return issues.map(remoteOf);
  }

  /** @param labels of which an issue has one @returns issues that the index has by now: it lags behind */
  async withLabels(project: string, labels: readonly string[], fields: readonly string[]): Promise<RemoteIssue[]> {
    return this.#search(`project = ${jqlText(project)} AND labels IN (${labels.map(jqlText).join(', ')})`, fields, Infinity);
  }

  /** @returns the newest issue that the index knows; null in an empty project */
  async newest(project: string): Promise<RemoteIssue | null> {
    return (await this.#search(`project = ${jqlText(project)} ORDER BY key DESC`, [], 1))[0] ?? null;
  }

  async #search(jql: string, fields: readonly string[], most: number): Promise<RemoteIssue[]> {
    const found: RemoteIssue[] = [];
    let nextPageToken: string | undefined;
    do {
      const body = {
        jql, fields: [...fields, 'status', 'timespent'], properties: [PROPERTY], maxResults: Math.min(PAGE, most),
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      };
      const page = await this.#client.ask({ method: 'POST', path: `${REST}/search/jql`, body, kind: 'searching', repeatable: true }, searchedSchema);
      found.push(...page.issues.map(remoteOf));
      nextPageToken = page.isLast === true ? undefined : page.nextPageToken ?? undefined;
    } while (nextPageToken !== undefined && found.length < most);
    return found;
  }

  /** @param issues at most 50 @param beforeSending called each time before they are sent @returns what became of each, in their order */
  async create(issues: readonly NewIssue[], beforeSending: () => Promise<void>): Promise<Created[]> {
    const body = { issueUpdates: issues.map(({ fields, mark }) => ({ fields, properties: [{ key: PROPERTY, value: markJson(mark) }] })) };
    const request: JiraRequest = { method: 'POST', path: `${REST}/issue/bulk`, body, kind: 'creating issues', repeatable: false, beforeSending };
    let made: z.infer<typeof createdSchema>;
    try {
      made = await this.#client.ask(request, createdSchema);
    } catch (error) {
      // When none could be created, the answer has the shape of one about some.
      if (!(error instanceof Refused) || !elementErrors.safeParse(error.body).success) throw error;
      made = { issues: [], errors: elementErrors.parse(error.body).errors };
    }
    const failed = new Map((elementErrors.safeParse(made).data?.errors ?? []).map((each) => [each.failedElementNumber, each.elementErrors]));
    const keys = [...made.issues];
    return issues.map((_, at): Created => {
      const errors = failed.get(at);
      if (errors === undefined) return keys.shift() ?? { refused: 'Jira does not say what became of it', fields: [] };
      const said = [...errors.errorMessages ?? [], ...Object.entries(errors.errors ?? {}).map(([field, message]) => `${field}: ${message}`)];
      return { refused: said.join(' ') || 'Jira refuses it', fields: Object.keys(errors.errors ?? {}) };
    });
  }

  /** Sets fields, and what Archwright knows of the issue with them. */
  async edit(key: string, fields: Record<string, unknown>, mark: Mark): Promise<void> {
    const body = { fields, properties: [{ key: PROPERTY, value: markJson(mark) }] };
    await this.#write({ method: 'PUT', path: `/issue/${keyPath(key)}`, body, kind: 'editing', repeatable: true });
  }

  async setMark(key: string, mark: Mark): Promise<void> {
    await this.#write({ method: 'PUT', path: `/issue/${keyPath(key)}/properties/${PROPERTY}`, body: markJson(mark), kind: 'marking', repeatable: true });
  }

  /** @returns whether there is a way to the status from where the issue is */
  async moveTo(key: string, status: string): Promise<boolean> {
    const plain = (name: string | undefined): string => name?.trim().toLowerCase() ?? '';
    const { transitions } = await this.#read('transitions', `/issue/${keyPath(key)}/transitions`, transitionsSchema);
    const open = transitions.filter(({ isAvailable }) => isAvailable !== false);
    const found = open.find(({ to }) => plain(to?.name) === plain(status)) ?? open.find(({ name }) => plain(name) === plain(status));
    if (found === undefined) return false;
    // Once more, it is there already, and Jira refuses.
    const body = { transition: { id: found.id } };
    await this.#write({ method: 'POST', path: `/issue/${keyPath(key)}/transitions`, body, kind: 'moving', repeatable: false });
    return true;
  }

  /** @param identity of the row @returns the time that Archwright logged there */
  async ownWorklogs(key: string, identity: string): Promise<OwnWorklog[]> {
    const found: OwnWorklog[] = [];
    for (let startAt = 0; ;) {
      const query = { startAt: String(startAt), maxResults: String(PAGE), expand: 'properties' };
      const { worklogs, total } = await this.#read('logged time', `/issue/${keyPath(key)}/worklog`, worklogsSchema, query);
      for (const { id, timeSpentSeconds, properties = [] } of worklogs) {
        const value = properties.find((property) => property.key === PROPERTY)?.value;
        if (markOf(value)?.id === identity) found.push({ id, seconds: timeSpentSeconds });
      }
      startAt += worklogs.length;
      if (worklogs.length === 0 || startAt >= total) return found;
    }
  }

  /** @param started ISO 8601 in UTC @param beforeSending called each time before it is sent */
  async logTime(
    key: string, identity: string, { seconds, started }: { seconds: number; started: string }, beforeSending: () => Promise<void>,
  ): Promise<void> {
    const mark = markJson({ id: identity, fresh: false, met: new Map() });
    const body = { timeSpentSeconds: seconds, started: started.replace('Z', '+0000'), properties: [{ key: PROPERTY, value: mark }] };
    await this.#write({ method: 'POST', path: `/issue/${keyPath(key)}/worklog`, query: QUIETLY, body, kind: 'logging time', repeatable: false, beforeSending });
  }

  async changeTime(key: string, worklog: string, seconds: number): Promise<void> {
    const path = `/issue/${keyPath(key)}/worklog/${keyPath(worklog)}`;
    await this.#write({ method: 'PUT', path, query: QUIETLY, body: { timeSpentSeconds: seconds }, kind: 'logging time', repeatable: true });
  }

  /** @returns the account with an address; null when there is none, or more than one */
  async account(email: string): Promise<string | null> {
    const found = (await this.#read('people', '/user/search', usersSchema, { query: email, maxResults: '10' })).filter(({ active }) => active);
    const exact = found.filter(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
    // Sites hide addresses: what was found by one, alone, is who was meant.
    const chosen = exact.length > 0 ? exact : found.filter(({ emailAddress }) => (emailAddress ?? '') === '');
    return chosen.length === 1 ? chosen[0]!.accountId : null;
  }
}

/** Nobody gets a mail, and the estimate is what the log says. */
const QUIETLY = { notifyUsers: 'false', adjustEstimate: 'leave' };

function pageFrom(startAt: number): Record<string, string> {
  return { startAt: String(startAt), maxResults: String(PAGE) };
}

/** Part of a path; what is no key or number would lead elsewhere. */
function keyPath(key: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(key)) throw new TypeError(`"${key}" is no key of Jira`);
  return key;
}

function remoteOf({ id, key, fields, properties }: z.infer<typeof issueSchema>): RemoteIssue {
  const { status, timespent } = fields;
  return {
    id, key, fields, spent: timespent ?? 0, mark: markOf(properties?.[PROPERTY]),
    status: { name: status.name, isNew: status.statusCategory?.key === 'new' },
  };
}
