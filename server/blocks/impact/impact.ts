/** Who is affected by a change, by which way, and which tests could be. */
import type { WorkspaceModel } from '../../graph/model.ts';
import { folderOf } from '../../text/folders.ts';
import { compareText } from '../../text/order.ts';
import { changedModule, wholeFile, type ChangedFile } from './changed-module.ts';
import { testCommands, type TestCommand } from './commands.ts';
import { couldRun } from './could-run.ts';
import { dependantsOf, type Dependant } from './dependants.ts';
import { callsWhatItIsHanded } from './handed.ts';
import { ImpactWorkspace } from './impact-workspace.ts';
import { literalReader } from './literals.ts';
import { importersOfGone } from './gone.ts';
import { changedPackages } from './lockfiles.ts';
import { offersName } from './offers.ts';
import { liesIn } from './paths.ts';
import { programsOf } from './programs.ts';
import { riskFor, type Risk } from './risk.ts';
import { projectOf, testProjects, type ProjectFiles } from './runners.ts';
import { setUpsOf } from './set-ups.ts';
import { spread } from './spread.ts';
import { isSurelyTest, testFiles } from './test-files.ts';
import { mayRead, unnamedByTests, type Always } from './unknowable.ts';
import type { OutlineItem } from '../../facts/outline.ts';

/** A file of the change. */
export interface FileState {
  path: string;
  /** Outline before the change, for a module whose earlier state is known and readable. */
  before?: readonly OutlineItem[];
  /** Text before the change, for what is no module. */
  textBefore?: string;
  /** All of it counts as changed. */
  whole: boolean;
  /** It is no longer there. */
  gone: boolean;
}

export interface ImpactInput extends ProjectFiles {
  model: WorkspaceModel;
  changed: readonly FileState[];
  /** Most borders between blocks; dependants farther away are left out. Tests are not. */
  depth: number | null;
  /** Resolves what is written like an import to a file of the workspace. */
  resolve(from: string, specifier: string): string | null;
  /** Share of covered lines of a file; undefined where no report tells. */
  coverageOf?(path: string): { covered: number; total: number } | undefined;
  /** Commits that changed the files lately; null where nobody asked. */
  commits: number | null;
}

export interface Impact {
  affected: (Dependant & Risk)[];
  tests: { run: string[]; of: number; always: Always[]; commands: TestCommand[] };
}

/** @returns dependants and tests, in a fixed order */
export function impactOf(input: ImpactInput): Impact {
  const { model, changed, files, read } = input;
  const found = testFiles(model);
  const packages = files.filter((path) => /(^|\/)(package\.json|pyproject\.toml|setup\.py)$/.test(path)).map(folderOf);
  const packageOf = (path: string): string => packages.filter((folder) => liesIn(path, folder)).sort((a, b) => b.length - a.length)[0] ?? '';
  const readLiteral = literalReader({
    files, packages, programs: programsOf(input), resolve: (from, specifier) => input.resolve(from, specifier),
    offers: (path, name) => offersName(model.modules.get(path), changed.find((each) => each.path === path)?.before, name),
  });
  const projects = testProjects(input, usesPytest(model, found, files));
  const setUps = setUpsOf(projects, { files, read }, (path) => isSurelyTest(model, path), readLiteral);
  const preparing = new Set(setUps.map(({ path }) => path));
  const tests = found.filter((path) => !preparing.has(path));
  const isTest = new Set(tests);
  const workspace = new ImpactWorkspace({ model, tests, setUps, readLiteral, packageOf });

  const changes = changesOf(input, workspace);
  const all = spread(workspace, changes, { methods: 'class', types: true });
  // Where nothing was met that they would judge otherwise, the closer judgements find the same.
  const byClass = all.metTypes ? spread(workspace, changes, { methods: 'class', types: false }) : all;
  const byMember = byClass.metMethods ? spread(workspace, changes, { methods: 'member', types: false }) : byClass;
  const could = byClass.metMethods ? couldRun(workspace, changes) : () => true;
  const isValue = (path: string): boolean => byClass.isReached(path) && byMember.isReached(path);

  const always = alwaysRun(input, workspace, unnamedByTests(workspace, readLiteral));
  const run = new Set(always.map(({ path }) => path));
  const changedPaths = new Set(changed.map(({ path }) => path));
  for (const test of tests) {
    const project = projectOf(projects, test);
    const settings = project !== undefined && project.settings.some((path) => changedPaths.has(path) && !isUnrelated(path));
    const compiled = project?.checksTypes === true && all.runs(test);
    if (changedPaths.has(test) || settings || compiled || (byClass.runs(test) && byMember.runs(test) && could(test))) run.add(test);
  }
  for (const { path } of setUps) if (changedPaths.has(path) || byClass.loads(path)) for (const each of workspace.setUpBy(path)) run.add(each);
  const chosen = [...run].filter((path) => isTest.has(path)).sort();

  // What only the coarser of both judgements reached is not affected.
  const reached = (path: string): boolean => all.isReached(path) && (isValue(path) || !byClass.isReached(path));
  const dependants = dependantsOf(model, changes.map(({ path }) => path), all, reached, isValue)
    .filter(({ depth }) => input.depth === null || depth <= input.depth);
  const tested = blocksOfTests(model, chosen);
  return {
    affected: dependants.map((each) => {
      const coverage = coverageIn(input, each.block);
      return { ...each, ...riskFor(each, { changes, coverage, isTested: tested.has(each.block), commits: input.commits }) };
    }),
    tests: {
      run: chosen, of: tests.length, commands: testCommands(projects, chosen),
      always: always.filter(({ path }) => isTest.has(path)).sort((a, b) => compareText(a.path, b.path)),
    },
  };
}

