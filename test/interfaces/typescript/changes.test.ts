/** Changes of public interfaces: each pair of the fixtures with all its changes, and every proof compiled against both states. */
import assert from 'node:assert/strict';
import ts from 'typescript';
import type { InterfaceChange } from '../../../server/facts/interface.ts';
import { typescriptInterfaces } from '../../../server/languages/typescript/interface/comparer.ts';
import { CHANGE_KINDS } from '../../../server/languages/typescript/interface/kinds.ts';
import { readPairs, stateOf } from './fixture.ts';

const ORDER = ['none', 'patch', 'minor', 'major'];

function lineOf({ kind, name, effect, certainty, path, span }: InterfaceChange): string {
  return `${kind} ${name} ${effect} ${certainty} ${path}:${span[0]}:${span[1]}`;
}

/** Codes of errors in a consumer, by a compiler that knows nothing of the comparison. */
function errorsIn(consumer: string, files: ReadonlyMap<string, string>): number[] {
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], skipLibCheck: true, types: [], allowJs: true,
  };
  const host = ts.createCompilerHost(options);
  const all = new Map([...files, ['consumer.ts', consumer]].map(([name, text]) => [`/state/${name}`, text]));
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) =>
    (all.has(name) ? ts.createSourceFile(name, all.get(name)!, version) : libraries.get(name) ?? keep(name, getSourceFile(name, version)));
  host.fileExists = (name) => all.has(name) || (!name.startsWith('/state/') && fileExists(name));
  host.readFile = (name) => all.get(name) ?? readFile(name);
  host.directoryExists = () => true;
  const program = ts.createProgram(['/state/consumer.ts'], options, host);
  const file = program.getSourceFile('/state/consumer.ts');
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ code }) => code);
}

const libraries = new Map<string, ts.SourceFile>();
function keep(name: string, file: ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (file !== undefined) libraries.set(name, file);
  return file;
}

describe('changes of TypeScript interfaces', function () {
  this.timeout(120_000);
  const emitted = new Set<string>();

  for (const { file, pairs } of readPairs()) {
    describe(file, () => {
      for (const { title, version, before, after, changes, entries } of pairs) {
        it(title, () => {
          const found = typescriptInterfaces.compare([{ before: stateOf(before, entries), after: stateOf(after, entries) }])[0]!;
          for (const { kind } of found) emitted.add(kind);
          assert.deepEqual(found.map(lineOf), changes);
          assert.equal(ORDER[Math.max(0, ...found.map(({ effect }) => ORDER.indexOf(effect)))], version);
          for (const { proof, effect, certainty } of found) {
            if (effect === 'major') assert.equal(proof !== null, certainty === 'proven');
            if (proof === null) continue;
            assert.deepEqual(errorsIn(proof, before), [], `accepted before:\n${proof}`);
            assert.notDeepEqual(errorsIn(proof, after), [], `refused after:\n${proof}`);
          }
        });
      }
    });
  }

  // In a group of its own, so that it runs after the others.
  describe('catalogue', () => {
    it('every kind is listed once, and has an example', () => {
      const ids = CHANGE_KINDS.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(ids.filter((id) => !emitted.has(id)).sort(), []);
      assert.deepEqual([...emitted].filter((id) => !ids.includes(id)), []);
    });
  });
});
