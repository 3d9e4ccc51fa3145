/** Imports of a file, and whether each imported name is needed at run time or only in annotations. */
import type { ImportFact, ImportedName } from '../../../facts/module-facts.ts';
import { importGroup } from '../import-group.ts';
import { importedNames, type Scopes } from '../scopes.ts';
import { isPlainString, stringValue } from '../strings.ts';
import { around, part, parts, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

export interface ImportCollector extends Collector {
  finish(): ImportFact[];
}

/** Decorators that do not read the annotations of what they decorate. */
const LEAVES_ANNOTATIONS = new RegExp(
  String.raw`^@(staticmethod|classmethod|property|abstractmethod|override|\w+\.setter|abc\.\w+|typing\.\w+|overload|functools\.\w+|`
  + 'cached_property)$',
);

export function importCollector(source: Source, scopes: Scopes): ImportCollector {
  const facts: ImportFact[] = [];
  const byLocal = new Map<string, ImportedName>();
  const runs = runsOf(source.root);

  const add = (node: Node, specifierNode: Node, specifier: string, names: ImportedName[], at: Place, specifierEnd = specifierNode.end): void => {
    const erased = isTypeChecking(source, node);
    for (const name of names) {
      if (erased) name.typeOnly = true;
      if (name.local !== '*') byLocal.set(name.local, name);
    }
    const run = runs.get(node);
    facts.push({
      specifier, group: importGroup(specifier, source.path), kind: 'static', typeOnly: erased, couldBeTypeOnly: false, lazy: at.function !== -1, names,
      span: source.span(node), specifierSpan: source.spanBetween(specifierNode.start, specifierEnd), ...(run === undefined ? {} : { run }),
      ...(isWhenStarted(source, node) ? { whenStarted: true } : {}),
      ...(isGuarded(source, node) ? { guarded: true } : {}),
    });
  };
  const named = (imported: string, local: string, node: Node): ImportedName =>
    ({ imported, local, typeOnly: false, usedAsValue: false, usedAsType: false, span: source.span(node) });
  const clean = (node: Node): string => source.textOf(node).replace(/\s+/g, '');

  return {
    on: {
      import_statement: (node, at) => {
        for (const each of parts(node, 'name')) {
          const alias = part(each, 'alias');
          const module = alias ? part(each, 'name')! : each;
          const local = alias ?? each.children[0] ?? each;
          add(node, module, clean(module), [named('*', source.textOf(local), each)], at);
        }
      },
      import_from_statement: (node, at) => {
        const module = part(node, 'module_name');
        if (module === null) return;
        const names = importedNames(source, node)
          .map((each) => named(each.imported, source.textOf(each.node), each.node.field === 'alias' ? each.node.parent : each.node));
        if (node.children.some((child) => child.type === 'wildcard_import')) names.push({ ...named('*', '*', node), usedAsValue: true });
        add(node, module, clean(module), names, at);
      },
      // `importlib.import_module('a.b')`, `__import__('a')`.
      call: (node, at) => {
        const callee = part(node, 'function');
        const first = part(node, 'arguments')?.children[0];
        if (callee === null || first === undefined || !isPlainString(first)
          || !/^(importlib\.)?import_module$|^__import__$/.test(source.textOf(callee))) return;
        const specifier = stringValue(source, first);
        facts.push({
          specifier, group: importGroup(specifier, source.path), kind: 'dynamic', typeOnly: false, couldBeTypeOnly: false, lazy: at.function !== -1, names: [],
          span: source.span(node), specifierSpan: source.span(first),
        });
      },
      identifier: (node) => noteUse(node),
      // Quoted types: `x: 'Order'`.
      type: (node) => {
        for (const child of node.children) if (isPlainString(child)) for (const word of stringValue(source, child).matchAll(/[A-Za-z_]\w*/g)) noteType(word[0]);
      },
    },
    finish() {
      for (const fact of facts) {
        fact.couldBeTypeOnly = fact.kind === 'static' && !fact.typeOnly && !fact.lazy && fact.names.length > 0
          && fact.names.every((name) => name.typeOnly || (!name.usedAsValue && name.usedAsType));
      }
      return facts;
    },
  };

  function noteType(local: string): void {
    const name = byLocal.get(local);
    if (name) name.usedAsType = true;
  }

  function noteUse(node: Node): void {
    const text = source.textOf(node);
    const name = byLocal.get(text);
    if (name === undefined || (name.usedAsValue && name.usedAsType) || isNameOnly(node)) return;
    if (scopes.lookup(text, node)?.kind !== 'import') return;
    if (isErased(node)) name.usedAsType = true;
    else name.usedAsValue = true;
  }

  /** In an annotation that is not evaluated at run time, as far as the file shows. */
  function isErased(node: Node): boolean {
    const type = around(node, (each) => each.type === 'type');
    if (type === null) return false;
    const holder = around(
      type,
      (each) => each.type === 'function_definition' || each.type === 'assignment' || each.type === 'class_definition' || each.type === 'type_alias_statement',
    );
    if (holder?.type === 'function_definition') {
      // Frameworks read the annotations of what they decorate.
      return holder.parent.type !== 'decorated_definition'
        || holder.parent.children.every((each) => each.type !== 'decorator' || LEAVES_ANNOTATIONS.test(source.textOf(each)));
    }
    if (holder?.type !== 'assignment') return false;
    // Fields of a data class or model are read by the decorator or base class; nothing reads a local variable's type.
    const outer = around(holder, (each) => each.type === 'function_definition' || each.type === 'class_definition');
    return outer?.type !== 'class_definition' || (outer.parent.type !== 'decorated_definition' && part(outer, 'superclasses') === null);
  }
}

/** Statements that may be reordered: consecutive imports. */
function runsOf(root: Node): Map<Node, number> {
  const runs = new Map<Node, number>();
  let run = 0;
  for (const statement of root.children) {
    if (statement.type === 'import_statement' || statement.type === 'import_from_statement') runs.set(statement, run);
    else run++;
  }
  return runs;
}

/** Inside `if TYPE_CHECKING:`. */
export function isTypeChecking(source: Source, node: Node): boolean {
  const branch = around(node, (each) => each.field === 'consequence' && each.parent.type === 'if_statement'
    && /^(\w+\.)?TYPE_CHECKING$/.test(source.textOf(part(each.parent, 'condition') ?? each)));
  return branch !== null;
}

/** Clauses that catch a failed import; the code in them may be another way to the same name. */
const CATCHES = /^except(\s*:|\b[^:]*\b(ImportError|ModuleNotFoundError|Exception|BaseException|AttributeError)\b)/;

/** What is raised when the import fails is caught, or a comment says that type checkers do not find it. */
function isGuarded(source: Source, node: Node): boolean {
  if (/#\s*type:\s*ignore\b/.test(source.text.slice(node.end, source.text.indexOf('\n', node.end) + 1 || undefined))) return true;
  const catches = (each: Node): boolean => each.type === 'except_clause' && CATCHES.test(source.shorten(each, 160));
  return around(node, (each) => (each.type === 'try_statement' && each.children.some(catches))
    || (each.type === 'with_statement' && /\b(suppress|raises)\(/.test(source.shorten(each, 120)))) !== null;
}

/** The identifier only names an attribute, an argument, a declaration or an import: it is not a reference. */
function isNameOnly(node: Node): boolean {
  const { parent, field } = node;
  switch (parent.type) {
    case 'attribute': return field === 'attribute';
    case 'keyword_argument': case 'function_definition': case 'class_definition':
    case 'default_parameter': case 'typed_default_parameter': return field === 'name';
    case 'dotted_name': return /import|^module$/.test(parent.parent.type) || parent.parent.type === 'aliased_import' || parent.children[0] !== node;
    case 'aliased_import': case 'parameters': case 'lambda_parameters': case 'list_splat_pattern':
    case 'dictionary_splat_pattern': case 'global_statement': return true;
    case 'typed_parameter': return field !== 'type';
    default: return false;
  }
}

/** In the first branch of `if __name__ == '__main__'`. */
function isWhenStarted(source: Source, node: Node): boolean {
  const branch = around(node, ({ parent, field }) => parent.type === 'if_statement' && field === 'consequence' && isStart(source, parent));
  return branch !== null;
}

function isStart(source: Source, statement: Node): boolean {
  const condition = part(statement, 'condition');
  return condition !== null && /^\(?\s*__name__\s*==\s*(['"])__main__\1\s*\)?$/.test(source.textOf(condition));
}
