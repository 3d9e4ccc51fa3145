/** Files that the product reads, of every kind: what is mutated. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFixture } from '../rule-fixture.ts';
import { REPORTS } from './reports.ts';

export interface FuzzFile {
  path: string;
  text: string;
}

const RULES = join(import.meta.dirname, '../../rules');

/** In this order: the first that fits. */
const KINDS: readonly (readonly [kind: string, path: RegExp])[] = [
  ['typescript', /\.[cm]?ts$/], ['tsx', /\.tsx$/], ['javascript', /\.[cm]?jsx?$/], ['python', /\.pyi?$/], ['notebook', /\.ipynb$/],
  ['configuration', /(^|\/)archwright\.jsonc$/], ['dockerfile', /dockerfile/i], ['compose', /compose[^/]*\.ya?ml$/], ['environment', /(^|\/)\.env/],
  ['tracking log', /project_tracking\.csv$/], ['baseline', /archwright-baseline\.json$/],
  ['tool report', /\.sarif$|(^|\/)(eslint|bandit|security-report)\.json$|(mypy|pylint|flake8)\.txt$/],
  ['coverage', /(^|\/)(coverage[^/]*\.(json|xml)|lcov\.info)$/], ['test report', /junit\.xml$/],
  ['json', /\.json$/], ['yaml', /\.ya?ml$/], ['toml', /\.toml$/], ['other text', /./],
];

/** @returns what kind of file the path names */
export function kindOf(path: string): string {
  return KINDS.find(([, pattern]) => pattern.test(path))![0];
}

/** Files of all rule fixtures, and reports of tools, by kind. The same in each run. */
export function seedsByKind(): Map<string, FuzzFile[]> {
  const fixtures = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).sort();
  const files = fixtures.flatMap((name) => readFixture(name, readFileSync(join(RULES, name), 'utf8')).flatMap((each) => each.files));
  const found = new Map(KINDS.map(([kind]) => [kind, [] as FuzzFile[]]));
  for (const file of [...files, ...REPORTS]) if (file.text !== '' && basename(file.path) !== '.gitkeep') found.get(kindOf(file.path))!.push(file);
  return found;
}
