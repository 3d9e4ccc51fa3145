/** Where a declaration stands in the text that a person wrote. */
import { ts } from 'ts-morph';
import type { Span } from '../../../facts/span.ts';
import { LANGUAGE } from './library.ts';
import type { Side } from './sides.ts';

export interface Located {
  path: string;
  span: Span;
}

/** @param node of the joint program, on this side */
export function locate(node: ts.Node, side: Side): Located | null {
  const file = node.getSourceFile();
  if (!file.fileName.startsWith(`${side.folder}/`)) return null;
  const { base, sourcePath, source } = side.declared;
  const declared = base + file.fileName.slice(side.folder.length);
  const written = sourcePath(declared);
  const path = written.slice(base.length + 1);
  if (written === declared) return { path, span: spanOf(file, ts.getNameOfDeclaration(node as ts.Declaration) ?? node) };
  let tree = source.trees.get(written);
  if (tree === undefined) {
    tree = ts.createSourceFile(written, source.files.read(written) ?? '', LANGUAGE);
    source.trees.set(written, tree);
  }
  return { path, span: spanOf(tree, find(tree, chainOf(node)) ?? null) };
}

/** Names from the outermost declaration to the node. */
function chainOf(node: ts.Node): string[] {
  const names: string[] = [];
  for (let each: ts.Node | undefined = node; each !== undefined && !ts.isSourceFile(each); each = each.parent) {
    const name = nameOf(each);
    if (name !== null) names.unshift(name);
  }
  return names;
}

function nameOf(node: ts.Node): string | null {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { name } = node as ts.NamedDeclaration;
  return name !== undefined && 'text' in name ? name.text : null;
}

/** The name that the chain leads to; where it ends early, the last one that was found. */
function find(tree: ts.SourceFile, chain: readonly string[]): ts.Node | undefined {
  let within: ts.Node = tree;
  let found: ts.Node | undefined;
  for (const name of chain) {
    const next = search(within, name);
    if (next === undefined) break;
    found = (next as ts.NamedDeclaration).name ?? next;
    within = next;
  }
  return found ?? tree.statements.find((each) => ts.isExportAssignment(each) || ts.canHaveModifiers(each)
    && ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
}

function search(within: ts.Node, name: string): ts.Node | undefined {
  let queue: ts.Node[] = [];
  ts.forEachChild(within, (child) => void queue.push(child));
  while (queue.length > 0) {
    const hit = queue.find((node) => nameOf(node) === name && !ts.isImportSpecifier(node));
    if (hit !== undefined) return hit;
    const next: ts.Node[] = [];
    // Bodies of functions hold nothing of the interface.
    for (const node of queue) if (!ts.isBlock(node)) ts.forEachChild(node, (child) => void next.push(child));
    queue = next;
  }
  return undefined;
}

function spanOf(file: ts.SourceFile, node: ts.Node | null): Span {
  if (node === null) return [1, 1, 1, 1];
  const start = file.getLineAndCharacterOfPosition(node.getStart(file));
  const end = file.getLineAndCharacterOfPosition(node.end);
  return [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
}
