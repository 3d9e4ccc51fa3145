/** Which files are tests. */
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';

const NAMED = new RegExp(
  String.raw`([._-](test|tests|spec|specs|e2e|cy)\.[cm]?[jt]sx?$)|(^|\/)__tests__\/.*\.[cm]?[jt]sx?$|`
  + String.raw`(^|\/)(test_[^/]*|[^/]*_test|tests)\.py$|(^|\/)(test|spec)[-_.][^/]*\.[cm]?[jt]sx?$`,
);
const HELPS = new RegExp(
  String.raw`(^|\/)(conftest|__init__|setup|helpers?|utils?|common|fixtures?|support|global[-_.]?(setup|teardown))(\.\w+)?\.[^/.]+$|`
  + String.raw`\.d\.[cm]?ts$|(^|\/)(fixtures?|__fixtures__|__mocks__|support|helpers?)\/`,
  'i',
);

/**
 * Files that a test runner would be given: named like tests, or with tests in them. A script among the tests that nothing
 * imports counts too, since runners may be given whole folders.
 * @param model the workspace
 * @returns their paths, sorted
 */
export function testFiles(model: WorkspaceModel): string[] {
  return [...model.modules.values()].filter((node) => isTest(node, model)).map(({ path }) => path).sort();
}

function isTest({ path, facts }: ModuleNode, model: WorkspaceModel): boolean {
  if (facts.language === 'notebook' || /(^|\/)conftest\.py$|\.d\.[cm]?ts$|\.pyi$/.test(path)) return false;
  // `test/config.js` with tests in it tests configurations; it is none.
  const holdsTests = facts.metrics.tests > 0 && (facts.role === 'test' || facts.role === 'config');
  if (facts.role !== 'test') return holdsTests || (NAMED.test(path) && facts.role === 'source');
  if (holdsTests) return true;
  if (path.endsWith('.py')) return NAMED.test(path);
  if (NAMED.test(path)) return true;
  if (HELPS.test(path) || (model.edgesTo.get(path) ?? []).length > 0) return false;
  return (facts.outline ?? []).some(({ names, runs, uses }) => names.length === 0 && runs === '*' && uses !== '');
}

/** Whether a file has tests in it or the name of one. @param path of any file */
export function isSurelyTest(model: WorkspaceModel, path: string): boolean {
  const node = model.modules.get(path);
  return node !== undefined && isTest(node, model) && (node.facts.metrics.tests > 0 || NAMED.test(path));
}
