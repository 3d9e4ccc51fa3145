/**
 * What Jira takes and gives, for the calls that Archwright makes. Written after Atlassian's OpenAPI description of Jira Cloud,
 * version 3 (`swagger-v3.v3.json`, licensed under Apache 2.0): an object that is closed there is strict here.
 */
import * as z from 'zod';

const errorCollection = z.strictObject({ errorMessages: z.array(z.string()), errors: z.record(z.string(), z.string()), status: z.int().optional() });
const entityProperty = z.strictObject({ key: z.string().max(255), value: z.unknown() });
const issueUpdate = z.strictObject({
  fields: z.record(z.string(), z.unknown()).optional(), properties: z.array(entityProperty).optional(),
  transition: z.strictObject({ id: z.string() }).optional(), update: z.record(z.string(), z.array(z.unknown())).optional(),
});
const issue = z.strictObject({
  id: z.string(), key: z.string(), self: z.string(), fields: z.record(z.string(), z.unknown()), properties: z.record(z.string(), z.unknown()).optional(),
});
const worklog = z.looseObject({ timeSpentSeconds: z.int().positive(), properties: z.array(entityProperty).optional() });
const nothing = z.undefined();
const schema = z.strictObject({ type: z.string(), items: z.string().optional(), system: z.string().optional(), custom: z.string().optional() });
const count = { startAt: z.int(), maxResults: z.int(), total: z.int() };

export interface CallShape {
  method: 'GET' | 'POST' | 'PUT';
  /** As the description writes it. */
  path: string;
  query: readonly string[];
  body: z.ZodType;
  /** By status. */
  answers: Readonly<Record<number, z.ZodType>>;
}

export const CALLS: readonly CallShape[] = [
  {
    method: 'POST', path: '/rest/api/3/search/jql', query: [],
    body: z.strictObject({
      jql: z.string().min(1), fields: z.array(z.string()), properties: z.array(z.string()).max(5), maxResults: z.int().min(1).max(5000),
      nextPageToken: z.string().optional(),
    }),
    answers: { 200: z.strictObject({ issues: z.array(issue), nextPageToken: z.string().optional(), isLast: z.boolean() }), 400: errorCollection },
  },
  {
    method: 'POST', path: '/rest/api/3/issue/bulkfetch', query: [],
    body: z.strictObject({ issueIdsOrKeys: z.array(z.string()).min(1).max(100), fields: z.array(z.string()), properties: z.array(z.string()).max(5) }),
    answers: {
      200: z.strictObject({ issues: z.array(issue), issueErrors: z.array(z.strictObject({ id: z.string(), errorMessage: z.string() })) }), 400: errorCollection,
    },
  },
  {
    method: 'POST', path: '/rest/api/3/issue/bulk', query: [],
    body: z.strictObject({ issueUpdates: z.array(issueUpdate).min(1).max(50) }),
    answers: Object.fromEntries([201, 400].map((status) => [status, z.strictObject({
      issues: z.array(z.strictObject({ id: z.string(), key: z.string(), self: z.string() })),
      errors: z.array(z.strictObject({ status: z.int(), failedElementNumber: z.int(), elementErrors: errorCollection })),
    })])),
  },
  {
    method: 'PUT', path: '/rest/api/3/issue/{issueIdOrKey}', query: [], body: issueUpdate,
    answers: { 204: nothing, 400: errorCollection, 403: errorCollection, 404: errorCollection },
  },
  {
    method: 'PUT', path: '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', query: [], body: z.unknown(),
    answers: { 200: nothing, 201: nothing, 404: errorCollection },
  },
  {
    method: 'GET', path: '/rest/api/3/issue/{issueIdOrKey}/transitions', query: [], body: nothing,
    answers: {
      200: z.strictObject({
        transitions: z.array(z.strictObject({ id: z.string(), name: z.string(), to: z.looseObject({ name: z.string() }), isAvailable: z.boolean() })),
      }),
      404: errorCollection,
    },
  },
  {
    method: 'POST', path: '/rest/api/3/issue/{issueIdOrKey}/transitions', query: [], body: issueUpdate,
    answers: { 204: nothing, 400: errorCollection, 404: errorCollection },
  },
  {
    method: 'GET', path: '/rest/api/3/issue/{issueIdOrKey}/worklog', query: ['startAt', 'maxResults', 'expand'], body: nothing,
    answers: { 200: z.strictObject({ ...count, worklogs: z.array(worklog) }), 404: errorCollection },
  },
  {
    method: 'POST', path: '/rest/api/3/issue/{issueIdOrKey}/worklog', query: ['notifyUsers', 'adjustEstimate'],
    body: z.strictObject({
      timeSpentSeconds: z.int().positive(), started: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/), properties: z.array(entityProperty),
    }),
    answers: { 201: worklog, 400: errorCollection, 404: errorCollection },
  },
  {
    method: 'PUT', path: '/rest/api/3/issue/{issueIdOrKey}/worklog/{id}', query: ['notifyUsers', 'adjustEstimate'],
    body: z.strictObject({ timeSpentSeconds: z.int().positive() }), answers: { 200: worklog, 404: errorCollection },
  },
  {
    method: 'GET', path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes', query: ['startAt', 'maxResults'], body: nothing,
    answers: {
      200: z.strictObject({ ...count, issueTypes: z.array(z.strictObject({ id: z.string(), name: z.string(), subtask: z.boolean() })) }), 404: errorCollection,
    },
  },
  {
    method: 'GET', path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}', query: ['startAt', 'maxResults'], body: nothing,
    answers: {
      200: z.strictObject({
        ...count,
        fields: z.array(z.strictObject({
          fieldId: z.string(), key: z.string(), name: z.string(), required: z.boolean(), operations: z.array(z.string()), schema,
          allowedValues: z.array(z.unknown()).optional(),
        })),
      }),
      404: errorCollection,
    },
  },
  {
    method: 'GET', path: '/rest/api/3/user/search', query: ['query', 'maxResults'], body: nothing,
    answers: { 200: z.array(z.strictObject({ accountId: z.string(), displayName: z.string(), active: z.boolean(), emailAddress: z.string().optional() })) },
  },
];

/** @returns the call that a request makes; undefined for one that Archwright must not make */
export function callOf(method: string, path: string): CallShape | undefined {
  const matches = (shape: CallShape): boolean => new RegExp(`^${shape.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  // `issue/bulk` is no issue by that name.
  return CALLS.filter((shape) => shape.method === method && matches(shape)).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}
