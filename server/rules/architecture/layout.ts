/**
 * Files that belong nowhere in the configured architecture, and patterns of it that match nothing.
 *
 * Bad, because no rule about layers and blocks holds for a file outside of all of them: everything
 * may import it and it may import everything. A pattern that matches nothing is mostly a folder
 * that was renamed, and its files then are outside.
 *
 * Only where layers or blocks are configured. Entry points (`main`, `index`, `app` …) in a folder
 * above the layers put the parts together and need no place among them.
 */
import { globBase } from '../../graph/globs.ts';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { FixOffer } from '../kit/finding.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

/** Files that put a program together, by name. */
const ENTRY = /^(main|index|app|server|cli|bootstrap|compose|composition[-_]root|container|setup|worker|extension|routes?|__init__|__main__|manage|wsgi|asgi|conftest)\.\w+$/;

/** How many blocks are offered. */
const OFFERS = 2;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/layout',
    title: 'File outside every layer and block',
    severity: 'warning',
    roles: { ...PRODUCTION_ONLY, config: 'warning' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §1.1', 'general §2.1'],
    criterion: 'layering',
    blocker: false,
    fixable: true,
    docs: {
      what: 'A source file that no configured layer and no configured block contains, and a pattern of a layer or block that matches no file.',
      why: 'No rule about layers and blocks holds for such a file: everything may import it, and it may import everything. A pattern that matches nothing is mostly a folder that was renamed.',
      fix: 'Move the file to where it belongs, or let a layer or block contain it in `archwright.jsonc`. Correct or remove the pattern.',
      limits: 'Silent without configured layers and blocks. Entry points such as `main.ts` above the layers, tests, scripts and configuration files need no place.',
    },
    messages: {
      outside: 'This file belongs to no {kinds}, so no rule about the architecture holds for it.',
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
    for (const { kind, id, pattern, place } of model.emptyPatterns) {
      report(place.path, { messageId: `${kind}Pattern`, data: { id, pattern }, span: place.span, about: `${kind} ${id}: ${pattern}` });
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

/** The blocks whose folders are nearest. A layer gets its files by a pattern that says why, which cannot be guessed. */
function fixesFor(model: WorkspaceModel, path: string): FixOffer[] {
  if (!model.configured.blocks) return [];
  return [...model.blocks.values()]
    .filter((block) => !block.inferred)
    .map((block) => ({ id: block.id, near: Math.max(...block.paths.map((pattern) => sharedSegments(globBase(pattern), path))) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, OFFERS)
    .map(({ id }) => ({ id: 'config/assign', title: `Add this file to block "${id}"`, data: { block: id, path } }));
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
