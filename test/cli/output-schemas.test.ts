/** What the built program writes as JSON fits the schemas that are shipped with it, and these allow nothing else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { REPORT_KINDS } from '../../server/protocol/progress.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const DIST = join(import.meta.dirname, '../../dist');
/** Of the configuration, which is read and not written. */
const OF_CONFIGURATION = 'archwright.schema.json';

const ajv = new Ajv2020({ strict: true, strictTypes: false });
addFormats.default(ajv);

function validator(name: string): ValidateFunction {
  return ajv.getSchema(name) ?? ajv.compile({ ...JSON.parse(readFileSync(join(DIST, `${name}.schema.json`), 'utf8')) as object, $id: name });
}

/** A folder in which every command has something to say: two commits, layers, contracts, a broken version, tests, reports, a log. */
function repository(): string {
  const layers = [{ id: 'top', paths: ['src/users/**'], mayUse: ['low'] }, { id: 'low', paths: ['src/data/**'], mayUse: [] }];
  const folder = temporaryFolder({
    'archwright.jsonc': JSON.stringify({
      profile: 'guidelines', layers, blocks: [{ id: 'Data', paths: ['src/data/**'], version: '1.0.0' }, { id: 'Users', paths: ['src/users/**'] }],
      review: { rehearsal: { commands: [[process.execPath, '-e', 'console.log(1)'], [process.execPath, '-e', 'process.exit(1)']] } },
      gates: { release: { conditions: [{ metric: 'score.total', operator: '>=', threshold: 1 }, { metric: 'none', operator: '==', threshold: true }] } },
    }),
    'package.json': '{ "devDependencies": { "vitest": "3.0.0" }, "scripts": { "test": "vitest run" } }',
    'src/data/index.ts': '/**\n * Responsible for: rows\n * Input: a number (number)\n * Output: rows (number)\n */\n'
      + 'export function rows(id: number): number {\n  return id;\n}\n',
    'src/users/index.ts': "import { rows } from '../data/index';\nexport function users(a) {\n  eval(a);\n  return rows(1);\n}\n",
    'src/users/back.ts': `export const back = 1;\nexport const key = 'AKIA${'QYLPMN5HNM3FQ2XT'}';\n`,
    'src/users/odd.ts': 'a\u0000b',
    'test/users.test.ts': "import { users } from '../src/users/index';\ntest('users', () => expect(users(1)).toBe(1));\n",
    'reports/flake8.txt': 'src/a.py:1:1: E501 line too long\n',
    'coverage/lcov.info': 'SF:src/data/index.ts\nDA:6,1\nDA:7,0\nend_of_record\n',
  });
  commitAll(folder, 'SHOP-1 #time 2h begin');
  const changed = "import { back } from '../users/back';\nexport function rows(id: number, more: string): string {\n  return id + more + back;\n}\n";
  writeIn(folder, 'src/data/index.ts', changed);
  writeIn(folder, 'src/data/broken.ts', 'export const = ;\n'.repeat(3));
  commitAll(folder, 'SHOP-2 go on');
  gitIn(folder, 'config', 'user.name', 'Ada');
  return folder;
}

/** Every object in the value, as the path to it. */
function objectsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]));
  return Array.isArray(value) ? inside : [path, ...inside];
}

/** The same for all entries of a list. */
function kindOf(path: readonly (string | number)[]): string {
  return path.map((key) => (typeof key === 'number' ? '[]' : key)).join('.');
}

function at(value: unknown, path: readonly (string | number)[]): Record<string, unknown> {
  return path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Record<string, unknown>;
}

