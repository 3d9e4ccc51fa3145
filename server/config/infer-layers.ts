/** Layers from folder names, where the names are clear. */
import { escapeGlob } from '../graph/globs.ts';
import type { LayerDefinition } from '../graph/model.ts';
import { stemOf, type Folder } from './folder-tree.ts';
import { LAYER_FAMILIES, type LayerFamily } from './layer-families.ts';

export interface InferredLayers {
  /** From top to bottom; none, or at least two of one family. */
  layers: LayerDefinition[];
  /** Paths of the folders and files that are named like layers. */
  members: Set<string>;
  explanation: string[];
}

/** Share of the files named like layers that one of several families must hold. */
const CLEARLY = 0.8;

/** A folder in which several layers of a family stand side by side. */
interface Sighting {
  family: LayerFamily;
  parent: Folder;
  /** Names as the family knows them, by layer. */
  names: Map<string, string[]>;
  /** What belongs to each layer: folders, and modules as files. */
  members: Map<string, { path: string; isFile: boolean }[]>;
  /** The folders among them, by path. */
  folders: Map<string, Folder>;
}

/**
 * @param root the workspace's folder
 * @returns none when the names are not clear
 */
export function inferLayers(root: Folder): InferredLayers {
  const all = sightingsIn(root);
  const named = new Set(all.flatMap(({ members }) => [...members.values()].flat().map(({ path }) => path)));
  const family = prevailing(all);
  const sightings = all.filter((each) => each.family === family);
  const layers = family === null ? [] : layersOf(family, sightings);
  if (layers.length < 2) return { layers: [], members: named, explanation: [] };
  return { layers, members: named, explanation: explain(sightings, seenAsIn(sightings)) };
}

/** The family of the names; of several in one tree the one that holds nearly all the files, or none: their layers would contradict each other. */
function prevailing(sightings: readonly Sighting[]): LayerFamily | null {
  const files = new Map<LayerFamily, number>();
  for (const { family, members, folders } of sightings) {
    const count = [...members.values()].flat().reduce((sum, { path }) => sum + (folders.get(path)?.count ?? 1), 0);
    files.set(family, (files.get(family) ?? 0) + count);
  }
  const total = [...files.values()].reduce((sum, count) => sum + count, 0);
  return [...files].find(([, count]) => count >= CLEARLY * total)?.[0] ?? null;
}

function layersOf(family: LayerFamily, sightings: readonly Sighting[]): LayerDefinition[] {
  const seenAs = seenAsIn(sightings);
  const layers = new Map<string, LayerDefinition>();
  for (const sighting of sightings) {
    for (const [name, members] of sighting.members) {
      const id = seenAs(name);
      if (id === null) continue;
      const layer = layers.get(id) ?? { id, paths: [], mayUse: [], scope: family.id, sliced: false, inferred: true, places: [] };
      layer.paths.push(...members.map(({ path, isFile }) => (isFile ? escapeGlob(path) : `${escapeGlob(path)}/**`)));
      layers.set(id, layer);
    }
    moveControllers(sighting, layers);
  }
  const ids = family.layers.map(({ id }) => id).filter((id) => layers.has(id));
  return ids.map((id, at) => ({ ...layers.get(id)!, mayUse: ids.slice(at + 1) }));
}

/** What each name of a layer comes to, by all the names that were found. */
function seenAsIn(sightings: readonly Sighting[]): (id: string) => string | null {
  const found = new Map<string, string[]>();
  for (const { names } of sightings) for (const [id, each] of names) found.set(id, [...(found.get(id) ?? []), ...each]);
  const family = sightings[0]?.family;
  return (id) => (family?.seenAs === undefined ? id : family.seenAs(id, found));
}

/** Controllers that lie beside the use cases they call belong to the outermost layer, whatever folder they are in. */
const CONTROLLERS = ['*Controller.*', '*.controller.*', '*_controller.*', '*Resolver.*', '*.resolver.*', '*_resolver.*'];
const CONTROLLER = /(Controller|[._]controller|Resolver|[._]resolver)\.\w+$/;

