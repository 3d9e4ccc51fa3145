/** The impact of changes to files that are only in memory, through the real adapters and resolution of imports. */
import { impactOf, type FileState, type Impact } from '../../../server/blocks/impact/impact.ts';
import { analyzeFile } from '../../../server/engine/analyze-file.ts';
import { tools } from '../../../server/compose/tools.ts';
import { openInMemory } from '../../kit/review-in-memory.ts';

const open = (files: ReadonlyMap<string, string>) => openInMemory(files, {
  rules: [], analyze: (input) => analyzeFile({ ...input, settings: { ...input.settings, outlined: true } }, { ...tools, rules: [] }),
});

/** What changed: the new text of a file, `null` for one that is gone, `true` for one that changes as a whole. */
export type Edits = Readonly<Record<string, string | null | true>>;

/**
 * @param files text by path before the change
 * @param edits what changed
 * @param depth farther dependants are left out
 */
export async function impactIn(files: Readonly<Record<string, string>>, edits: Edits, depth: number | null = null): Promise<Impact> {
  const before = await open(new Map(Object.entries(files)));
  const after = new Map(Object.entries(files));
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) after.delete(path);
    else if (edit !== true) after.set(path, edit);
  }
  const { workspace } = await open(after);
  await workspace.prepare();
  const changed = Object.entries(edits).map(([path, edit]): FileState => {
    const outline = before.workspace.facts(path)?.outline;
    const text = files[path];
    return {
      path, gone: edit === null, whole: edit === true || (outline === undefined && tools.isModule(path)), ...(outline === undefined ? {} : { before: outline }),
      ...(text === undefined ? {} : { textBefore: text }),
    };
  });
  return impactOf({
    model: workspace.model(), changed, depth, files: [...after.keys()].sort(), read: (path) => after.get(path), commits: null,
    resolve: (from, specifier) => {
      const to = workspace.resolver().resolve(from, specifier);
      return to.kind === 'file' ? to.path : null;
    },
  });
}

/** Only the tests that are to be run. */
export async function testsAfter(files: Readonly<Record<string, string>>, edits: Edits): Promise<string[]> {
  return (await impactIn(files, edits)).tests.run;
}
