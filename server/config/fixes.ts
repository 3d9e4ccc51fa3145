/** Fixes that edit the configuration, by the name that rules use. */
import type { FileEdit, FixContext, FixProvider, FixRequest, TextEdit } from '../facts/adapter.ts';
import { escapeGlob } from '../graph/globs.ts';
import { differenceOf } from '../text/difference.ts';
import { CONFIG_FILE } from './config.ts';
import { addAllow, addDependency, assignToBlock, hasBlocks, isEditable, removeDependency, removePattern, setSeverity } from './edit.ts';
import { SpanFinder } from './positions.ts';
import { withVersion, writtenVersion } from './versions.ts';

type Data = FixRequest['data'];

/** The file to edit. */
interface Target {
  text: string;
  /** A path of the workspace as this file writes it, or `from -> to` with two paths; its characters are escaped. */
  localGlob(path: string): string;
}

/** All data of these fixes is text. */
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
  'config/assign': editing(['block', 'path'], (data, { text, localGlob }) => assignToBlock(text, data.block!, localGlob(data.path!)), hasBlocks),
  /** `block`: an id that is free; `folder`, and `inside`: the glob of its files. */
  'config/create-block': editing(
    ['block', 'folder', 'inside'],
    (data, { text, localGlob }) => assignToBlock(text, data.block!, localGlob(`${data.folder!}/`) + data.inside!),
    hasBlocks,
  ),
  /** `file`, in which `block` has the version `before`, and `version`. */
  'config/raise-version': ({ data }, context) => {
    const { file, block, before, version } = textsOf(data, ['file', 'block', 'before', 'version']) ?? {};
    const text = file === undefined ? undefined : context.read(file);
    // Somebody may have raised it meanwhile.
    if (text === undefined || writtenVersion(file!, text, block!)?.replace(/^v/, '') !== before) return null;
    return changed(file!, text, withVersion(file!, text, block!, version!));
  },
  /** `pattern`, written at the finding's place. */
  'config/remove-pattern': ({ path, span, data: { pattern } }, context) => {
    const text = context.read(path);
    if (text === undefined || typeof pattern !== 'string' || !isEditable(text)) return null;
    return changed(path, text, removePattern(text, pattern, span));
  },
  /** `folder`, which does not exist yet. Git keeps no empty folder, so it gets a file. */
  'config/create-folder': ({ data: { folder } }, context) => {
    if (typeof folder !== 'string' || context.fileSystem.directoryExists(`${context.root}/${folder}`)) return null;
    return [{ path: `${folder}/.gitkeep`, edits: [], create: true }];
  },
};

type Edit = (data: Record<string, string>, target: Target) => string;

/**
 * @param keys data that the edit needs
 * @param edit returns the new text
 * @param holds chooses the file: the nearest one above for which it is true, otherwise the nearest of all
 */
function editing(keys: readonly string[], edit: Edit, holds: (text: string) => boolean = () => true): FixProvider {
  return (request, context) => {
    const data = textsOf(request.data, keys);
    const found = nearestConfig(request.path, context, holds) ?? nearestConfig(request.path, context, () => true);
    const { path, text, dir } = found ?? { path: CONFIG_FILE, text: undefined, dir: '' };
    if (data === null || !isEditable(text ?? '')) return null;
    return changed(path, text, edit(data, { text: text ?? '', localGlob: (entry) => localGlob(entry, dir) }));
  };
}

/** The edit of a file that may be new; null when nothing changes. */
function changed(path: string, before: string | undefined, after: string): FileEdit[] | null {
  if (after === (before ?? '')) return null;
  const edits = [difference(before ?? '', after)];
  return [before === undefined ? { path, edits, create: true } : { path, edits }];
}

function textsOf(data: Data, keys: readonly string[]): Record<string, string> | null {
  return keys.every((key) => typeof data[key] === 'string') ? (data as Record<string, string>) : null;
}

function nearestConfig(from: string, context: FixContext, holds: (text: string) => boolean): { path: string; text: string; dir: string } | null {
  for (let dir = from; dir !== ''; ) {
    dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/')));
    const path = dir === '' ? CONFIG_FILE : `${dir}/${CONFIG_FILE}`;
    const text = context.read(path);
    if (text !== undefined && holds(text)) return { path, text, dir };
  }
  return null;
}

function localGlob(entry: string, dir: string): string {
  const local = (path: string): string => escapeGlob(dir !== '' && path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : path);
  return entry.split(' -> ').map(local).join(' -> ');
}

function difference(before: string, after: string): TextEdit {
  const { start, endBefore, endAfter } = differenceOf(before, after);
  return { span: new SpanFinder(before).at(start, endBefore - start), text: after.slice(start, endAfter) };
}