function moveControllers({ family, members, folders }: Sighting, layers: ReadonlyMap<string, LayerDefinition>): void {
  const [outer, ...inner] = family.layers.map(({ id }) => layers.get(id)).filter((layer) => layer !== undefined);
  for (const { path, isFile } of [...members.values()].flat()) {
    const folder = folders.get(path);
    if (isFile || folder === undefined || outer?.paths.includes(`${escapeGlob(path)}/**`) || !holdsControllers(folder)) continue;
    const patterns = CONTROLLERS.map((name) => `${escapeGlob(path)}/**/${name}`);
    for (const layer of inner) if (layer.paths.includes(`${escapeGlob(path)}/**`)) layer.paths.push(...patterns.map((pattern) => `!${pattern}`));
    outer?.paths.push(...patterns);
  }
}

function holdsControllers(folder: Folder): boolean {
  return folder.files.some((file) => CONTROLLER.test(file)) || folder.folders.some(holdsControllers);
}

/** Does not look inside a layer: its folders are its own affair. */
function sightingsIn(folder: Folder): Sighting[] {
  const sighting = sightingIn(folder);
  const taken = new Set(sighting === null ? [] : [...sighting.members.values()].flat().map(({ path }) => path));
  const deeper = folder.folders.filter((each) => !taken.has(each.path)).flatMap(sightingsIn);
  return sighting === null ? deeper : [sighting, ...deeper];
}

function sightingIn(parent: Folder): Sighting | null {
  for (const family of LAYER_FAMILIES) {
    const names = new Map<string, string[]>();
    const members: Sighting['members'] = new Map();
    let strong = 0;
    for (const { name, path, isFile } of candidates(parent, family)) {
      const layer = family.layers.find((each) => each.strong.includes(name) || each.weak.includes(name));
      if (layer === undefined) continue;
      if (layer.strong.includes(name)) strong++;
      names.set(layer.id, [...(names.get(layer.id) ?? []), name]);
      members.set(layer.id, [...(members.get(layer.id) ?? []), { path, isFile }]);
    }
    if (family.proven(names, strong)) return { family, parent, names, members, folders: new Map(parent.folders.map((folder) => [folder.path, folder])) };
  }
  return null;
}

function candidates(parent: Folder, family: LayerFamily): { name: string; path: string; isFile: boolean }[] {
  const found = parent.folders.map((folder) => ({ name: plain(folder.name), path: folder.path, isFile: false }));
  if (!family.modules) return found;
  const modules = parent.files.filter((file) => file.endsWith('.py'));
  return [...found, ...modules.map((file) => ({ name: plain(stemOf(file)), path: parent.path === '' ? file : `${parent.path}/${file}`, isFile: true }))];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The same names in several folders, as in `users/domain` and `orders/domain`, make one sentence. */
function explain(sightings: readonly Sighting[], seenAs: (id: string) => string | null): string[] {
  const sentences = new Map<string, string[]>();
  for (const { family, parent, members } of sightings) {
    const known = [...members].filter(([id]) => seenAs(id) !== null);
    if (known.length === 0) continue;
    const names = known.flatMap(([, each]) => each).map(({ path }) => `"${path.slice(path.lastIndexOf('/') + 1)}"`);
    const seen = new Set(known.map(([id]) => seenAs(id)));
    const layers = family.layers.map(({ id }) => id).filter((id) => seen.has(id));
    const are = names.length === 1 ? `is a name of the ${family.id} architecture, so it is` : `are names of the ${family.id} architecture, so they are`;
    const sentence = `${list(names)} in PLACE ${are} the ${layers.length === 1 ? 'layer' : 'layers'} ${list(layers)}.`;
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), parent.path === '' ? 'the top folder' : `"${parent.path}"`]);
  }
  return [...sentences].map(([sentence, places]) => sentence.replace('PLACE', () => list(places)));
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
