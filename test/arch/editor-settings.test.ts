/** Every setting that the extension contributes is read by code that is reached from an entry point. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from './sources.ts';

const SECTION = 'archwright';
/** Where the settings are declared; a declaration is not a reader. */
const DECLARED = 'server/protocol/lsp.ts';
const ENTRIES = ['server/lsp/main.ts', 'client/extension.ts'];
/** The language client reads it, for the section that has the client's id. */
const OF_LANGUAGE_CLIENT = 'trace.server';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true,
  noEmit: true, strict: true, skipLibCheck: true, resolveJsonModule: true, types: ['node'],
};

/** Names of the settings, such as `python.hideRuffDoubles`, whose property of `EditorSettings` is accessed by the sources. */
function readSettings(files: readonly string[]): Set<string> {
  const program = ts.createProgram(files.map((file) => path.join(ROOT, file)), options);
  const checker = program.getTypeChecker();
  const names = new Map<ts.Symbol, string>();
  const list = (members: ts.NodeArray<ts.TypeElement>, prefix: string): void => {
    for (const member of members) {
      if (!ts.isPropertySignature(member)) continue;
      const name = prefix + member.name.getText();
      if (member.type && ts.isTypeLiteralNode(member.type)) list(member.type.members, `${name}.`);
      else names.set(checker.getSymbolAtLocation(member.name)!, name);
    }
  };
  program.getSourceFile(path.join(ROOT, DECLARED))!.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'EditorSettings') list(node.members, '');
  });
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = ts.isPropertyAccessExpression(node) ? node.name : ts.isBindingElement(node) ? node.propertyName ?? node.name : null;
    if (name !== null && ts.isIdentifier(name)) {
      const symbol = ts.isBindingElement(name.parent) ? propertyOf(checker, name.parent, name.text) : checker.getSymbolAtLocation(name);
      const setting = symbol && names.get(symbol);
      if (setting !== undefined) found.add(setting);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.fileName.includes('/node_modules/') && !file.fileName.endsWith(DECLARED)) visit(file);
  return found;
}

function propertyOf(checker: ts.TypeChecker, { parent }: ts.BindingElement, name: string): ts.Symbol | undefined {
  return checker.getTypeAtLocation(parent).getProperty(name);
}

describe('settings of the extension', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Record<string, unknown> } };
  };
  const contributed = Object.keys(manifest.contributes.configuration.properties).map((name) => name.slice(SECTION.length + 1));
  let read: Set<string>;

  before(function () {
    this.timeout(120_000);
    read = readSettings(ENTRIES);
  });

  it('are all read', () => {
    assert.ok(contributed.length > 5);
    assert.deepEqual(contributed.filter((name) => name !== OF_LANGUAGE_CLIENT && !read.has(name)), []);
    assert.match(readFileSync(path.join(ROOT, 'client/server/connection.ts'), 'utf8'), /new LanguageClient\('archwright'/);
  });

  it('are the ones that the code knows, and no other', () => {
    assert.deepEqual([...read].filter((name) => !contributed.includes(name)), []);
  });

  it('count as unread when only their declaration names them', () => {
    assert.equal(readSettings([DECLARED]).size, 0);
    assert.equal(read.has('wombat'), false);
  });
});
