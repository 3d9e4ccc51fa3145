/**
 * Names in JavaScript that no file and no environment defines.
 *
 * Bad, because the line throws a ReferenceError as soon as it runs, which is often only in the case that no test covers.
 *
 * A rule of its own beside `source/undefined-name`: ruff tells of a Python file without a look at others, but a JavaScript file can use what any other
 * file of the workspace puts into the global object, so that this has to be asked of the whole.
 */
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import { isNamedForLack } from '../../text/lack-names.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { isTypeTest } from '../kit/type-tests.ts';

/** Files that use a name which nothing declares: so many do not forget the same import, so it comes from somewhere. */
const AGREED = 3;
/** Folders whose code is a piece of something, is out of use, or comes from elsewhere. */
const ASIDE = new RegExp(
  String.raw`(^|/)(templates?|boilerplates?|scaffold\w*|blueprints?|skeletons?|archived?|attic|deprecated|obsolete|[\w-]*legacy|vendor\w*|third[-_]?party|`
  + String.raw`public|static|libraries|lib/(js|vendor)|js-?libs)/|(^|/)old[-_][^/]*$|[._-](template|tmpl|tpl)\.[^/]*$`,
  'i',
);
/** Tools that import for a file what it uses. */
const IMPORTS_ITSELF = /^(unplugin-auto-import|unimport|nuxt|@nuxt\/|wxt|sails|meteor\/)/;

export const rule = defineGraphRule({
  meta: {
    id: 'source/undeclared-name',
    title: 'Undeclared name',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['javascript', 'typescript'],
    guidelines: ['review §1.1', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { eslint: ['no-undef', 'react/jsx-no-undef'] },
    docs: {
      what:
        'A name that a function of a module reads, and that neither the file declares nor browsers, Node.js, test runners or another file of the workspace '
        + 'put into the global object. Each name is reported once per file.',
      why: 'The line throws a `ReferenceError` as soon as it runs. Nothing tells earlier, and often it is the case that no test covers.',
      fix: 'Import or declare the name, or correct its spelling.',
      limits:
        'Only JavaScript that imports, exports or requires something; TypeScript only outside of tests, below `@ts-ignore` or `@ts-expect-error` and in '
        + 'files with `@ts-nocheck`, as the compiler tells of the rest. Left alone are names that a comment, a setting of ESLint or of a bundler or an '
        + 'assignment to `window` or `globalThis` anywhere makes known, names that `typeof` asks for, constants in capitals, names that three files use alike, '
        + '`Charts.draw()` of libraries that a page may load, files that lack more than four names, files with `eval` or `with`, templates, '
        + 'and projects whose tools add imports.',
    },
    messages: {
      undeclared: 'Nothing declares {name}, so this line throws a ReferenceError when it runs. Import or declare it.',
      exported: 'Nothing declares {name}, so this line throws a ReferenceError when it runs. {file} exports it.',
      outside: '{name} is declared elsewhere in this file, out of reach: this line throws a ReferenceError. Declare it here or further out.',
    },
  },
  check({ model }, report) {
    // Asked after each pause of typing: few files lack a name, and only for these the others are gone through.
    const asking = [...model.modules.values()].filter(({ facts }) => facts.undeclared !== undefined && facts.undeclared.length > 0);
    if (asking.length === 0) return;
    const modules = [...model.modules.values()].filter(({ facts }) => facts.language === 'javascript' || facts.language === 'typescript');
    if (modules.some(({ facts }) => facts.imports.some(({ specifier }) => IMPORTS_ITSELF.test(specifier)))) return;
    const made = new Set(modules.flatMap(({ facts }) => facts.globalNames?.split(' ') ?? []));
    const often = countedNames(asking);
    for (const { path, facts } of asking) {
      if (ASIDE.test(path) || isTried(path, facts)) continue;
      for (const { name, place, elsewhere, namespace, span } of facts.undeclared ?? []) {
        if (isNamedForLack(name) || made.has(name) || often.get(name)! >= AGREED || (namespace === true && !isKnown(modules, name))) continue;
        const file = exporterOf(model, name);
        const at = { span, about: `${place === '' ? 'file' : place}: ${name}` };
        if (elsewhere === true) report(path, { messageId: 'outside', data: { name }, ...at });
        else if (file === null) report(path, { messageId: 'undeclared', data: { name }, ...at });
        else report(path, { messageId: 'exported', data: { name, file }, ...at });
      }
    }
  },
});

/** Some file exports or imports something of this name. */
function isKnown(modules: readonly ModuleNode[], name: string): boolean {
  return modules.some(({ facts }) => facts.exports.some((each) => each.name === name)
    || facts.imports.some(({ names }) => names.some(({ local }) => local === name)));
}

/** TypeScript is only asked where the compiler was told to be silent: in a test to try the wrong name itself, in one of types to try something else. */
function isTried(path: string, { language, role }: ModuleNode['facts']): boolean {
  return language === 'typescript' && role === 'test' && !isTypeTest(path);
}

function countedNames(modules: readonly ModuleNode[]): ReadonlyMap<string, number> {
  const often = new Map<string, number>();
  for (const { facts } of modules) for (const { name } of facts.undeclared ?? []) often.set(name, (often.get(name) ?? 0) + 1);
  return often;
}

/** The only file that exports something of this name. */
function exporterOf(model: WorkspaceModel, name: string): string | null {
  const files = [...model.modules.values()].filter(({ facts }) => facts.exports.some((each) => each.name === name && !each.typeOnly && each.from === null));
  return files.length === 1 ? files[0]!.path : null;
}
