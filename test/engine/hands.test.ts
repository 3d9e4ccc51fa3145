/** What the functions of a file hand on to others of the workspace, from its source. */
import assert from 'node:assert/strict';
import type { HandFact } from '../../server/facts/module-facts.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';

/** Where a call leads: `./shell#through/Owner.name`. */
function written({ request, of, given, to, argument, part }: HandFact): string {
  const what = given === undefined ? request : `${given.function}(${given.param} ${given.name}${given.part === null ? '' : `.${given.part}`})`;
  const where = `${to.specifier ?? 'here'}#${to.through === null ? '' : `${to.through}/`}${to.owner === null ? '' : `${to.owner}.`}${to.name}`;
  return `${what}${of === undefined ? '' : ` ${of}`} -> ${where} ${argument}${part === null ? '' : `.${part}`}`;
}

async function hands(path: string, lines: readonly string[]): Promise<string[]> {
  const { workspace } = await reviewInMemory(new Map([[path, `${lines.join('\n')}\n`]]), []);
  return (workspace.facts(path)!.hands ?? []).map(written);
}

const EXPRESS = ["import express from 'express';", 'const app = express();'];
const route = (...body: string[]): string[] => ["app.get('/a', (req, res) => {", ...body, '});'];

describe('what a file hands on', () => {
  it('goes to what it imports, by whatever name', async () => {
    assert.deepEqual(await hands('src/a.ts', [
      ...EXPRESS, "import { run, Shell as Own } from './shell';", "import * as all from './all';", "import main from './main';",
      'const { Late } = require("./late");', 'const shell = new Own();',
      ...route('run(req.query.a);', 'all.tools.run(req.query.b);', 'all.run(req.query.c);', 'main(req.query.d);', 'shell.run(req.query.e);',
        'new Late().run(req.query.f);', 'unknown.run(req.query.g);', 'other(req.query.h);', 'new Own(req.query.i);', 'console.log(req.query.j);'),
    ]), [
      'req.query.a -> ./shell#run 0', 'req.query.b -> ./all#tools/run 0', 'req.query.c -> ./all#run 0', 'req.query.d -> ./main#default 0',
      'req.query.e -> ./shell#Shell.run 0', 'req.query.f -> ./late#Late.run 0',
    ]);
  });

  it('goes to functions and classes of its own', async () => {
    assert.deepEqual(await hands('src/a.ts', [
      ...EXPRESS, 'function run(a: string) { return a; }', 'class Shell {', '  run(a: string) { return a; }',
      '  start(req: express.Request) { this.run(req.query.a); run(req.query.b); [1].map(() => this.run(req.query.c)); this.other.run(req.query.d); }', '}',
      'const own = new Shell();', 'class Other {}', ...route('own.run(req.query.e);', 'new Shell().run(req.query.f);', 'new Missing().run(req.query.g);'),
    ]), [
      'req.query.a -> here#Shell.run 0', 'req.query.b -> here#run 0', 'req.query.c -> here#Shell.run 0',
      'req.query.e -> here#Shell.run 0', 'req.query.f -> here#Shell.run 0',
    ]);
  });

  it('is a part of a request or a parameter, in any argument or property of one', async () => {
    assert.deepEqual(await hands('src/a.ts', [
      ...EXPRESS, "import { run } from './shell';",
      ...route("run('x', req.query.a, { name: req.query.b, all: { c: req.query.c } }, {}, () => req.query.d);", 'run(req);', 'run(res);'),
      'export function load(name: string, { part, more: renamed }: Options, all: Options) {',
      '  run(name);', '  run(part, renamed, all.folder);', '  run(1, NAMES);', '}',
      'export default (name: string) => run(name);',
    ]), [
      'req.query.a -> ./shell#run 1', 'req.query.b -> ./shell#run 2.name', 'req.query.c -> ./shell#run 2.all',
      'load(0 name) -> ./shell#run 0', 'load(1 { part, more: renamed }.part) -> ./shell#run 0', 'load(1 { part, more: renamed }.more) -> ./shell#run 1',
      'load(2 all.folder) -> ./shell#run 2',
    ]);
  });

  it('tells what stands behind a fixed beginning, and the address of the request itself', async () => {
    assert.deepEqual(await hands('src/a.ts', [
      ...EXPRESS, "import { run } from './shell';",
      ...route('run(`/srv/${req.query.a}`);', 'run(`${req.query.b}.txt`);', 'run(req.url);', 'run(req.headers.host);'),
      'export function load(name: string) {', '  run(`/srv/${name}`);', '  run(`${name}.txt`);', '}',
    ]), [
      'req.query.a behind -> ./shell#run 0', 'req.query.b -> ./shell#run 0',
      'req.url own-address -> ./shell#run 0', 'req.headers.host own-address -> ./shell#run 0',
      'load(0 name) behind -> ./shell#run 0', 'load(0 name) -> ./shell#run 0',
    ]);
  });

  it('leaves out what the code tests before, and where the server keeps an upload', async () => {
    assert.deepEqual(await hands('src/a.ts', [
      ...EXPRESS, "import { run } from './shell';",
      ...route('if (NAMES.includes(req.query.a)) run(req.query.a);', 'run(req.file.path);', 'run(req.file.originalname);'),
      'export function load(name: string) {', "  if (name !== 'a') throw new Error('not known');", '  run(name);', '}',
    ]), ['req.file.originalname -> ./shell#run 0']);
  });

  it('counts in production code within functions alone', async () => {
    const lines = [...EXPRESS, "import { run } from './shell';", ...route('run(req.query.a);')];
    assert.deepEqual(await hands('test/a.ts', lines), []);
    assert.deepEqual(await hands('src/a.ts', ["import { run } from './shell';", "import { name } from './name';", 'run(name);', 'run(process.argv[2]);']), []);
  });

  it('goes to packages of the project where requests are answered, never to those of the platform', async () => {
    const imports = ["import { run } from '@shop/shell';", "import { readFile } from 'node:fs/promises';"];
    const answers = [...imports, ...EXPRESS, ...route('run(req.query.a);', 'readFile(req.query.b);')];
    assert.deepEqual(await hands('src/a.ts', answers), ['req.query.a -> @shop/shell#run 0']);
    assert.deepEqual(await hands('src/a.ts', [...imports, 'export function load(name: string) {', '  run(name);', '  readFile(name);', '}']), []);
  });

  it('is read from Python, keywords by their name', async () => {
    assert.deepEqual(await hands('app/a.py', [
      'from flask import request', 'from app import shell', 'from app.shell import Shell', 'import os', '', '',
      'def own(name):', '    shell.run(name)', '', '',
      'class Page:', '    def __init__(self, shell: Shell):', '        self.shell = shell', '',
      '    def get(self):', '        self.shell.run(request.args["a"], folder=request.args["b"])', '        shell.run({"name": request.args["c"]})',
      '        own(request.args["d"])', '        self.more(request.args["e"])',
      '        Shell().run(request.args["f"])', '        os.mkdir(request.args["g"])', '',
      '    def more(self, name):', '        return name',
    ]), [
      'own(0 name) -> app#shell/run 0', 'request.args.a -> app.shell#Shell.run 0', 'request.args.b -> app.shell#Shell.run folder',
      'request.args.c -> app#shell/run 0.name', 'request.args.d -> here#own 0', 'request.args.e -> here#Page.more 0', 'request.args.f -> app.shell#Shell.run 0',
    ]);
  });

  it('is bounded: requests are kept first, then what stays in the file', async () => {
    const repeated = (count: number, line: string): string[] => Array.from({ length: count }, () => line);
    const found = await hands('src/a.ts', [
      ...EXPRESS, "import { run } from './shell';", 'export function own(name: string) {', '  return name;', '}',
      'export function load(name: string) {', ...repeated(60, '  run(name);'), ...repeated(60, '  own(name);'), '}',
      ...route(...repeated(30, 'run(req.query.a);')),
    ]);
    const kinds = ['req.query.a -> ./shell#run 0', 'load(0 name) -> here#own 0', 'load(0 name) -> ./shell#run 0'];
    assert.deepEqual(found, [...repeated(30, kinds[0]!), ...repeated(60, kinds[1]!), ...repeated(10, kinds[2]!)]);
  });
});
