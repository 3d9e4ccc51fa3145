/**
 * Imports of files that are not there, and of names that the imported file does not have.
 *
 * Bad, because the importing file fails when it is loaded, or goes on with `undefined` in place of what it imports.
 *
 * Only what is certain counts: nothing is on the disk under that path, nothing is put there by a build, and the
 * imported file tells with its text all that it offers.
 */
import type { ResolvedImport } from '../../facts/adapter.ts';
import type { ImportedName, ImportFact } from '../../facts/module-facts.ts';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import { folderOf, joinPath } from '../../text/folders.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { withoutForeignFolders } from './unresolved-import/foreign-folders.ts';
import { hintsOf } from './unresolved-import/hints.ts';
import { hasName, hasOwnName, type Lookup } from './unresolved-import/names.ts';

/** Addresses of loaders and of modules that a tool makes. */
const NO_PATH = /[?!*:{}<>$]/;
/** Files that become code elsewhere, beside other files. */
const TEMPLATE = /(^|[/_-])(templates?|boilerplates?|scaffold\w*|blueprints?|skeletons?|cookiecutter[^/]*|schematics|starters?)\/|\{\{/i;
/** Folders whose code is out of use, documents something older, or is what a tool is tried on. */
const ASIDE = new RegExp(
  String.raw`(^|/)([\w-]*legacy|broken|archived?|attic|deprecated|obsolete|graveyard|unmaintained|experiments|docs?|versioned_docs|`
  + String.raw`test-?workspaces?|__mock__)(_\w+)?/|(^|/)old[-_][^/]*$`,
  'i',
);
/** What every module and promise has, however it was imported. */
const OF_EVERY_OBJECT = new Set(['default', 'then', 'catch', 'finally', 'cache', '__esModule']);

/** Folders of tests whose files are wrong on purpose. */
const WRONG = /(^|\/)(\w+[-_])?(errors?|invalid|bad|fail(ing|ures?)?)\/|\/(invalid|broken|bad)[-_][^/]*$/i;

const messages = {
  file: 'There is no file {target}, which this import asks for.{hint}',
  name: '{target} has no {what}.{hint}',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'source/unresolved-import',
    title: 'Import that leads nowhere',
    severity: 'error',
    recommended: 'warning',
    roles: { test: 'warning', fixture: 'off', example: 'warning', docs: 'off', declaration: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §1.1', 'architecture §10'],
    criterion: null,
    blocker: false,
    fixable: false,
    sources: {
      eslint: [
        'import/no-unresolved', 'import-x/no-unresolved', 'import/named', 'import-x/named', 'import/default', 'import-x/default', 'node/no-missing-import',
        'n/no-missing-import', 'node/no-missing-require', 'n/no-missing-require',
      ],
      pylint: ['import-error', 'no-name-in-module'],
      mypy: ['import-not-found'],
    },
    docs: {
      what:
        'An import of a file of the project that does not exist, by a relative path, an alias of `tsconfig.json` or the name of the project\'s own Python '
        + 'package; and an import of a name that the imported file neither declares nor passes on.',
      why:
        'Python and Node stop with an error as soon as the file is loaded. Bundlers stop the build, or put `undefined` in its place, which fails where it '
        + 'is first used.',
      fix: 'Correct the path or the name. Remove the import, with the code that needs it, if what it asks for was removed.',
      limits:
        'Packages are not looked up. Silent is everything that may be there later or elsewhere: files in folders that git ignores or that are named like '
        + 'the output of a tool (`generated`, `dist`, `_pb2`), names that a build file mentions, imports in `try`, below `@ts-ignore` or `# type: ignore`, '
        + 'in `if TYPE_CHECKING`, in templates, and in notebooks that install a version of their own; what three files ask for; what a test puts in the '
        + 'place of a module. Names '
        + 'are compared only where the imported file tells them all: no `module.exports`, no '
        + '`__getattr__`, `globals()` or `setattr`, no `export *` of a package. Packages of the same repository are left out, since another '
        + 'version may be installed.',
    },
    messages,
  },
  check({ model, isVacant }, report) {
    const lookup = { model, isVacant };
    const hints = hintsOf(model);
    const missing: { path: string; fact: ImportFact; target: string }[] = [];
    for (const module of model.modules.values()) {
      const { path } = module;
      if (isAside(module)) continue;
      for (const { fact, to } of module.imports) {
        if (fact.guarded === true || NO_PATH.test(fact.specifier) || isLeftToOthers(module, fact)) continue;
        if (to.kind === 'missing' && to.path !== undefined && isVacant(to.path) && !isMadeByPackage(module, to.path, model)) {
          missing.push({ path, fact, target: to.path });
        } else if (to.kind === 'file') {
          for (const { imported, span } of missingNames(lookup, module, { fact, to })) {
            const what = imported === 'default' ? 'default export' : `"${imported}"`;
            const data = { target: to.path, what, hint: hints.ofName(to.path, imported) };
            report(path, { messageId: 'name', data, span, about: `${path} -> ${to.path} ${imported}` });
          }
        }
      }
    }
    for (const { path, fact, target } of withoutForeignFolders(missing, model)) {
      report(path, {
        messageId: 'file', data: { target, hint: hints.ofFile(target, path) }, span: fact.specifierSpan, about: `${path} -> ${target}`,
        // Nothing of it is left in the code that runs; only the compiler minds.
        ...(fact.typeOnly || fact.couldBeTypeOnly ? { severity: 'info' as const } : {}),
      });
    }
  },
});

/** Nobody runs it as it stands, or it is wrong on purpose. */
function isAside({ path, facts }: ModuleNode): boolean {
  let answer = aside.get(facts);
  if (answer === undefined) aside.set(facts, (answer = isAsideByPath(path, facts.role)));
  return answer;
}

const aside = new WeakMap<ModuleNode['facts'], boolean>();

function isAsideByPath(path: string, role: ModuleNode['facts']['role']): boolean {
  return TEMPLATE.test(path) || ASIDE.test(path) || ((role === 'test' || /(^|[/_])tests?[/_]/.test(path)) && WRONG.test(path)) || path.endsWith('.pyi');
}

/** Python: only type checkers follow it, or the name of a package says from where it is counted. */
function isLeftToOthers({ facts }: ModuleNode, fact: ResolvedImport['fact']): boolean {
  return (facts.language === 'python' || facts.language === 'notebook') && (fact.typeOnly || fact.kind === 'dynamic');
}

/** Python: compiled, by its name; or one of the packages around it puts modules there while it runs. */
function isMadeByPackage({ facts }: ModuleNode, target: string, model: WorkspaceModel): boolean {
  if (facts.language !== 'python' && facts.language !== 'notebook') return false;
  if (/(^|\/)_[^/]*$/.test(target)) return true;
  for (let folder = folderOf(target); folder !== ''; folder = folderOf(folder)) {
    const around = model.modules.get(`${folder}/__init__.py`);
    if (around !== undefined && around.facts.members === undefined) return true;
  }
  return false;
}

function missingNames(lookup: Lookup, { path, facts }: ModuleNode, { fact, to }: ResolvedImport): ImportedName[] {
  if (to.kind !== 'file' || to.path === path) return [];
  const target = lookup.model.modules.get(to.path)?.facts;
  if (target?.members === undefined) return [];
  return fact.names.filter((name) => {
    if (hasOwnName(target, name.imported)) return false;
    if (name.imported === '*' || isPackage(facts, fact, to.path) || isCompiled(name.imported, to.path)) return false;
    // Node gives a file whose ending says that it is a module the whole of one that may be CommonJS as its default.
    if (name.imported === 'default' && /\.m[jt]s$/.test(path) && /\.[jt]sx?$/.test(to.path)) return false;
    if ((fact.kind === 'require' || fact.kind === 'dynamic') && OF_EVERY_OBJECT.has(name.imported)) return false;
    // Types may come from a comment in JavaScript, and from `declare module` in another file.
    const isType = facts.language === 'typescript' && (name.typeOnly || !name.usedAsValue);
    if (isType && (target.language === 'javascript' || isAugmented(lookup.model))) return false;
    return hasName(lookup, to.path, name.imported) === false && !isAnother(lookup, path, fact, to.path);
  });
}

/** The compiler takes `./config.cjs` for `config.cts`; Node loads the file of just that name, where there is one too. */
function isAnother({ isVacant }: Lookup, path: string, { specifier }: ImportFact, target: string): boolean {
  if (!/^\.{1,2}\/.*\.[cm]?jsx?$/.test(specifier)) return false;
  const exact = joinPath(folderOf(path), specifier);
  return exact !== null && exact !== target && !isVacant(exact);
}

/** `from shop import _core`, `from . import blur_ext`: by its name, a module of the package that is compiled. */
function isCompiled(name: string, target: string): boolean {
  return /^_|_(ext|cuda|cpp|C)$/.test(name) && target.endsWith('__init__.py');
}

/** A package of the same repository, of which another version may be installed; or in Python a file beside this one with the name of a package. */
function isPackage({ language }: ModuleNode['facts'], { group, specifier }: ImportFact, target: string): boolean {
  if (language === 'python' || language === 'notebook') {
    return !specifier.includes('.') && !new RegExp(`^((src|lib|python)/)?${specifier}/`).test(target);
  }
  return (language === 'typescript' || language === 'javascript') && group !== 'relative' && group !== 'internal';
}

const augmented = new WeakMap<WorkspaceModel, boolean>();

function isAugmented(model: WorkspaceModel): boolean {
  let answer = augmented.get(model);
  if (answer === undefined) augmented.set(model, (answer = [...model.modules.values()].some(({ facts }) => facts.ambient === true)));
  return answer;
}
