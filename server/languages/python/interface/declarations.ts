/** A module without what only runs: a stub that compares like its source did. */
import { parametersOf } from '../scopes.ts';
import { each, isBareString, part, type Node } from '../syntax.ts';
import type { ClassBinding, FunctionBinding, ModuleModel } from './model.ts';
import type { Project } from './project.ts';
import { calledName } from './read/nodes.ts';
import { deprecationOf, docOf, documentedExceptions } from './read/read-docs.ts';

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Longer values are not compared, so that they need not be kept. */
const LONGEST = 300;

export function declarationOf(module: ModuleModel, project: Project): string {
  const { source } = module;
  const replaced: Replacement[] = source.comments.map(({ start, end }) => ({ start, end, text: '' }));
  const offered = module.isStub ? new Set<string>() : project.publicNames(module);
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'function_definition': return void replaced.push(functionBody(node, module));
      case 'class_definition': {
        const [first] = part(node, 'body')?.children ?? [];
        if (first && isBareString(first)) replaced.push({ start: first.start, end: first.end, text: docFor(node, [], module) || '...' });
        for (const child of part(node, 'body')?.children ?? []) visit(child);
        return;
      }
      case 'import_from_statement':
        for (const child of node.children) {
          // A stub passes on only what it says so of.
          if (child.field !== 'name' || child.type !== 'dotted_name') continue;
          const name = source.textOf(child);
          if (module.isPackage && offered.has(name)) replaced.push({ start: child.end, end: child.end, text: ` as ${name}` });
        }
        return;
      case 'expression_statement': {
        const [only] = node.children;
        const called = only?.type === 'call' ? calledName(source, only) : null;
        const onlyRuns = only?.type === 'call' && called?.startsWith('__all__.') !== true;
        if (isBareString(node) || onlyRuns) replaced.push({ start: node.start, end: node.end, text: '...' });
        else if (only?.type === 'assignment') visit(only);
        return;
      }
      case 'assignment': {
        const right = part(node, 'right');
        const isList = source.textOf(part(node, 'left') ?? node) === '__all__';
        if (right && !isList && right.end - right.start > LONGEST && isData(right)) replaced.push({ start: right.start, end: right.end, text: '...' });
        return;
      }
      default: for (const child of node.children) visit(child);
    }
  };
  for (const child of source.root.children) visit(child);
  return tidy(apply(source.text, replaced));
}

function isData({ type }: Node): boolean {
  return /^(dictionary|list|set|tuple|string|concatenated_string|list_comprehension|dictionary_comprehension|lambda)$/.test(type);
}

function apply(text: string, replaced: Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: instead } of replaced.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    result += text.slice(at, start) + instead;
    at = end;
  }
  return result + text.slice(at);
}

function tidy(text: string): string {
  return `${text.replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n').trim()}\n`;
}

function functionBody(definition: Node, module: ModuleModel): Replacement {
  const { source } = module;
  const body = part(definition, 'body');
  if (body === null) return { start: definition.end, end: definition.end, text: '' };
  const column = source.span(definition)[1] - 1;
  const indent = `\n${' '.repeat(column + 4)}`;
  const lines = [docFor(definition, [...documentedExceptions(docOf(source, definition))], module), ...attributesSet(definition, module)].filter(Boolean);
  let yields = false;
  each(body, (node) => { if (node.type === 'yield') yields = true; }, true);
  lines.push(yields ? 'yield' : '...');
  // From the colon on, so that comments and line ends in front of the body go too.
  const colon = source.text.slice(0, body.start).lastIndexOf(':');
  return { start: colon + 1, end: body.end, text: indent + lines.join(indent) };
}

/** A docstring of what is compared: exceptions and the deprecation. */
function docFor(definition: Node, raises: readonly string[], module: ModuleModel): string {
  const binding = { decorators: [], definition, module, members: new Map(), kind: definition.type === 'class_definition' ? 'class' : 'function' };
  const deprecated = deprecationOf(binding as unknown as FunctionBinding | ClassBinding);
  if (raises.length === 0 && deprecated === null) return '';
  const lines = raises.length === 0 ? [] : ['Raises:', ...raises.map((name) => `    ${name}:`)];
  if (deprecated !== null) lines.unshift(`.. deprecated:: ${deprecated.replace(/["\\]/g, "'")}`, '');
  return `"""\n${lines.join('\n')}\n"""`;
}

/** What a constructor sets on the instance, without the values. */
function attributesSet(definition: Node, { source }: ModuleModel): string[] {
  const name = source.textOf(part(definition, 'name') ?? definition);
  const body = part(definition, 'body');
  if (!/^__(init|new|post_init|attrs_post_init)__$/.test(name) || body === null) return [];
  const parameters = new Set(parametersOf(definition).map((parameter) => source.textOf(parameter.name)));
  const lines: string[] = [];
  each(body, (node) => {
    if (node.type !== 'assignment') return;
    const left = part(node, 'left');
    if (left?.type === 'attribute') {
      const right = part(node, 'right');
      const type = part(node, 'type');
      const kept = right?.type === 'identifier' && parameters.has(source.textOf(right)) ? source.textOf(right) : 'None';
      lines.push(`${source.textOf(left)}${type ? `: ${source.textOf(type).replace(/\s+/g, ' ')}` : ''} = ${kept}`);
    } else for (const child of left?.children ?? []) if (child.type === 'attribute') lines.push(`${source.textOf(child)} = None`);
  }, true);
  return [...new Set(lines)].filter((line) => /^[A-Za-z_]\w*\.[A-Za-z_]\w* *[:=]/.test(line));
}