function changesOf({ model, changed, read, files }: ImpactInput, workspace: ImpactWorkspace): ChangedFile[] {
  const found: ChangedFile[] = [];
  for (const { path, before, textBefore, whole, gone } of changed) {
    if (gone || !model.modules.has(path))
      found.push(...importersOfGone(model, path).map((importer) => ({ ...wholeFile(importer), names: [], signatures: [path] })));
    const after = model.modules.get(path)?.facts.outline;
    const names = changedPackages(path, textBefore, read(path));
    if (names !== null) found.push(...importersOfPackages(model, names));
    else if (whole || after === undefined) found.push(wholeFile(path));
    else {
      const change = changedModule(path, before, after, (callee) => callsWhatItIsHanded((each) => workspace.index(each), path, callee));
      if (change !== null) found.push(change);
    }
  }
  // Of a lock file that cannot be compared nothing is known; what reads it by name is found as for any file.
  return found.filter(({ path }) => model.modules.has(path) || files.includes(path));
}

/** Files that import one of the packages: to them, all that they import changed. */
function importersOfPackages(model: WorkspaceModel, names: ReadonlySet<string>): ChangedFile[] {
  const normal = (name: string): string => name.toLowerCase().replaceAll('_', '-');
  const wanted = new Set([...names].map(normal));
  return [...model.modules.values()]
    .filter(({ imports }) => imports.some(({ fact, to }) => to.kind === 'package' && !fact.typeOnly && wanted.has(normal(to.name))))
    .map(({ path }) => wholeFile(path));
}

function alwaysRun({ changed, model, read }: ImpactInput, workspace: ImpactWorkspace, unnamed: readonly Always[]): Always[] {
  const found = new Map<string, Always>();
  const note = (each: Always): void => {
    if (!found.has(each.path)) found.set(each.path, each);
  };
  if (changed.some(({ path }) => !isUnrelated(path) && !workspace.tests.has(path))) unnamed.forEach(note);
  for (const { path, textBefore } of changed) {
    if (model.modules.has(path) || isUnrelated(path)) continue;
    if (isLockFile(path)) {
      if (changedPackages(path, textBefore, read(path)) === null) for (const test of workspace.tests) if (liesIn(test, folderOf(path)))
        note({ path: test, reason: `${path} changed, and its versions cannot be compared` });
    } else mayRead(workspace, path).forEach(note);
  }
  return [...found.values()];
}

function isLockFile(path: string): boolean {
  return /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|uv\.lock|requirements[\w.-]*\.txt)$/.test(path);
}

/** Texts for people: nothing runs them, unless a test names them. */
function isUnrelated(path: string): boolean {
  return /(^|\/)(LICENSE|README|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|AUTHORS|SECURITY|CODE_OF_CONDUCT)[^/]*$|(^|\/)\.(github|vscode|idea)\//i.test(path);
}

function usesPytest(model: WorkspaceModel, tests: readonly string[], files: readonly string[]): boolean {
  if (files.some((path) => /(^|\/)(conftest\.py|pytest\.ini)$/.test(path))) return true;
  const python = tests.filter((path) => path.endsWith('.py')).map((path) => model.modules.get(path)!.imports);
  const importing = (name: string): boolean => python.some((imports) => imports.some(({ fact }) => fact.specifier === name));
  return importing('pytest') || !importing('unittest');
}

function coverageIn({ model, coverageOf }: ImpactInput, block: string): number | null {
  let covered = 0;
  let total = 0;
  for (const path of model.blocks.get(block)?.files ?? []) {
    const own = coverageOf?.(path);
    covered += own?.covered ?? 0;
    total += own?.total ?? 0;
  }
  return total === 0 ? null : covered / total;
}

/** Blocks from which one of the tests imports directly. */
function blocksOfTests(model: WorkspaceModel, tests: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const test of tests) for (const { to } of model.edgesFrom.get(test) ?? []) found.add(model.modules.get(to)?.block ?? '');
  return found;
}
