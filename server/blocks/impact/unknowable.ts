/** Tests about which nobody can tell whether a change reaches them, and why. */
import { folderOf } from '../../text/folders.ts';
import type { ImpactWorkspace } from './impact-workspace.ts';
import type { LiteralReader } from './literals.ts';
import { foldersAround, liesIn } from './paths.ts';

export interface Always {
  path: string;
  reason: string;
}

const COMPUTED = 'imports modules whose names are computed';
const STARTS = 'starts a program whose file is not named';

/** Tests that import or start what their text does not name, themselves or through helpers among the tests. */
export function unnamedByTests(workspace: ImpactWorkspace, readLiteral: LiteralReader): Always[] {
  const reasons = new Map<string, string | null>();
  const own = (path: string): string | null => {
    let reason = reasons.get(path);
    if (reason === undefined) reasons.set(path, (reason = unnamedIn(workspace, path, readLiteral)));
    return reason;
  };
  return [...workspace.tests].flatMap((test) => {
    const reason = own(test) ?? helpersOf(workspace, test).map(own).find((each) => each !== null) ?? null;
    return reason === null ? [] : [{ path: test, reason }];
  });
}

function unnamedIn(workspace: ImpactWorkspace, path: string, readLiteral: LiteralReader): string | null {
  const items = workspace.index(path)?.items ?? [];
  const imports = items.some(({ uses }) => uses.includes('?import'));
  const starts = items.some(({ uses }) => uses.includes('?start'));
  if (!imports && !starts) return null;
  const literals = items.flatMap(({ uses }) => uses.split(' ').filter((need) => need.startsWith('"')).map((need) => readLiteral(path, need.slice(1), true)));
  if (imports && literals.every(({ files, folders }) => folders.length === 0 && files.length === 0)) return COMPUTED;
  const named = literals.some(({ files, built, folders }) => built !== null || folders.length > 0
    || files.some((file) => file !== path && !workspace.tests.has(file) && workspace.model.modules.has(file)));
  return starts && !named ? STARTS : null;
}

/** Files beside the tests that a test imports, however far. */
function helpersOf({ model, tests }: ImpactWorkspace, test: string): string[] {
  const found = new Set<string>();
  const work = [test];
  for (let path = work.pop(); path !== undefined; path = work.pop()) {
    for (const { to } of model.edgesFrom.get(path) ?? []) {
      const role = model.modules.get(to)?.facts.role;
      if (found.has(to) || tests.has(to) || (role !== 'test' && role !== 'fixture')) continue;
      found.add(to);
      work.push(to);
    }
  }
  return [...found];
}

/** Tests that may read a file that no code names. @param path of a file that is no module */
export function mayRead(workspace: ImpactWorkspace, path: string): Always[] {
  if (workspace.readersOf(path).length > 0 || foldersAround(path).some((folder) => workspace.listersOf(folder).length > 0)) return [];
  const owners = snapshotOwners(workspace, path);
  if (owners.length > 0) return owners.map((owner) => ({ path: owner, reason: `compares with ${path}` }));
  for (const folder of foldersAround(path)) {
    const near = [...workspace.tests].filter((test) => liesIn(test, folder));
    if (near.length > 0) return near.map((test) => ({ path: test, reason: `may read ${path} by a computed name` }));
  }
  return [];
}

/** Tests that a snapshot belongs to: `__snapshots__/cart.test.ts.snap` beside `cart.test.ts`. */
function snapshotOwners({ tests }: ImpactWorkspace, path: string): string[] {
  const parts = path.split('/');
  const at = parts.lastIndexOf('__snapshots__');
  if (at < 0) return [];
  const folder = parts.slice(0, at).join('/');
  const name = parts[at + 1]!.replace(/\.(snap|ambr)$/, '');
  return [...tests].filter((test) => folderOf(test) === folder && [name, `${name}.py`].includes(test.slice(test.lastIndexOf('/') + 1)));
}
