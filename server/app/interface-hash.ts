/** What a tick of a checklist expires by: everything that users of a block could notice of its interface. */
import { digestOf } from '../text/digest.ts';
import { countsForBlocks } from '../graph/edges.ts';
import type { Block, WorkspaceModel } from '../graph/model.ts';
import { compareText } from '../text/order.ts';
import { withDescriptions } from './interface-changes.ts';
import { States, type StatesOptions } from './states.ts';

/**
 * Signatures take the compiler; they are kept from one time to the next.
 * @param model of the folder
 * @param ids of blocks
 * @param options how the folder is read
 * @returns a hash by block, over the names that others can import and their signatures; none for a block that is not there
 * @throws {Failure} when the folder cannot be read
 */
export async function interfaceHashes(model: WorkspaceModel, ids: readonly string[], options: StatesOptions): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const wanted = ids.filter((id) => model.blocks.has(id));
  if (wanted.length === 0) return hashes;
  const states = await States.open(options);
  const known = await states.folder(options.root, '.', 'graph');
  const described = await withDescriptions(known.state.blocks.filter((block) => wanted.includes(block.id)), known, states);
  for (const id of wanted) {
    const signatures = described.find((block) => block.id === id)?.interface.hash ?? '';
    hashes.set(id, digestOf(`${exportedNames(model, model.blocks.get(id)!)}\n${signatures}`));
  }
  await states.cache.save();
  return hashes;
}

/** Also those that no entry of the block leads to. */
function exportedNames(model: WorkspaceModel, { face, files }: Block): string {
  const names = (face ?? files).flatMap((path) => {
    const { exports, role } = model.modules.get(path)!.facts;
    return countsForBlocks(role) ? exports.map(({ name, kind, from }) => `${path} ${name} ${kind} ${from ?? ''}`) : [];
  });
  return names.sort(compareText).join('\n');
}