describe('schemas of what is written as JSON', () => {
  const outputs = new Map<string, unknown>();
  before(function () {
    this.timeout(240_000);
    const folder = repository();
    const json = (name: string, args: readonly string[], key: object = {}): void => {
      const { stdout, stderr } = runCli([...args, '--format', 'json'], { cwd: folder });
      assert.notEqual(stdout, '', `${name}: ${stderr}`);
      outputs.set(name, Object.assign(JSON.parse(stdout) as object, key));
    };
    json('review', ['review', '.']);
    json('rules', ['rules']);
    json('graph', ['graph', '.']);
    json('graph layers', ['graph', '.', '--level', 'layer']);
    json('graph modules', ['graph', '.', '--level', 'module']);
    json('graph-audit', ['graph', '.', '--audit']);
    json('diff', ['diff', '.', '--from', 'HEAD~1']);
    json('impact', ['impact', '.', '--base', 'HEAD~1']);
    json('history', ['history', 'Data', '.']);
    json('rollback', ['rollback', 'Data', '.', '--to', 'HEAD~1']);
    json('rollback rehearsed', ['rollback', 'Data', '.', '--to', 'HEAD~1', '--rehearse']);
    assert.equal(runCli(['blocks', 'tick', 'Data', 'code-review', '--by', 'Ada'], { cwd: folder }).status, 0);
    assert.equal(runCli(['blocks', 'decide', 'Keep it', '--block', 'Data'], { cwd: folder }).status, 0);
    json('blocks', ['blocks', '.']);
    json('gate', ['gate']);
    assert.equal(runCli(['track', 'import', '.'], { cwd: folder }).status, 0);
    json('track-list', ['track', 'list', '.']);
    json('track-report', ['track', 'report', '.']);
    assert.equal(runCli(['track', 'done', 'tick', 'SHOP-1', 'risk', '--by', 'Ada'], { cwd: folder }).status, 0);
    json('track-done', ['track', 'done', 'SHOP-1']);
    writeIn(folder, '.archwright/maturity.json', runCli(['track', 'maturity', '--template']).stdout);
    json('track-maturity', ['track', 'maturity']);
    assert.equal(runCli(['track', 'audit', 'start'], { cwd: folder }).status, 0);
    json('track-audit-verify', ['track', 'audit', 'verify']);
    assert.equal(runCli(['snapshot', '.'], { cwd: folder }).status, 0);
    const [snapshot] = readdirSync(join(folder, 'architecture/snapshots'));
    outputs.set('snapshot', JSON.parse(readFileSync(join(folder, 'architecture/snapshots', snapshot!), 'utf8')));
  });
  after(removeTemporaryFolders);

  it('are there for each output, and each of them is tried', () => {
    const schemas = readdirSync(DIST).filter((name) => name.endsWith('.schema.json') && name !== OF_CONFIGURATION);
    const shipped = schemas.map((name) => name.replace('.schema.json', ''));
    assert.deepEqual([...new Set([...outputs.keys()].map((name) => name.split(' ')[0]!))].sort(), shipped.sort());
  });

  it('are told of in the documentation', () => {
    const page = readFileSync(join(DIST, '../docs/json.md'), 'utf8');
    assert.deepEqual([...outputs.keys()].filter((name) => !name.includes(' ') && !page.includes(`dist/${name}.schema.json`)), []);
  });

  it('are tried with outputs that say something in every part', () => {
    const said = [...outputs].flatMap(([name, output]) => objectsIn(output).map((path) => `${name} ${kindOf(path)}`));
    const wanted = [
      'review findings.[].related.[]', 'review score.dimensions.[].criteria.[].lost.[]', 'review score.blockers.[]', 'review score.worstFiles.[]',
      'review files.skipped.[]', 'review evidence.tools.[]', 'review gate.conditions.[]', 'review graph.blocks.[].health', 'graph edges.[]',
      'graph modules blocks.[]', 'graph-audit interactions.[].places.[]',
      'diff blocks.[].interface.[]', 'diff edges.added.[]', 'impact affected.[]', 'impact tests.commands.[]',
      'history versions.[].interface.[]', 'rollback interface.[]', 'rollback rehearsed rehearsal.commands.[]', 'rollback rehearsed rehearsal.tests',
      'blocks blocks.[].checklist.[]', 'blocks blocks.[].decisions.[]', 'gate gates.[].conditions.[]', 'track-list issues.[]',
      'track-done items.[]', 'track-done work', 'track-maturity assessments.[]', 'track-maturity areas.[].measured.[]',
      'snapshot [].interface.members.[]',
    ];
    assert.deepEqual(wanted.filter((kind) => !said.includes(kind)), []);
  });

  it('are kept to by the program', () => {
    for (const [name, output] of outputs) {
      const validate = validator(name.split(' ')[0]!);
      assert.ok(validate(output), `${name}: ${ajv.errorsText(validate.errors)}`);
    }
  });

  it('allow no property that they do not name, and miss none, in any object', () => {
    for (const [name, output] of outputs) {
      const validate = validator(name.split(' ')[0]!);
      // One object of each kind is enough: those of a list are alike.
      const kinds = new Map(objectsIn(output).map((path) => [kindOf(path), path]));
      for (const [kind, path] of kinds) {
        const changed = structuredClone(output);
        if (isFree(name, kind)) continue;
        at(changed, path)['wombat'] = 1;
        assert.ok(!validate(changed), `${name} ${kind} takes anything`);
        if (name === 'track-list' && kind.startsWith('issues')) continue;
        for (const key of Object.keys(at(output, path))) {
          // A report holds the kinds that were asked for.
          if (name === 'track-report' && path.length === 0 && KINDS_OF_REPORT.has(key)) continue;
          if (OPTIONAL.has(key) || OPTIONAL.has(`${name} ${kind}.${key}`)) continue;
          const without = structuredClone(output);
          delete at(without, path)[key];
          assert.ok(!validate(without), `${name} ${kind}.${key} may be missing`);
        }
      }
    }
  });
});

const KINDS_OF_REPORT = new Set(REPORT_KINDS.map((kind) => kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())));

/** Left out where there is nothing to say. */
const OPTIONAL = new Set(['review .origin', 'renamedFrom', 'health', 'gate', 'evidence', 'unversioned', 'deprecated', 'surface']);

const FREE_IN_REPORTS = /Distribution$/;

/** Counts by the id of a rule, or by what people call things. */
function isFree(name: string, kind: string): boolean {
  return (name === 'track-report' && FREE_IN_REPORTS.test(kind)) || name === 'snapshot' && /(findings|otherFindings)$/i.test(kind);
}
