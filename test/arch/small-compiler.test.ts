/** The part of the compiler in the bundles reads files as the whole compiler does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { ts } from '@ts-morph/common';
import { build } from 'esbuild';
import { onlyUsed, smallCompiler, usedMembers } from '../../scripts/small-compiler.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(ROOT, 'server/languages/typescript');
const COMPILER = path.join(ROOT, 'node_modules/@ts-morph/common/dist/typescript.js');

type Compiler = Pick<typeof ts, 'createSourceFile' | 'forEachChild' | 'resolveModuleName'>;

async function small(): Promise<Compiler> {
  const { outputFiles } = await build({ entryPoints: [COMPILER], bundle: true, platform: 'node', format: 'cjs', write: false, plugins: [onlyUsed(SOURCES)] });
  const module = { exports: {} as Compiler };
  const run = compileFunction(outputFiles[0]!.text, ['module', 'exports', 'require', '__filename']);
  run(module, module.exports, createRequire(COMPILER), COMPILER);
  return module.exports;
}

/** Kind and place of every node, and the mistakes. */
function treeOf({ createSourceFile, forEachChild }: Compiler, name: string, text: string): unknown[] {
  const file = createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: unknown[] = [];
  const visit = (node: ts.Node): void => {
    found.push([node.kind, node.getStart(file), node.end]);
    forEachChild(node, visit);
  };
  visit(file);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: ts.Diagnostic[] };
  return [...found, ...parseDiagnostics.map(({ code, start, messageText }) => [code, start, messageText])];
}

describe('the small compiler', function () {
  this.timeout(60_000);
  let compiler: Compiler;
  before(async () => {
    compiler = await small();
  });

  const texts = {
    'a.ts': readFileSync(path.join(SOURCES, 'values.ts'), 'utf8'),
    'b.tsx': 'const a = <A.B c={1} {...d}>text <i/> {e}</A.B>;\n@f() class G<T extends keyof H> { accessor #i = 1; static { } }\n',
    'c.js': 'export default async function* () { for await (const x of /a+/gu) yield* `b${x ?? 1n}`; }\nlabel: while (0) continue label;\n',
    'broken.ts': 'class { if (\nconst = ;\nimport {\n0777 "\n',
  };
  for (const [name, text] of Object.entries(texts))
    it(`reads ${name} as the whole compiler does`, () => assert.deepEqual(treeOf(compiler, name, text), treeOf(ts, name, text)));

  it('resolves modules', () => {
    const manifest = '{ "exports": { ".": { "types": "./d.d.ts" } } }';
    const files = new Map([['/a/b.ts', ''], ['/node_modules/c/package.json', manifest], ['/node_modules/c/d.d.ts', '']]);
    const host = { fileExists: (file: string) => files.has(file), readFile: (file: string) => files.get(file) };
    const options = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
    for (const specifier of ['./b', 'c', 'missing']) {
      const [found, expected] = [compiler, ts].map(({ resolveModuleName }) => resolveModuleName(specifier, '/a/x.ts', options, host).resolvedModule);
      assert.deepEqual(found, expected, specifier);
    }
  });

  it('leaves out the type checker', () => {
    const text = smallCompiler(readFileSync(COMPILER, 'utf8'), usedMembers(SOURCES));
    assert.ok(text.includes('function createScanner('));
    assert.ok(!text.includes('function createTypeChecker('));
  });
});
