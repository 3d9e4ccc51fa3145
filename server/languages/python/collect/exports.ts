/** What a module exports: the names in `__all__`, otherwise all that do not begin with an underscore. */
import type { ExportFact, ExportKind } from '../../../facts/module-facts.ts';
import { importedNames } from '../scopes.ts';
import { isPlainString, stringValue } from '../strings.ts';
import { boundNames, part, type Node, type Source } from '../syntax.ts';

export interface Exported {
  facts: ExportFact[];
  /** Names of the module that others may use. */
  locals: ReadonlySet<string>;
}

interface Bound {
  kind: ExportKind;
  node: Node;
  from: string | null;
  imported: string | null;
  /** `import x as x`, which marks a re-export. */
  passedOn: boolean;
}

/** Reads the exports of a file from its top-level statements. */
export function collectExports(source: Source): Exported {
  const bound = new Map<string, Bound>();
  const stars: { specifier: string; node: Node }[] = [];
  const listed = new Set<string>();
  let hasList = false;
  const isPackage = /(^|\/)__init__\.pyi?$/.test(source.path);

  const note = (name: Node, kind: ExportKind, rest: Partial<Bound> = {}): void => {
    const text = source.textOf(name);
    const known = bound.get(text);
    if (known !== undefined && known.kind !== 'variable' && kind === 'variable') return;
    bound.set(text, { kind, node: name, from: null, imported: null, passedOn: false, ...rest });
  };
  const noteList = (value: Node | null): void => {
    for (const child of value?.children ?? []) {
      if (isPlainString(child)) listed.add(stringValue(source, child));
      else if (child.type === 'list' || child.type === 'tuple') noteList(child);
    }
  };
  const assignment = (node: Node): void => {
    const left = part(node, 'left') ?? node;
    if (source.textOf(left) === '__all__') {
      hasList = true;
      noteList(part(node, 'right'));
    } else for (const name of boundNames(left)) note(name, 'variable');
    const right = part(node, 'right');
    if (right?.type === 'assignment') assignment(right);
  };
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'function_definition': return note(part(node, 'name') ?? node, 'function');
      case 'class_definition': return note(part(node, 'name') ?? node, 'class');
      case 'type_alias_statement': { const name = part(node, 'left'); if (name) note(name.children[0] ?? name, 'type'); return; }
      case 'assignment': return assignment(node);
      case 'augmented_assignment':
        if (source.textOf(part(node, 'left') ?? node) === '__all__') { hasList = true; noteList(part(node, 'right')); }
        return;
      case 'call': {
        // `__all__.extend([...])`, `__all__.append('x')`.
        const called = part(node, 'function');
        if (called !== null && /^__all__\.(extend|append)$/.test(source.textOf(called))) { hasList = true; noteList(part(node, 'arguments')); }
        return;
      }
      case 'import_statement': case 'import_from_statement':
        if (node.children.some((child) => child.type === 'wildcard_import'))
          stars.push({ specifier: source.textOf(part(node, 'module_name')!).replace(/\s+/g, ''), node });
        for (const each of importedNames(source, node)) {
          const alias = each.node.field === 'alias';
          note(each.node, 're-export', { from: each.specifier, imported: each.imported, passedOn: alias && each.imported === source.textOf(each.node) });
        }
        return;
      case 'expression_statement': case 'decorated_definition': case 'if_statement': case 'elif_clause': case 'else_clause':
      case 'try_statement': case 'except_clause': case 'finally_clause': case 'with_statement': case 'block': case 'for_statement':
        for (const child of node.children) visit(child);
        return;
      default:
    }
  };
  for (const statement of source.root.children) visit(statement);

  const facts: ExportFact[] = [];
  const locals = new Set<string>();
  for (const [name, { kind, node, from, imported, passedOn }] of bound) {
    const offered = hasList
      ? listed.has(name)
      : !name.startsWith('_') && (from === null || passedOn || (isPackage && (imported !== '*' || from.startsWith('.'))));
    if (!offered) continue;
    locals.add(name);
    facts.push({ name, kind, typeOnly: kind === 'type', from, imported, span: source.span(node) });
  }
  for (const { specifier, node } of stars) {
    if (isPackage || !hasList) facts.push({ name: '*', kind: 're-export', typeOnly: false, from: specifier, imported: '*', span: source.span(node) });
  }
  return { facts, locals };
}

