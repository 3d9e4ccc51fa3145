/**
 * Imports that bypass the public face of another block.
 *
 * Bad, because code behind the face may change at any time, and the importer then breaks.
 *
 * A block has a face where its configuration names one, or where its folder has an index file; in
 * the second case only names that the index exports count, because there is no other way to import
 * the rest. Folders named `internal` or `private` (and `_name` in Python) are private to the folder
 * around them, with or without a face. Python libraries often use `_name` for what is private to
 * the whole library, so its own parts may import it unless they are configured as blocks.
 * Within a block, and between a block and the blocks inside its folder, everything may be imported.
 */
import type { ImportFact } from '../../facts/module-facts.ts';
import { countsForBlocks } from '../../graph/edges.ts';
import { exportedAs, originOf } from '../../graph/exports.ts';
import type { Block, ModuleEdge, WorkspaceModel } from '../../graph/model.ts';
import type { Said } from '../kit/messages.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { allowOffer } from '../kit/offers.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

/** Names to import from the face in the place of those that were imported past it. */
interface WayIn {
  face: string;
  names: { from: string; to: string }[];
}

/** From this many imports on, use by others is intended and not an oversight. */
const MANY = 4;

const messages = {
  face: '{target} is internal to block "{block}". Import from {face}{missing}.',
  private: '{target} is private to {owner}. {advice}',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/private-import',
    title: 'Import that bypasses a block\'s public face',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §1', 'blocks §9.2', 'style §2.1', 'review §5'],
    criterion: 'contracts-and-boundaries',
    blocker: false,
    fixable: true,
    sources: { eslint: ['import/no-internal-modules', 'import-x/no-internal-modules', 'boundaries/entry-point'] },
    docs: {
      what:
        'An import from another block of a file behind its public face: one that is not among the configured `face` files; one that bypasses the index '
        + 'file of its folder for a name that the index exports; or one in a folder named `internal` or `private` (in Python also a module or folder '
        + '`_name`), imported from outside the folder around it.',
      why: 'Code behind the face may change at any time. Importing it ties both blocks together, and the block can no longer be changed alone.',
      fix: 'Import the name from the face. If the face does not export it, decide whether it should, and add it.',
      limits:
        'A block without an index file and without a configured face has no face, so nothing is reported. Without configured blocks, an index counts as '
        + 'the face of its folder only if at least half of the imports go through it. A folder named `internal` that mostly others import counts as private '
        + 'to the whole package, and so does a Python module `_name` within its top-level package, unless it belongs to a configured block. Imports that '
        + 'would create a cycle through the index are left alone. Tests may import anything.',
    },
    messages,
  },
  check({ model }, report) {
    const reach = new Map<string, Set<string>>();
    const agreed = agreedFaces(model);
    const shared = sharedFolders(model);
    for (const [path, edges] of model.edgesFrom) {
      const from = model.modules.get(path)!.block;
      for (const edge of edges) {
        const to = model.modules.get(edge.to)!.block;
        if (from === null || to === null || from === to) continue;
        const block = model.blocks.get(to)!;
        const owner = shared.has(privateFolder(edge.to) ?? '') || (block.inferred && isOwnUnderscore(path, edge)) ? null : privateOwner(path, edge.to);
        const past = owner === null && agreed.has(to) && isPastFace(block, path, edge.to);
        if (owner === null && !past) continue;
        for (const fact of edge.imports) {
          const way = wayIn(model, block, edge, fact, reach);
          if (past && way === null && !block.faceConfigured) continue;
          report(path, {
            ...(owner === null ? pastFace(block, edge.to, way) : intoPrivate(owner, edge.to, way)),
            span: fact.specifierSpan,
            about: `${path} -> ${edge.to}`,
            fixes: [...fixesFor(way), allowOffer('architecture/private-import', path, edge.to)],
          });
        }
      }
    }
  },
});

function pastFace(block: Block, target: string, way: WayIn | null): Said<typeof messages> {
  const face = way?.face ?? (block.face!.join(' or ') || 'its face, which matches no file');
  return { messageId: 'face', data: { target, block: block.id, face, missing: way === null ? ', or add there what is needed' : '' } };
}

function intoPrivate(owner: string, target: string, way: WayIn | null): Said<typeof messages> {
  return { messageId: 'private', data: { target, owner, advice: way ? `Import from ${way.face}.` : 'Let that folder export what others need.' } };
}

