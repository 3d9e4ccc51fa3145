/** Fixes that edit the configuration, by the name that rules use. */
import type { FileEdit, FixContext, FixProvider, FixRequest } from '../facts/adapter.ts';
import type { Span } from '../facts/span.ts';
import { escapeGlob } from '../graph/globs.ts';
import { CONFIG_FILE } from './config.ts';
import { addAllow, addDependency, assignToBlock, isEditable, removeDependency, setSeverity } from './edit.ts';
import { SpanFinder } from './positions.ts';

type Data = FixRequest['data'];

/** What the edit knows of where the file stands. */
interface Target {
  text: string;
  /** A path of the workspace as this file writes it; `from -> to` with both sides. Wildcards are none. */
  localGlob(path: string): string;
}

/** Data that each fix needs is all text. */
export const configurationFixes: Readonly<Record<string, FixProvider>> = {
  /** `rule`, and `entry`: a path, or `from -> to` with two paths or two blocks. */
  'config/allow': editing(['rule', 'entry'], (data, { text, localGlob }) => addAllow(text, data.rule!, localGlob(data.entry!))),
  /** `rule` and `severity`. */
  'config/severity': editing(['rule', 'severity'], (data, { text }) => setSeverity(text, data.rule!, data.severity as 'off')),
  /** `block` and `dependency`: their ids. */
  'config/add-dependency': editing(['block', 'dependency'], (data, { text }) => addDependency(text, data.block!, data.dependency!)),
  /** `block` and `dependency`: their ids. */
  'config/remove-dependency': editing(['block', 'dependency'], (data, { text }) => removeDependency(text, data.block!, data.dependency!)),
  /** `block`, and `path`: a file or a folder. */
  'config/assign': editing(['block', 'path'], (data, { text, localGlob }) => assignToBlock(text, data.block!, localGlob(data.path!))),
};

function editing(keys: readonly string[], edit: (data: Record<string, string>, target: Target) => string): FixProvider {
  return (request, context) => {
    const data = textsOf(request.data, keys);
    const { path, text, dir } = nearestConfig(request.path, context);
    if (data === null || !isEditable(text ?? '')) return null;
    const before = text ?? '';
    const after = edit(data, { text: before, localGlob: (entry) => localGlob(entry, dir) });
    if (after === before) return null;
    const edits = [difference(before, after)];
    return [text === undefined ? { path, edits, create: true } : { path, edits }] satisfies FileEdit[];
  };
}

function textsOf(data: Data, keys: readonly string[]): Record<string, string> | null {
  return keys.every((key) => typeof data[key] === 'string') ? (data as Record<string, string>) : null;
}

function nearestConfig(from: string, context: FixContext): { path: string; text: string | undefined; dir: string } {
  for (let dir = from; dir !== ''; ) {
    dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/')));
    const path = dir === '' ? CONFIG_FILE : `${dir}/${CONFIG_FILE}`;
    const text = context.read(path);
    if (text !== undefined) return { path, text, dir };
  }
  return { path: CONFIG_FILE, text: undefined, dir: '' };
}

function localGlob(entry: string, dir: string): string {
  const local = (path: string): string => escapeGlob(dir !== '' && path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : path);
  return entry.split(' -> ').map(local).join(' -> ');
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): { span: Span; text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { span: new SpanFinder(before).at(start, before.length - end - start), text: after.slice(start, after.length - end) };
}
