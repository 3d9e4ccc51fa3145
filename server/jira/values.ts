/** One value of a field, as the log has it, as Jira has it, and as both can be compared. */
import * as z from 'zod';
import { issueOf, type Cells, type Issue } from '../tracking/fields.ts';
import { oneLine } from '../tracking/jira-csv.ts';
import { adfOf, adfWords, wordsOf } from './adf.ts';
import { isOwnLabel, type Comparable } from './identity.ts';
import type { Target } from './screen.ts';

/** What the log says. */
export interface LocalValue {
  value: Comparable;
  /** As Jira takes it. */
  json: unknown;
  /** What could not be taken along; empty for nothing. */
  notes: readonly string[];
}

/** What a value needs that is in neither the cell nor the field. */
export interface Lookups {
  /** Account by the person in the cell. */
  accounts: ReadonlyMap<string, string>;
  /** Key in Jira of an issue that a row of the log names; null when there is none yet. */
  keyOf(row: string): string | null;
}

const MINUTE = 60;

/**
 * @param target where it goes
 * @param cells of the row
 * @returns null when the cell holds something that cannot be written there, and has nothing to say
 */
export function localValue(target: Target, cells: Cells, lookups: Lookups): LocalValue | null {
  const cell = cells[target.from].trim();
  // A text field takes whatever the cell holds; any other only what is allowed there.
  const value = issueOf(cells)[target.from];
  if (cell === '') return emptyOf(target);
  if (target.kind === 'text') return plainly(cell);
  if (value === undefined) return null;
  const list = Array.isArray(value) ? value : [String(value)];
  switch (target.kind) {
    case 'line': return plainly(oneLine(cell));
    case 'rich': return { value: wordsOf(cell), json: adfOf(cell), notes: [] };
    case 'number': return typeof value === 'number' ? plainly(value) : null;
    case 'choice': return choiceOf(target, cell);
    case 'choices': return choicesOf(target, list);
    case 'labels': return labelsOf(list);
    case 'user': return userOf(cell, lookups);
    case 'date': return typeof value === 'string' && isDate(value) ? plainly(value.slice(0, 10)) : null;
    case 'time': return typeof value === 'string' && isDate(value) ? { value: Date.parse(value), json: value.replace('Z', '+0000'), notes: [] } : null;
    case 'estimate': return typeof value === 'number' ? estimateOf(value) : null;
    case 'parent': case 'epic': return parentOf(target, cell, lookups);
  }
}

function emptyOf({ kind }: Target): LocalValue | null {
  // An issue always has a summary, and an estimate is not taken away because the log has none.
  if (kind === 'line' || kind === 'estimate') return null;
  return { value: null, json: kind === 'labels' || kind === 'choices' ? [] : null, notes: [] };
}

function plainly(value: string | number): LocalValue {
  return { value, json: value, notes: [] };
}

function choiceOf({ allowed, choiceKey, name }: Target, cell: string): LocalValue {
  const known = allowed === null ? { id: '', name: cell } : allowed.find((one) => same(one.name, cell));
  if (known === undefined) return { value: null, json: undefined, notes: [`${name}: Jira does not know "${cell}"`] };
  return { value: cell.toLowerCase(), json: { [choiceKey]: known.name }, notes: [] };
}

function choicesOf({ allowed, choiceKey, name }: Target, items: readonly string[]): LocalValue {
  const known = items.flatMap((item) => (allowed === null ? [item] : allowed.filter((one) => same(one.name, item)).map((one) => one.name)).slice(0, 1));
  const unknown = allowed === null ? [] : items.filter((item) => !allowed.some((one) => same(one.name, item)));
  const value = listOf(known.map((item) => item.toLowerCase()));
  // What Jira does not know is no reason to take away what it has.
  const json = unknown.length > 0 && known.length === 0 ? undefined : known.map((item) => ({ [choiceKey]: item }));
  return { value, json, notes: unknown.map((item) => `${name}: Jira does not know "${item}"`) };
}

function labelsOf(items: readonly string[]): LocalValue {
  const own = [...new Set(items)].filter((label) => !isOwnLabel(label));
  return { value: listOf(own), json: own, notes: [] };
}