/** Blocks whose face binds: a written one, and one of a written block; the index of a guessed block when it is used as one. */
function agreedFaces(model: WorkspaceModel): Set<string> {
  const agreed = new Set<string>();
  for (const block of model.blocks.values()) {
    if (block.face === null) continue;
    const into = model.blockEdges.filter((edge) => edge.to === block.id).flatMap((edge) => edge.edges);
    const through = into.filter((edge) => block.face!.includes(edge.to)).length;
    if (!block.inferred || through * 2 >= into.length) agreed.add(block.id);
  }
  return agreed;
}

/** An importer inside of the folder that the index stands for does not go through it. */
function isPastFace(block: Block, from: string, to: string): boolean {
  if (block.face === null || block.face.includes(to)) return false;
  return block.faceConfigured || !block.face.some((face) => isInside(from, folderOf(face)));
}

/** Folders called private that mostly others import: then the name means "not for users of the package", and all of the package may. */
function sharedFolders(model: WorkspaceModel): Set<string> {
  const balance = new Map<string, { inside: number; outside: number }>();
  for (const [path, edges] of model.edgesFrom) {
    if (!countsForBlocks(model.modules.get(path)!.facts.role)) continue;
    for (const { to } of edges) {
      const folder = privateFolder(to);
      if (folder === null || isInside(path, folder)) continue;
      const count = balance.get(folder) ?? { inside: 0, outside: 0 };
      balance.set(folder, count);
      count[privateOwner(path, to) === null ? 'inside' : 'outside']++;
    }
  }
  return new Set([...balance].filter(([, { inside, outside }]) => outside >= MANY && outside > inside).map(([folder]) => folder));
}

/** The folder (or Python module) in the path that is private by its name, or null. */
function privateFolder(path: string): string | null {
  // Hardly any path holds such a name, and all imports are asked.
  if (!/(^|\/)(_|internal\b|private\b)/.test(path)) return null;
  const segments = path.split('/');
  const at = segments.findIndex((segment, index) => isPrivateName(segment, index === segments.length - 1, path));
  return at <= 0 ? null : segments.slice(0, at + 1).join('/');
}

/** The folder that a private file belongs to, when the importer stands outside of it; else null. */
function privateOwner(from: string, to: string): string | null {
  const folder = privateFolder(to);
  if (folder === null) return null;
  const owner = folderOf(folder);
  // `users.ts` beside the folder `users` is its own front.
  return isInside(from, owner) || from.replace(/\.\w+$/, '') === owner ? null : owner;
}

function isPrivateName(segment: string, isFile: boolean, path: string): boolean {
  if (!isFile && /^_{0,2}(internal|private)$/.test(segment)) return true;
  return /\.(py|ipynb)$/.test(path) && /^_[^_]/.test(segment);
}

/** The target is a Python module `_name`, and the importer lies in the same top-level package. */
function isOwnUnderscore(from: string, { to, imports }: ModuleEdge): boolean {
  const name = privateFolder(to)?.split('/').at(-1) ?? '';
  if (!/\.(py|ipynb)$/.test(to) || !name.startsWith('_')) return false;
  return imports.every(({ specifier }) => {
    // A relative import never leaves its package.
    if (specifier.startsWith('.')) return true;
    const at = `/${to}`.indexOf(`/${specifier.replaceAll('.', '/')}`);
    return at !== -1 && isInside(from, to.slice(0, at + specifier.split('.')[0]!.length));
  });
}

/** How the names of an import can be had from the block's face; null when they cannot, or a cycle would come of it. */
function wayIn(model: WorkspaceModel, block: Block, edge: ModuleEdge, fact: ImportFact, reach: Map<string, Set<string>>): WayIn | null {
  if (fact.names.length === 0) return null;
  for (const face of block.face ?? []) {
    const names = fact.names.flatMap((name) => {
      const origin = name.imported === '*' ? null : originOf(model, edge.to, name.imported);
      const to = origin === null ? null : exportedAs(model, face, origin, name.imported);
      return to === null ? [] : [{ from: name.imported, to }];
    });
    if (names.length === fact.names.length && (fact.typeOnly || !reachable(model, face, reach).has(edge.from))) return { face, names };
  }
  return null;
}

/** Every file that a file loads, directly or not. */
function reachable(model: WorkspaceModel, start: string, known: Map<string, Set<string>>): Set<string> {
  const before = known.get(start);
  if (before !== undefined) return before;
  const found = new Set([start]);
  for (const path of found) for (const edge of model.edgesFrom.get(path) ?? []) if (!edge.typeOnly && !edge.lazy) found.add(edge.to);
  known.set(start, found);
  return found;
}

function fixesFor(way: WayIn | null): FixOffer[] {
  return way === null ? [] : [{ id: 'import-from-face', title: `Import from ${way.face}`, data: { ...way } }];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
