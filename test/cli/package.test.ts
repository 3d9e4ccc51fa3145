/** The packages that users install: what is in them, and that the program in them works alone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BundledPackage } from '../../scripts/bundled-packages.ts';
import { packagedReadme } from '../../scripts/packaged-readme.ts';
import { tarballContents, zipNames } from '../kit/archives.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LARGEST = 15 * 1024 * 1024;
const EVERYWHERE = new RegExp(
  String.raw`^(package\.json|readme\.md|changelog\.md|license(\.txt)?|THIRD_PARTY_NOTICES\.txt|dist\/(cli|commands|server|worker|secretlint|ts-morph|`
  + String.raw`typescript|small-typescript)\.cjs|dist\/[\w-]+\.wasm|dist\/(worker\.js|ruff_wasm\.js|package\.json|[\w-]+\.schema\.json)|`
  + String.raw`docs\/rules\/([\w-]+\/)?[\w-]+\.md|docs\/guidelines\/[\w-]+\.md)$`,
  'i',
);
const IN_THE_EDITOR = new RegExp(
  String.raw`^(dist\/extension\.cjs|dist\/panel\/panel\.(js|css|js\.LEGAL\.txt)|media\/icons\/[\w-]+\.(svg|png)|media\/walkthrough\/[\w-]+\.md|`
  + String.raw`package\.nls(\.es)?\.json|client\/l10n\/bundle\.l10n\.es\.json)$`,
);

function run(command: string, args: string[], cwd: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm' });
}

describe('packages', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'archwright-packages-'));
  let vsix = '';
  let tarball = '';

  before(() => {
    const built = existsSync(path.join(ROOT, 'dist/bundled-packages.json'));
    const args = ['--import', 'tsx', path.join(ROOT, 'scripts/package.ts'), '--out', folder, ...(built ? ['--skip-build'] : [])];
    const packed = run(process.execPath, args, ROOT);
    assert.equal(packed.status, 0, packed.stderr);
    const named = (ending: string): string => path.join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? `no ${ending}`);
    [vsix, tarball] = [named('.vsix'), named('.tgz')];
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('hold only what is shipped', () => {
    const inVsix = zipNames(vsix).filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));
    assert.deepEqual(inVsix.filter((name) => !EVERYWHERE.test(name) && !IN_THE_EDITOR.test(name)), []);
    assert.deepEqual(tarballContents(tarball).names.map((name) => name.slice('package/'.length)).filter((name) => !EVERYWHERE.test(name)), []);
  });

  it('hold everything that is needed', () => {
    const inVsix = zipNames(vsix);
    for (const name of [
      'dist/extension.cjs',
      'dist/server.cjs',
      'dist/panel/panel.js',
      'dist/diff.schema.json',
      'dist/track-report.schema.json',
      'docs/rules/architecture/layer-crossing.md',
      'docs/guidelines/01-architecture.md',
      'media/icons/archwright.svg',
      'package.nls.es.json',
      'client/l10n/bundle.l10n.es.json',
      'THIRD_PARTY_NOTICES.txt',
    ]) {
      assert.ok(inVsix.includes(`extension/${name}`), name);
    }
  });

  it('are small', () => {
    for (const file of [vsix, tarball]) assert.ok(statSync(file).size < LARGEST, `${file} holds ${statSync(file).size} bytes`);
  });

  it('name the licence of every package that is bundled', () => {
    const notices = readFileSync(path.join(ROOT, 'THIRD_PARTY_NOTICES.txt'), 'utf8');
    const bundled = JSON.parse(readFileSync(path.join(ROOT, 'dist/bundled-packages.json'), 'utf8')) as BundledPackage[];
    assert.ok(bundled.some(({ name }) => name === 'typescript'), 'the compiler is bundled');
    assert.deepEqual(bundled.filter(({ name, version }) => !notices.includes(` - ${name}@${version}\n`)), []);
  });

  it('install for npm without running anything or needing anything else', () => {
    const manifest = JSON.parse(tarballContents(tarball).manifest) as Record<string, unknown>;
    assert.deepEqual(Object.keys(manifest).filter((key) => /^(private|scripts|.*dependencies)$/i.test(key)), []);
    assert.deepEqual(manifest['bin'], { archwright: './dist/cli.cjs' });
  });

  it('run from where npm installs them', () => {
    const project = path.join(folder, 'project');
    mkdirSync(path.join(project, 'src'), { recursive: true });
    writeFileSync(path.join(project, 'package.json'), '{ "name": "project", "version": "1.0.0" }');
    writeFileSync(path.join(project, 'src/run.ts'), "export function run(text: string): unknown {\n  return eval(text);\n}\n");
    const installed = run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], project);
    assert.equal(installed.status, 0, installed.stderr);
    const program = path.join(project, 'node_modules/archwright/dist/cli.cjs');
    assert.ok(readdirSync(path.join(project, 'node_modules/.bin')).includes('archwright'));
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.equal(run(process.execPath, [program, '--version'], project).stdout.trim(), version);
    const review = run(process.execPath, [program, 'review', '--format', 'json'], project);
    assert.equal(review.status, 1, review.stderr);
    assert.deepEqual(
      (JSON.parse(review.stdout) as { findings: { ruleId: string; path: string }[] }).findings
        .filter(({ ruleId }) => ruleId === 'security/code-injection')
        .map((finding) => finding.path),
      ['src/run.ts'],
    );
    assert.match(run(process.execPath, [program, 'explain', 'security/code-injection'], project).stdout, /eval/);
  });
});

describe('readme of the packages', () => {
  it('has no broken link or picture, and says nothing about building', () => {
    const markdown = 'One.\n<!-- repository -->\n## Building\n<!-- end -->\n\nSee ![score](docs/images/score.png) '
      + 'and\n![graph](docs/images/graph.png)\n[rules](docs/rules/README.md), [how it is built](ARCHITECTURE.md#flow), [here](#install) and '
      + '[there](https://example.com).\n';
    assert.equal(packagedReadme(markdown, ['docs/rules/README.md']), 'One.\nSee score and\n[rules](docs/rules/README.md), how it is built, '
      + '[here](#install) and [there](https://example.com).\n');
  });
});