function userOf(cell: string, { accounts }: Lookups): LocalValue {
  const account = accounts.get(cell);
  if (account === undefined) return { value: null, json: undefined, notes: [`Jira knows no account of "${cell}"`] };
  return { value: account, json: { accountId: account }, notes: [] };
}

/** Jira counts in minutes, and its days may be longer than those of the log. */
function estimateOf(seconds: number): LocalValue {
  const minutes = Math.round(seconds / MINUTE);
  return { value: minutes, json: `${minutes}m`, notes: [] };
}

function parentOf({ kind }: Target, cell: string, { keyOf }: Lookups): LocalValue {
  const key = keyOf(cell);
  if (key === null) return { value: null, json: undefined, notes: [`"${cell}" is no issue that it can belong to`] };
  return { value: key, json: kind === 'parent' ? { key } : key, notes: [] };
}

const named = z.object({ name: z.string() });
const valued = z.object({ value: z.string() });
const user = z.object({ accountId: z.string() });
const keyed = z.object({ key: z.string() });
const tracked = z.object({ originalEstimateSeconds: z.number().optional(), remainingEstimateSeconds: z.number().optional() });

/** @param raw value of the field in an issue of Jira @returns it in the form of `localValue`; null for nothing, and for what cannot be understood */
export function remoteValue(target: Target, raw: unknown): Comparable {
  if (raw === null || raw === undefined) return null;
  switch (target.kind) {
    case 'line': return typeof raw === 'string' ? wordsOf(raw) || null : null;
    case 'text': return typeof raw === 'string' ? raw.trim() || null : null;
    case 'rich': return adfWords(raw) || null;
    case 'number': return typeof raw === 'number' ? raw : null;
    case 'choice': return nameIn(target, raw)?.toLowerCase() ?? null;
    case 'choices': return listOf(itemsIn(raw).flatMap((item) => nameIn(target, item)?.toLowerCase() ?? []));
    case 'labels': return listOf(itemsIn(raw).filter((label) => typeof label === 'string' && !isOwnLabel(label)) as string[]);
    case 'user': return user.safeParse(raw).data?.accountId ?? null;
    case 'date': return typeof raw === 'string' ? raw.slice(0, 10) : null;
    case 'time': return typeof raw === 'string' && isDate(raw) ? Date.parse(raw) : null;
    case 'estimate': return estimateIn(target, raw);
    case 'parent': return keyed.safeParse(raw).data?.key ?? null;
    case 'epic': return typeof raw === 'string' ? raw : null;
  }
}

function estimateIn({ from }: Target, raw: unknown): number | null {
  const { originalEstimateSeconds, remainingEstimateSeconds } = tracked.safeParse(raw).data ?? {};
  const seconds = from === 'Time Original Estimate' ? originalEstimateSeconds : remainingEstimateSeconds;
  return seconds === undefined ? null : Math.round(seconds / MINUTE);
}

function nameIn({ choiceKey }: Target, raw: unknown): string | null {
  return (choiceKey === 'name' ? named.safeParse(raw).data?.name : valued.safeParse(raw).data?.value) ?? null;
}

function itemsIn(raw: unknown): unknown[] {
  return Array.isArray(raw) ? raw : [];
}

/** The order of a list means nothing. */
function listOf(items: readonly string[]): readonly string[] | null {
  return items.length === 0 ? null : [...new Set(items)].sort();
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** @returns the object of fields that Jira takes, from values by target */
export function fieldsJson(values: ReadonlyMap<Target, unknown>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [{ id, from, kind }, json] of values) {
    if (kind !== 'estimate') fields[id] = json;
    // Both estimates are parts of one field.
    else fields[id] = { ...(fields[id] as object | undefined), [from === 'Time Original Estimate' ? 'originalEstimate' : 'remainingEstimate']: json };
  }
  return fields;
}

/** @returns seconds that a row says were spent; null for none */
export function spentOf(issue: Issue): number | null {
  const seconds = issue['Time Spent'];
  return seconds === undefined || seconds < MINUTE ? null : Math.round(seconds / MINUTE) * MINUTE;
}
