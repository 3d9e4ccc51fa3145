/** Layers from folder names, where the names are clear. */
import { escapeGlob } from '../graph/globs.ts';
import type { LayerDefinition } from '../graph/model.ts';
import { stemOf, type Folder } from './folder-tree.ts';
import { LAYER_FAMILIES, type LayerFamily } from './layer-families.ts';

export interface InferredLayers {
  /** By family, from top to bottom. */
  layers: LayerDefinition[];
  /** Paths of the folders and files that are layers. */
  members: Set<string>;
  explanation: string[];
}

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
  const sightings = sightingsIn(root);
  const taken = new Set<string>();
  const layers = new Map<string, LayerDefinition>();
  const several = new Set(sightings.map(({ family }) => family.id)).size > 1;
  for (const family of LAYER_FAMILIES) {
    for (const sighting of sightings.filter((each) => each.family === family)) {
      for (const { id } of family.layers) {
        const members = sighting.members.get(id) ?? [];
        if (members.length === 0) continue;
        // Two families in one workspace may both have an `application`, and mean different things.
        const nameIn = (layer: string): string => (several ? `${family.id}/${layer}` : layer);
        const layer = layers.get(nameIn(id)) ?? { id: nameIn(id), paths: [], mayUse: [], scope: family.id, sliced: false, inferred: true, places: [] };
        layer.paths.push(...members.map(({ path, isFile }) => (isFile ? escapeGlob(path) : `${escapeGlob(path)}/**`)));
        layer.mayUse = [...new Set([...layer.mayUse, ...family.mayUse(id, sighting.names).map(nameIn)])];
        layers.set(layer.id, layer);
        for (const { path } of members) taken.add(path);
      }
      moveControllers(sighting, layers, several);
    }
  }
  for (const layer of layers.values()) layer.mayUse = layer.mayUse.filter((id) => layers.has(id));
  return { layers: inFamilyOrder([...layers.values()]), members: taken, explanation: explain(sightings) };
}

/** Controllers that lie beside the use cases they call belong to the outermost layer, whatever folder they are in. */
const CONTROLLERS = ['*Controller.*', '*.controller.*', '*_controller.*', '*Resolver.*', '*.resolver.*', '*_resolver.*'];
const CONTROLLER = /(Controller|[._]controller|Resolver|[._]resolver)\.\w+$/;

function moveControllers({ family, members, folders }: Sighting, layers: ReadonlyMap<string, LayerDefinition>, several: boolean): void {
  const [outer, ...inner] = family.layers.map(({ id }) => layers.get(several ? `${family.id}/${id}` : id)).filter((layer) => layer !== undefined);
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

function inFamilyOrder(layers: LayerDefinition[]): LayerDefinition[] {
  const order = new Map(LAYER_FAMILIES.flatMap((family) => family.layers.map((layer, at) => [`${family.id}/${layer.id}`, at] as const)));
  const rank = (layer: LayerDefinition): number => order.get(`${layer.scope}/${layer.id.slice(layer.id.lastIndexOf('/') + 1)}`) ?? 0;
  const scopes = layers.map((layer) => layer.scope);
  return layers.sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope) || rank(a) - rank(b));
}

/** The same names in several folders, as in `users/domain` and `orders/domain`, make one sentence. */
function explain(sightings: readonly Sighting[]): string[] {
  const sentences = new Map<string, string[]>();
  for (const { family, parent, members } of sightings) {
    const names = [...members.values()].flat().map(({ path }) => `"${path.slice(path.lastIndexOf('/') + 1)}"`);
    const layers = family.layers.map(({ id }) => id).filter((id) => members.has(id));
    const sentence = `${list(names)} in PLACE are names of the ${family.id} architecture, so they are the layers ${list(layers)}.`;
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), parent.path === '' ? 'the top folder' : `"${parent.path}"`]);
  }
  return [...sentences].map(([sentence, places]) => sentence.replace('PLACE', () => list(places)));
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
