/** Which program runs the tests of a folder, judged by its manifest and settings. */
import { folderOf } from '../../text/folders.ts';
import { liesIn } from './paths.ts';

export type Runner = 'vitest' | 'jest' | 'mocha' | 'node:test' | 'pytest' | 'unittest';

/** A folder whose tests are run together. */
export interface TestProject {
  /** Where the runner is started; the top is empty. */
  folder: string;
  runner: Runner;
  /** Options that the project's own script gives the runner. */
  options: readonly string[];
  /** Settings of the runner, and whatever else every test of the folder depends on. */
  settings: readonly string[];
  /** The tests do not run when the compiler refuses a file. */
  checksTypes: boolean;
}

export interface ProjectFiles {
  /** All files of the workspace. */
  files: readonly string[];
  /** Text of a manifest or settings file. */
  read(path: string): string | undefined;
}

const SETTINGS: Readonly<Record<Runner, RegExp>> = {
  vitest: /^(vitest|vite)\.(config|workspace|setup)\.[cm]?[jt]s$|^vitest\.workspace\.json$/,
  jest: /^jest\.(config|setup|preset)[\w.-]*\.([cm]?[jt]s|json)$|^babel\.config\.\w+$|^\.babelrc(\.\w+)?$|^\.swcrc$/,
  mocha: /^\.mocharc(\.\w+)?$|^mocha\.opts$|^\.babelrc(\.\w+)?$|^babel\.config\.\w+$/,
  'node:test': /^node\.config\.json$/,
  pytest: /^(pytest\.ini|\.pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/,
  unittest: /^(setup\.cfg|pyproject\.toml)$/,
};
const COMPILED = /^tsconfig[\w.-]*\.json$/;

/** What of a `package.json` matters here. */
export interface Manifest {
  scripts?: Record<string, string>;
  jest?: unknown;
  mocha?: unknown;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** @returns projects, the innermost first */
export function testProjects({ files, read }: ProjectFiles, usesPytest: boolean): TestProject[] {
  const found: TestProject[] = [];
  for (const path of files) {
    if (!/(^|\/)package\.json$/.test(path)) continue;
    const folder = folderOf(path);
    const manifest = parsed(read(path));
    const runner = scriptRunner(manifest, files.filter((each) => folderOf(each) === folder).map(nameOf));
    if (runner === null) continue;
    const isSetting = (name: string): boolean => SETTINGS[runner].test(name) || (COMPILED.test(name) && runner !== 'mocha');
    const inside = files.filter((each) => folderOf(each) === folder && isSetting(nameOf(each)));
    const old = `${folder === '' ? '' : `${folder}/`}test/mocha.opts`;
    const scripts = JSON.stringify(manifest.scripts ?? {});
    const packages = { ...manifest.dependencies, ...manifest.devDependencies };
    found.push({
      folder, runner, options: optionsOf(manifest, runner), settings: [...inside, ...files.filter((each) => each === old)],
      checksTypes: 'ts-jest' in packages || ('ts-node' in packages && runner === 'mocha' && !/transpile|swc|esbuild|tsx/.test(scripts)),
    });
  }
  if (files.some((each) => each.endsWith('.py'))) found.push(...pythonProjects(files, usesPytest));
  return found.sort((a, b) => b.folder.length - a.folder.length);
}

/** The project that a test belongs to; undefined where no runner is known. */
export function projectOf(projects: readonly TestProject[], test: string): TestProject | undefined {
  const python = test.endsWith('.py');
  return projects.find(({ folder, runner }) => liesIn(test, folder) && python === (runner === 'pytest' || runner === 'unittest'));
}

function pythonProjects(files: readonly string[], usesPytest: boolean): TestProject[] {
  const runner = usesPytest ? 'pytest' : 'unittest';
  const settings = files.filter((each) => SETTINGS[runner].test(nameOf(each)));
  const folders = new Set(['', ...settings.filter((each) => /pyproject\.toml$|pytest\.ini$/.test(each)).map(folderOf)]);
  return [...folders].map((folder) => ({ folder, runner, options: [], settings: settings.filter((each) => folderOf(each) === folder), checksTypes: false }));
}

/** A manifest that cannot be read counts as empty. */
export function parsed(text: string | undefined): Manifest {
  try {
    const value = JSON.parse(text ?? '{}') as unknown;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function scriptRunner(manifest: Manifest, names: readonly string[]): Runner | null {
  const scripts = testScripts(manifest).join(' ; ');
  const named = (['vitest', 'jest', 'mocha'] as const).find((each) => new RegExp(String.raw`(^|[\s/;&])${each}(\s|$|\.js)`).test(scripts));
  if (named !== undefined) return named;
  if (/\bnode\b[^;&|]*\s--test\b/.test(scripts) || /\btsx\b[^;&|]*\s--test\b/.test(scripts)) return 'node:test';
  const packages = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const runner of ['vitest', 'jest', 'mocha'] as const) {
    const hasSettings = names.some((name) => SETTINGS[runner].test(name) && name.includes(runner));
    if (runner in packages || hasSettings || (runner !== 'vitest' && manifest[runner] !== undefined)) return runner;
  }
  return null;
}

/** Scripts that run tests, those that they call included. */
export function testScripts({ scripts = {} }: Manifest): string[] {
  const found = new Map<string, string>();
  const visit = (name: string): void => {
    const text = scripts[name];
    if (typeof text !== 'string' || found.has(name)) return;
    found.set(name, text);
    for (const [, called = ''] of text.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g)) visit(called);
    for (const [, list = ''] of text.matchAll(/\b(?:npm-run-all|run-s|run-p)\s+([^;&|]+)/g)) for (const each of list.split(/\s+/)) visit(each);
  };
  for (const name of Object.keys(scripts)) if (isTestScript(name)) visit(name);
  return [...found.values()];
}

/** Whether a script of this name is there to run tests. */
export function isTestScript(name: string): boolean {
  return /^(pre|post)?test($|[:-])|^(unit|spec|jest|mocha|vitest)$/.test(name);
}

/** Options of runners that a value follows. */
export const WITH_VALUE = new RegExp(
  '^(-r|--require|--import|--loader|--experimental-loader|-c|--config|--ui|-u|--extension|--env-file|--conditions|-C|'
  + String.raw`--setupFiles\w*|--environment|--root|--dir|--project|-t|--timeout)$`,
);
const DROPPED = new RegExp(
  String.raw`^(--coverage|--watch\w*|--reporters?|-R|--ci|--spec|--recursive|--parallel|--silent|--verbose|--bail|-b|--test|--test-reporter.*|`
  + '--experimental-test-coverage|--passWithNoTests|--findRelatedTests|--run|-w)(=|$)',
);

function optionsOf(manifest: Manifest, runner: Runner): string[] {
  const name = runner === 'node:test' ? 'node|tsx' : runner;
  const script = testScripts(manifest).find((each) => new RegExp(String.raw`(^|[\s/;&])(${name})(\s|$)`).test(each));
  if (script === undefined) return [];
  const [, rest = ''] = new RegExp(String.raw`(?:^|[\s/;&])(?:${name})\s+([^;&|]*)`).exec(script) ?? [];
  const words = rest.match(/'[^']*'|"[^"]*"|\S+/g)?.map((word) => word.replace(/^(['"])(.*)\1$/, '$2')) ?? [];
  const options: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith('-')) continue;
    const takes = WITH_VALUE.test(word) && words[at + 1] !== undefined;
    if (/^(--reporter|-R)$/.test(word)) at++;
    else if (!DROPPED.test(word)) options.push(word, ...(takes ? [words[at + 1]!] : []));
    if (takes) at++;
  }
  return options;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
