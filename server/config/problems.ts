/** Turns issues of the schema into sentences with a place in the text. */
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type * as z from 'zod';
import type { ConfigProblem } from './config.ts';
import { didYouMean } from './nearest.ts';
import { keyNode, nearestNode, type JsonPath, type SpanFinder } from './positions.ts';

type Issue = z.core.$ZodIssue;

/** A document with its tree, so that a problem can point at its place. */
export interface Located {
  root: Node;
  value: unknown;
  spans: SpanFinder;
  /** The keys that an object may have, for suggestions. */
  keysAt(path: JsonPath): readonly string[];
}

/**
 * @param issues of the schema
 * @param document that was checked
 * @param base path of the checked value in the document
 */
export function problemsFrom(issues: readonly Issue[], document: Located, base: JsonPath = []): ConfigProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [...base, ...(issue.path as JsonPath)], document));
}

/**
 * @param document that has the problem
 * @param path of the value at fault; where there is no value, the one around it is marked
 * @param message a sentence
 * @param severity an error makes the configuration unusable
 */
export function problemAt(document: Located, path: JsonPath, message: string, severity: ConfigProblem['severity'] = 'error'): ConfigProblem {
  const node = findNodeAtLocation(document.root, path);
  const span = node === undefined ? document.spans.opening(nearestNode(document.root, path)) : document.spans.of(node);
  return { message, path, span, severity };
}

function problemsOf(issue: Issue, path: JsonPath, document: Located): ConfigProblem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, document));
    case 'invalid_union':
      // None of several kinds, which one of its keys tells apart.
      if (issue.errors.length === 0) return [problemAt(document, path, issue.message)];
      return problemsFrom(fittingBranch(issue.errors, valueAt(document, path)), document, path);
    case 'invalid_key':
      return [atKey(path, issue.issues[0]?.message ?? issue.message, document)];
    case 'invalid_value':
      return [problemAt(document, path, wrongChoice(issue.values, valueAt(document, path)))];
    case 'invalid_type':
      return [problemAt(document, path, wrongType(issue.expected, path, valueAt(document, path)))];
    case 'too_small':
      if (issue.origin !== 'number') return [problemAt(document, path, 'Must not be empty.')];
      return [problemAt(document, path, `Must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`)];
    case 'too_big':
      return [problemAt(document, path, `Must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}.`)];
    default:
      return [problemAt(document, path, issue.message)];
  }
}

/** @param path of the value that the key has */
function atKey(path: JsonPath, message: string, document: Located): ConfigProblem {
  const node = keyNode(document.root, path.slice(0, -1), String(path.at(-1)));
  return { message, path, span: document.spans.of(node ?? nearestNode(document.root, path)), severity: 'error' };
}

function unknownKey(key: string, path: JsonPath, document: Located): ConfigProblem {
  const node = keyNode(document.root, path, key);
  const inRules = path[path.length - 1] === 'rules';
  const message = `${inRules ? 'Unknown rule' : 'Unknown key'} "${key}".${didYouMean(key, document.keysAt(path))}`;
  return { message, path: [...path, key], span: document.spans.of(node ?? nearestNode(document.root, path)), severity: 'error' };
}

/** For a value that may be text or an object, the issues of the kind that it is. */
function fittingBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isWrongKind = ({ path, code }: Issue): boolean => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
  const fits = (issues: readonly Issue[]): boolean => !issues.some(isWrongKind);
  return (isObject ? branches.find(fits) : branches[0]) ?? branches[0] ?? [];
}

/** Choices that are listed in a sentence where one of them is probably meant. */
const MOST_CHOICES = 20;

function wrongChoice(values: readonly unknown[], value: unknown): string {
  const choices = values.map((each) => JSON.stringify(each)).join(', ');
  if (values.length === 1) return `Expected ${choices}, found ${shown(value)}.`;
  const hint = typeof value === 'string' ? didYouMean(value, values.filter((each) => typeof each === 'string')) : '';
  // A long list would bury what was probably meant.
  if (hint !== '' && values.length > MOST_CHOICES) return `${shown(value)} is none of the ${values.length} that there are.${hint}`;
  return `${shown(value)} is not one of ${choices}.${hint}`;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text', array: 'a list', object: 'an object', number: 'a number', int: 'a whole number', boolean: 'true or false', record: 'an object',
};

function wrongType(expected: string, path: JsonPath, value: unknown): string {
  const name = TYPE_NAMES[expected] ?? expected;
  if (value === undefined) return `"${path[path.length - 1] ?? ''}" is missing; it must be ${name}.`;
  return `Expected ${name}, found ${shown(value)}.`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(value);
}

function valueAt(document: Located, path: JsonPath): unknown {
  let value = document.value;
  for (const key of path) value = (value as Record<string | number, unknown> | undefined)?.[key];
  return value;
}

/** JSON silently takes the last of two equal keys, which is never intended. */
export function repeatedKeys(node: Node, spans: SpanFinder, path: JsonPath = []): ConfigProblem[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, at) => {
    if (node.type === 'array') return repeatedKeys(child, spans, [...path, at]);
    const [key, value] = child.children ?? [];
    if (key === undefined) return [];
    const name = String(key.value);
    const isRepeated = seen.has(name);
    seen.add(name);
    const problem: ConfigProblem = { message: `"${name}" appears twice.`, path: [...path, name], span: spans.of(key), severity: 'error' };
    const repeated = isRepeated ? [problem] : [];
    return value === undefined ? repeated : [...repeated, ...repeatedKeys(value, spans, [...path, name])];
  });
}
