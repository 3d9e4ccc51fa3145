/** What a file is for, judged by its path and by the packages that it lies in. */
import type { FileRole } from '../facts/module-facts.ts';
import { folderOf, foldersOf } from '../text/folders.ts';
import { groupedBy } from '../text/order.ts';

const FOLDERS: readonly (readonly [FileRole, RegExp])[] = [
  [
    'fixture',
    new RegExp(
      String.raw`^(__)?((test-?)?fixtures?|test[-_]?(workspaces?|projects?|files|assets|resources|inputs?|multi-?root\w*)|snapshots?|testdata|test-data|`
      + String.raw`test_data|__mocks__|mocks|stubs|cassettes)(__)?$`,
    ),
  ],
  [
    'test',
    new RegExp(
      String.raw`^(__)?(tests?|testsuites?|specs?|e2e|cypress|playwright|testing|(test[-_]?|e2e[-_])(utils?|helpers?)|typetests?|type-tests|`
      + String.raw`dtslint|test-d|certification|conformance|integration-tests?|unit-?tests?)(__)?$|`
      // `orders_integration_tests`, `api-tests`; not tests of one design against another.
      + String.raw`[-_](integration|e2e|unit|functional|acceptance|compatibility|smoke|system|regression)[-_]?tests?$|(?<!(^|[-_])(ab|split))[-_]tests$`,
    ),
  ],
  ['example', /^(([\w.]+[-_])?examples?|demos?|samples?|playgrounds?|sandbox(es)?|tutorials?|benchmarks?|bench|perf|stories)$/],
  ['docs', /^(docs?|documentation|website|www-docs|docs_src)$/],
  ['script', /^(scripts?|tools?|tooling|build-scripts|ci|hack|tasks|extras?|dev|seeds?|seeders?)$|^\.\w/],
];

/** They fill a database for development wherever they are. */
const SEEDS = /^(seeds?|seeders?)$/;
/** Apps that try a library out in a framework, side by side at the top of its repository: `integrations/react-next-15`. */
const INTEGRATIONS = new RegExp(
  '^(angular|astro|bun|cra|deno|esbuild|expo|lit|next(js)?|node|nuxt|parcel|preact|qwik|react|remix|rollup|rspack|solid|svelte(kit)?|'
  + String.raw`ts|typescript|vite|vue|webpack)(-[\w.-]+)?$`,
);

/** Folders of notes on releases, one file a change; code and settings in folders of these names are part of the product. */
const NOTES = /^(release[-_]?notes|changelogs?(\.d)?|changesets?|newsfragments)$/;
const NOTES_AT_TOP = /^(changes|news)$/;
const NOTE = /^(?!(docker-)?compose\b).*\.(ya?ml|json|toml|mdx?|rst|txt)$/;

/** Names that a generator fills in: `blueprints/util-test/files/__root__/__name__-test.ts`. */
const FILLED_IN = new RegExp(
  String.raw`(^|\/)(blueprints?|schematics?|templates?|generators?)\/(.*\/)?[^/]*`
  + String.raw`__(?!(tests?|mocks?|fixtures?|snapshots?|testfixtures|generated|init|main|pycache|stories|e2e|utils|stubs)__)[a-z][a-zA-Z]*__`,
);

/** What a program that changes code is tried on, and what it makes of that. */
const CHANGED_CODE = /(^|\/)(codemods?|transforms?|jscodeshift)\/.*\.(input|output|before|after)\.[cm]?[jt]sx?$/;
const INPUT_OF_TESTS = /^(data|([\w-]*test[-_])?cases|samples?|inputs?|(bad|broken|invalid)[-_]?(files|syntax|code|input)s?)$/i;

/** Scripts of the build when they are at the top of the workspace or of a package; deeper they are parts of the product. */
const SCRIPTS_AT_TOP = /^(tools?|tasks|extras?|dev)$/;
const PACKAGE_FOLDERS = /^(packages|apps|libs|modules|plugins)$/;

