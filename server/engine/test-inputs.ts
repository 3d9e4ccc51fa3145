/** Files among the tests that no runner collects and no test imports: what the tests of a linter, a bundler or a compiler read. */
import type { ModuleNode, WorkspaceModel } from '../graph/model.ts';
import { foldersOf } from '../text/folders.ts';
import { groupedBy } from '../text/order.ts';
import { roleOf } from './role.ts';

/** Names under which pytest and unittest find tests, and those of files that are started, or loaded by name. */
const COLLECTED_PYTHON = /^(test_.*|.*_tests?|tests?|conftest|__init__|__main__|setup|run\w*|manage|settings\w*|urls|models|apps|admin|plugins?)\.pyi?$/;
/** Words in the name of what a runner of JavaScript finds, or is told to load. */
const COLLECTED = new RegExp(
  '(^|[._-])(tests?|specs?|e2e|cy|steps?|setup|teardown|globals?|config|bench|jest|vitest|mocha|karma|playwright|cypress)([._-]|$)|(Test|Spec)s?$',
);
/** Folders whose files a runner loads without an import. */
const LOADED_FOLDERS = /^(support|setup|steps|step[-_]definitions|plugins|commands)$/i;
/** One or two may be started by hand. */
const FEWEST = 3;

/**
 * @param model the workspace
 * @returns paths of files in a folder of tests that nobody runs: what is wrong in them is wrong on purpose
 */
export function inputsOfTests(model: WorkspaceModel): ReadonlySet<string> {
  const idle = new Map([...model.modules.values()].filter((module) => isIdle(model, module)).map((module) => [module.path, module]));
  // What a file that runs imports, runs; so does what this imports.
  const running = [...idle.keys()].filter((path) => (model.edgesTo.get(path) ?? []).some(({ from }) => !idle.has(from)));
  for (let path = running.pop(); path !== undefined; path = running.pop()) {
    if (!idle.delete(path)) continue;
    for (const { to } of model.edgesFrom.get(path) ?? []) if (idle.has(to)) running.push(to);
  }
  return new Set([...groupedBy([...idle.keys()], groupOf).values()].filter((group) => group.length >= FEWEST).flat());
}

/** Whether its name and what it imports say that nobody runs it: a helper or a script of tests uses what is tested. */
function isIdle({ edgesFrom, modules }: WorkspaceModel, { path, facts }: ModuleNode): boolean {
  if (facts.role !== 'test' || facts.metrics.tests > 0 || isCollected(path, facts.language === 'python')) return false;
  return !(edgesFrom.get(path) ?? []).some(({ to, imports }) =>
    modules.get(to)!.facts.role !== 'test' && imports.some(({ specifier }) => facts.language === 'python' || specifier.startsWith('.')));
}

function isCollected(path: string, isPython: boolean): boolean {
  const parts = path.split('/');
  const name = parts.pop()!;
  if (isPython) return COLLECTED_PYTHON.test(name);
  return COLLECTED.test(name.replace(/\.[cm]?[jt]sx?$/, '')) || LOADED_FOLDERS.test(parts.at(-1) ?? '');
}

/** The folder of tests that a file lies in, with the first folder below it: a tool has hundreds of small folders there. */
function groupOf(path: string): string {
  const folders = [...foldersOf([path])].sort((a, b) => a.length - b.length);
  const outermost = folders.findIndex((folder) => folder !== '' && roleOf(`${folder}/x.js`) === 'test');
  return folders[outermost + 1] ?? folders.at(-1) ?? '';
}
