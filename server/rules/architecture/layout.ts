/**
 * Files outside the configured architecture, and patterns in it that match nothing.
 *
 * Bad, because no layer or block rule applies to a file outside all of them: it may import
 * anything, and anything may import it. A pattern that matches nothing usually names a folder that
 * was renamed, and the files in that folder are then outside.
 *
 * Only where layers or blocks are configured. Entry points (`main`, `index`, `app` …) in a folder
 * above the layers connect the parts and need no place among them.
 */
import { globBase, plainPath } from '../../graph/globs.ts';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

/** Files that put a program together, by name. */
const ENTRY = new RegExp(
  String.raw`^(main|index|app|server|cli|bootstrap|compose|composition[-_]root|container|setup|worker|extension|routes?|__init__|`
  + String.raw`__main__|manage|wsgi|asgi|conftest)\.\w+$`,
);

/** How many blocks are offered. */
const OFFERS = 2;

type EmptyPattern = WorkspaceModel['emptyPatterns'][number];

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/layout',
    title: 'File outside all layers and blocks',
    severity: 'warning',
    roles: { ...PRODUCTION_ONLY, config: 'warning' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §1.1', 'general §2.1'],
    criterion: 'layering',
    blocker: false,
    fixable: true,
    docs: {
      what: 'A source file that no configured layer and no configured block contains, and a layer or block pattern that matches no file.',
      why:
        'No architecture rule applies to such a file: it may import anything, and anything may import it. A pattern that matches nothing usually names a '
        + 'folder that was renamed.',
      fix:
        'Move the file, or add it to a layer or block in `archwright.jsonc`; the quick fixes add it to a block or create one for its folder. Correct or '
        + 'remove the pattern, or create the folder it names.',
      limits:
        'Silent without configured layers and blocks. Entry points such as `main.ts` above the layers, tests, scripts and configuration files need no '
        + 'place. A pattern may match nothing but a folder with a `.gitkeep`, or files that are not reviewed on purpose, such as generated ones.',
    },
    messages: {
      outside: 'File belongs to no {kinds}, so no architecture rule applies to it.',
      layerPattern: 'The pattern "{pattern}" of layer "{id}" matches no file.',
      blockPattern: 'The pattern "{pattern}" of block "{id}" matches no file.',
    },
  },
  check({ model }, report) {
    const { layers, blocks } = model.configured;
    if (layers || blocks) {
      const kinds = layers && blocks ? 'layer and no block' : layers ? 'layer' : 'block';
      for (const module of model.modules.values()) {
        if (!isOutside(model, module)) continue;
        report(module.path, { messageId: 'outside', data: { kinds }, span: [1, 1, 1, 1], about: 'outside', fixes: fixesFor(model, module.path) });
      }
    }
    for (const empty of model.emptyPatterns) {
      const { kind, id, pattern, place } = empty;
      const fixes = patternFixes(model, empty);
      report(place.path, { messageId: `${kind}Pattern`, data: { id, pattern }, span: place.span, about: `${kind} ${id}: ${pattern}`, fixes });
    }
  },
});

function isOutside(model: WorkspaceModel, { path, layer, block, facts }: ModuleNode): boolean {
  // A notebook is read from head to foot by a person; nothing is built on it.
  if (facts.role !== 'source' || facts.language === 'notebook') return false;
  const placed = (model.configured.layers && layer !== null) || (model.configured.blocks && block !== null);
  return !placed && !isEntryPoint(model, path);
}

/** Named like an entry point, and some layer or block lies below its folder. */
function isEntryPoint(model: WorkspaceModel, path: string): boolean {
  const slash = path.lastIndexOf('/');
  if (!ENTRY.test(path.slice(slash + 1))) return false;
  const folder = path.slice(0, slash + 1);
  return definitions(model).some((each) => each.files.some((file) => file.startsWith(folder)));
}

function definitions(model: WorkspaceModel): { id: string; paths: string[]; files: string[] }[] {
  return [...(model.configured.blocks ? model.blocks : model.layers).values()];
}

/** The blocks whose folders are nearest, and a new one. A layer gets its files by a pattern that says why, which cannot be guessed. */
function fixesFor(model: WorkspaceModel, path: string): FixOffer[] {
  if (!model.configured.blocks) return [];
  const blocks = [...model.blocks.values()].filter((block) => !block.inferred);
  const assign = blocks
    .map((block) => ({ id: block.id, near: Math.max(...block.paths.map((pattern) => sharedSegments(globBase(pattern), path))) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, OFFERS)
    .map(({ id }) => ({ id: 'config/assign', title: `Add this file to block "${id}"`, data: { block: id, path } }));
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const name = freeName(folder, model.blocks);
  if (name === null) return assign;
  // Folders below that are blocks already stay what they are, and so do those that nobody has placed yet.
  const isShared = blocks.some((block) => block.paths.some((pattern) => globBase(pattern).startsWith(`${folder}/`)));
  const title = isShared ? `Create block "${name}" for the files in ${folder}` : `Create block "${name}" for ${folder}`;
  return [...assign, { id: 'config/create-block', title, data: { block: name, folder, inside: isShared ? '*' : '**' } }];
}

/** The folder's name, with as much of its path as it takes to be free; null for the workspace itself and where all is taken. */
function freeName(folder: string, taken: WorkspaceModel['blocks']): string | null {
  // Names of blocks stand in lists with commas.
  const segments = folder.replaceAll(',', ' ').split('/');
  const names = segments.map((_, length) => segments.slice(-1 - length).join('/'));
  return folder === '' ? null : names.find((name) => !taken.has(name)) ?? null;
}

/** Make the folder that is named, or name it no longer. The only pattern stays: others may name what has it. */
function patternFixes(model: WorkspaceModel, { kind, id, pattern }: EmptyPattern): FixOffer[] {
  const paths = (kind === 'layer' ? model.layers : model.blocks).get(id)?.paths ?? [];
  const folder = plainPath(pattern);
  const isInside = folder !== null && folder.split('/').every((segment) => !/^\.{0,2}$/.test(segment));
  // A name with an ending is mostly that of a file.
  const isFolder = isInside && (/\/(\*\*)?$/.test(pattern) || !/\.[^/]*$/.test(folder));
  const hasOthers = paths.some((each) => each !== pattern && !each.startsWith('!'));
  return [
    ...(isFolder ? [{ id: 'config/create-folder', title: `Create the folder ${folder}`, data: { folder } }] : []),
    ...(hasOthers ? [{ id: 'config/remove-pattern', title: `Take "${pattern}" out of ${kind} "${id}"`, data: { pattern } }] : []),
  ];
}

function sharedSegments(folder: string, path: string): number {
  const segments = path.split('/');
  let shared = 0;
  for (const segment of folder.split('/')) {
    if (segment !== segments[shared]) break;
    shared++;
  }
  return shared;
}