const FILES: readonly (readonly [FileRole, RegExp])[] = [
  ['declaration', /\.d\.([cm]?ts|\w+\.ts)$/],
  ['fixture', /\.(snap|fixture|mock)\.[cm]?[jt]sx?$/],
  [
    'test',
    new RegExp(
      String.raw`([.-](test|tests|spec|specs|e2e|cy|test-d|tst)\.[cm]?[jt]sx?$)|(\.unit\.[cm]?[jt]sx?$)|(^test_.*\.py$)|`
      + String.raw`(_test(_(common|utils?|helpers?|base|case))?\.py$)|(^conftest\.py$)|`
      + String.raw`(^tests?\.([cm]?[jt]sx?|py)$)|([a-z-]Test-?Utils?\.[cm]?[jt]sx?$)|(^(setup|jest|vitest)[.-]?(tests?|setup)\.[cm]?[jt]sx?$)`,
      'i',
    ),
  ],
  [
    'example',
    new RegExp(
      String.raw`([.-](bench|benchmark|stories|story|example|demo)\.[cm]?[jt]sx?$)|(_bench(mark)?\.py$)|(^bench(mark)?_.*\.py$)|`
      + String.raw`(^(example|demo)s?_\w+\.py$)|(_(example|demo)\.py$)`,
    ),
  ],
  ['script', /^prepare_\w+\.py$|_prepare\.py$/],
  ['script', /^seed(s|er)?([._-][\w.-]*)?\.[cm]?[jt]sx?$|[._-]seed(s|er)?\.[cm]?[jt]s$|^(seeds|seeder|seed_(db|data|database|\w+_data))\.py$/],
  [
    'config',
    new RegExp(
      String.raw`(^|\.)(config|conf|rc|setup)\.[cm]?[jt]s$|^(gulpfile|gruntfile|webpack\.[\w.-]+|rollup\.[\w.-]+|karma\.[\w.-]+|`
      + String.raw`jakefile|setup|noxfile|dangerfile)\.([cm]?[jt]s|py)$|^\.[\w.-]+rc\.[cm]?js$`,
      'i',
    ),
  ],
];

/**
 * @param path relative to the workspace
 * @returns the role given by its name, else by the innermost telling folder, else `source`
 */
export function roleOf(path: string): FileRole {
  if (FILLED_IN.test(path)) return 'fixture';
  const parts = path.split('/');
  const name = parts.pop()!;
  for (const [role, pattern] of FILES) if (pattern.test(name)) return role;
  // Invoke reads `tasks.py` at the top; elsewhere it holds the jobs of a queue.
  if (path === 'tasks.py') return 'config';
  if (CHANGED_CODE.test(path)) return 'fixture';
  if (parts[0] === 'integrations' && INTEGRATIONS.test(parts[1] ?? '')) return 'example';
  if (NOTE.test(name) && parts.some((each, at) => NOTES.test(each) || (NOTES_AT_TOP.test(each) && isTopOfPackage(parts, at)))) return 'docs';
  let found: FileRole = 'source';
  for (let index = parts.length - 1; index >= 0; index--) {
    const folder = parts[index]!.toLowerCase();
    const match = FOLDERS.find(([, pattern]) => pattern.test(folder));
    if (match === undefined) continue;
    // Below `src`, a folder named `tools` or `testing` is part of the product; tests and fixtures are not.
    const insideSource = parts.slice(0, index).some((each) => /^(src|lib|app)$/.test(each));
    if (SCRIPTS_AT_TOP.test(folder) && !isTopOfPackage(parts, index)) continue;
    if (insideSource && !SEEDS.test(folder) && (match[0] === 'script' || match[0] === 'docs' || match[0] === 'example' || /^(testing|specs?)$/.test(folder)))
      continue;
    // A fixture inside tests is a fixture, and so is a test inside a fixture.
    if (match[0] === 'fixture') return 'fixture';
    // What tests read: `tests/data/page.py`, `tests/data/cases/loop.py`.
    if (match[0] === 'test' && parts.slice(index + 1).some((each) => INPUT_OF_TESTS.test(each))) return 'fixture';
    // A script among the examples is an example.
    if (found === 'source' || (found === 'script' && match[0] === 'example')) found = match[0];
  }
  // Perl's name for the folder of tests, kept by others; and that of tests with everything running.
  if (found === 'source' && /^(t|integration)$/.test(parts[0] ?? '')) return 'test';
  return found;
}

/** The first folder of the workspace, or the first inside a package: `packages/core/tools`. */
function isTopOfPackage(parts: readonly string[], index: number): boolean {
  return index === 0 || (index === 2 && PACKAGE_FOLDERS.test(parts[0]!));
}

/** From this many packages side by side in a folder of tests, they are what the tests run on. */
const SAMPLE_PROJECTS = 10;

/**
 * Like {@link roleOf}, but knows the small projects that a tool's own tests are tried on: `e2e/no-tests/package.json`.
 * @param packages in the workspace
 */
export function rolesAmong(packages: readonly { dir: string; name: string | null }[]): (path: string) => FileRole {
  const inTests = packages.filter(({ dir }) => roleOf(`${folderOf(dir)}/x`) === 'test');
  const sideBySide = groupedBy(inTests, ({ dir }) => folderOf(dir));
  const samples = new Set(inTests.filter(({ dir, name }) => name === null || sideBySide.get(folderOf(dir))!.length >= SAMPLE_PROJECTS).map(({ dir }) => dir));
  if (samples.size === 0) return roleOf;
  return (path) => ([...foldersOf([path])].some((folder) => samples.has(folder)) ? 'fixture' : roleOf(path));
}
