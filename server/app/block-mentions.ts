/** Where a file speaks of blocks: imports of others, the head of a block's face, names in the configuration. */
import { posix } from 'node:path';
import { facesOf, headLines } from '../blocks/faces.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import { blockNames } from '../config/block-names.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { rangeOf } from '../engine/report.ts';
import type { ImportFact } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import type { ModuleNode, WorkspaceModel } from '../graph/model.ts';
import type { ReportRange } from '../protocol/report.ts';

export interface BlockMention {
  block: string;
  range: ReportRange;
}

/**
 * @param opened the folder as it is edited
 * @param path of a file in it
 * @param text of the file; null where only its imports are of interest
 * @returns mentions of blocks that there are; where two overlap, the narrower comes first
 */
export function mentionsIn({ workspace, survey }: OpenedFolder, path: string, text: string | null): BlockMention[] {
  const model = workspace.model();
  if (posix.basename(path) === CONFIG_FILE || path === survey.namedConfiguration) return text === null ? [] : namesIn(model, path, text);
  return [...importsIn(model, path), ...headIn(model, path, text)];
}

/** A name that was taken got the folder of its file in front. */
function namesIn(model: WorkspaceModel, path: string, text: string): BlockMention[] {
  return blockNames(text).flatMap(({ id, span }) => {
    const block = [posix.join(posix.dirname(path), id), id].find((each) => model.blocks.has(each));
    return block === undefined ? [] : [{ block, range: rangeOf(span) }];
  });
}

function importsIn(model: WorkspaceModel, path: string): BlockMention[] {
  const module = model.modules.get(path);
  return (module?.imports ?? []).flatMap(({ fact, to }) => {
    const target = to.kind === 'file' ? model.modules.get(to.path) : undefined;
    const block = target?.block ?? null;
    return block === null || block === module!.block ? [] : namesOf(fact, target!, model).map((span) => ({ block, range: rangeOf(span) }));
  });
}

/** Where the block is named that an import leads to: `from shop import orders` names it behind the package, which may belong to it too. */
function namesOf({ names, specifierSpan }: ImportFact, { path, block }: ModuleNode, model: WorkspaceModel): Span[] {
  const areModules = names.length > 0 && names.every(({ imported, local, span }) => imported === '*' && local !== '*' && isAfter(span, specifierSpan));
  if (!areModules) return [specifierSpan];
  const around = posix.dirname(path.replace(/\/__init__\.pyi?$/, ''));
  const isInside = ['py', 'pyi'].some((ending) => model.modules.get(`${around}/__init__.${ending}`)?.block === block);
  return [...names.map(({ span }) => span), ...(isInside ? [specifierSpan] : [])];
}

function isAfter([line, column]: Span, [, , endLine, endColumn]: Span): boolean {
  return line > endLine || (line === endLine && column >= endColumn);
}

function headIn(model: WorkspaceModel, path: string, text: string | null): BlockMention[] {
  const { block = null, facts } = model.modules.get(path) ?? {};
  if (text === null || block === null || !facesOf(model.blocks.get(block)!).includes(path)) return [];
  const lines = headLines(text);
  const end = text.split('\n')[lines - 1]!.replace(/\r$/, '').length + 1;
  const head: Span = [1, 1, lines, end];
  const contract = facts?.contract?.span;
  return [head, ...(contract === undefined ? [] : [contract])].map((span) => ({ block, range: rangeOf(span) }));
}
