/** Files among the tests that no runner collects and no file imports: what the tests of a linter or a compiler read. */
import type { ModuleNode, WorkspaceModel } from '../graph/model.ts';
import { folderOf } from '../text/folders.ts';
import { groupedBy } from '../text/order.ts';

/** Names under which pytest and unittest find tests, and those of files that are started or loaded by name. */
const COLLECTED = /^(test_.*|.*_tests?|tests?|conftest|__init__|__main__|setup|run\w*|manage)\.py$/;
/** One or two may be started by hand. */
const FEWEST = 3;

/**
 * @param model the workspace
 * @returns paths of Python files that stand side by side in a folder of tests and that nobody runs: what is wrong in them is wrong on purpose
 */
export function inputsOfTests(model: WorkspaceModel): ReadonlySet<string> {
  const idle = [...model.modules.values()].filter((module) => isIdle(model, module)).map(({ path }) => path);
  return new Set([...groupedBy(idle, folderOf).values()].filter((group) => group.length >= FEWEST).flat());
}

function isIdle(model: WorkspaceModel, { path, facts }: ModuleNode): boolean {
  return facts.role === 'test' && facts.language === 'python' && facts.metrics.tests === 0 && !COLLECTED.test(path.slice(path.lastIndexOf('/') + 1))
    && (model.edgesTo.get(path) ?? []).length === 0;
}
