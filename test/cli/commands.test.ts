/** The other commands of the built program. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { commitAll } from '../kit/git-repository.ts';
import { PROGRAM, reviewJson, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const shop = (): string => temporaryFolder({
  'package.json': '{ "name": "shop" }\n',
  'src/presentation/page.ts': "import { order } from '../business/order';\n/** Page. */\nexport const page = (): string => order();\n",
  'src/business/order.ts': "import { rows } from '../data/rows';\n/** Order. */\nexport const order = (): string => rows;\n",
  'src/data/rows.ts': "/** Rows. */\nexport const rows = 'r';\n",
});

describe('archwright graph', () => {
  after(removeTemporaryFolders);

  it('draws blocks, layers and modules in each format', () => {
    const folder = shop();
    for (const level of ['layer', 'block', 'module']) {
      const mermaid = runCli(['graph', folder, '--level', level]);
      assert.equal(mermaid.status, 0);
      assert.match(mermaid.stdout, /^flowchart /m, level);
      assert.match(runCli(['graph', folder, '--level', level, '--format', 'dot']).stdout, /^digraph /, level);
    }
    const modules = JSON.parse(runCli(['graph', folder, '--level', 'module', '--format', 'json']).stdout) as { edges: { from: string; to: string }[] };
    assert.deepEqual(
      modules.edges.map(({ from, to }) => [from, to]),
      [
        ['src/business/order.ts', 'src/data/rows.ts'],
        ['src/presentation/page.ts', 'src/business/order.ts'],
      ],
    );
  });
});

describe('archwright graph --flow', () => {
  after(removeTemporaryFolders);

  it('writes on the arrows what passes along them', () => {
    const folder = temporaryFolder({
      'package.json': '{ "name": "flow" }\n',
      'src/store/index.ts': '/** A row. */\nexport interface Row { id: string }\n/** Keeps it. */\nexport function save(row: Row): void { void row; }\n',
      'src/page/index.ts': "import { save, type Row } from '../store';\n/** Shows it. */\nexport const show = (row: Row): void => save(row);\n",
    });
    const arrows = (...args: string[]): string[] => {
      const { status, stdout, stderr } = runCli(['graph', folder, ...args]);
      assert.equal(status, 0, stderr);
      return stdout.split('\n').filter((line) => line.includes('@')).map((line) => /\|"(.*)"\|/.exec(line)?.[1] ?? '');
    };
    assert.deepEqual([arrows(), arrows('--flow', 'data'), arrows('--flow', 'control'), arrows('--flow', 'both')],
      [[''], ['Row'], ['save#40;#41;'], ['Row, save#40;#41;']]);
  });
});

describe('archwright graph --of', () => {
  after(removeTemporaryFolders);

  it('keeps a block, what uses it and what it uses, as far as asked', () => {
    const folder = temporaryFolder(Object.fromEntries([
      ['package.json', '{ "name": "chain" }\n'],
      ...['a', 'b', 'c', 'd', 'e'].map((name, at, all) => [
        `src/${name}/index.ts`,
        `${at === 0 ? '' : `import { ${all[at - 1]} } from '../${all[at - 1]}';\n`}/** It. */\nexport const ${name} = ${all[at - 1] ?? '1'};\n`,
      ]),
    ]));
    const blocksOf = (...args: string[]): string[] => {
      const { status, stdout, stderr } = runCli(['graph', folder, '--format', 'json', ...args]);
      assert.equal(status, 0, stderr);
      return (JSON.parse(stdout) as { blocks: { id: string }[] }).blocks.map(({ id }) => id);
    };
    assert.deepEqual(blocksOf(), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(blocksOf('--of', 'C'), ['b', 'c', 'd']);
    assert.deepEqual(blocksOf('--of', 'a', '--depth', '2'), ['a', 'b', 'c']);
    assert.deepEqual(blocksOf('--of', 'e', '--level', 'module'), ['src/d/index.ts', 'src/e/index.ts']);
    assert.doesNotMatch(runCli(['graph', folder, '--of', 'b']).stdout, /"[de]"/);
    assert.doesNotMatch(runCli(['graph', folder, '--of', 'b', '--format', 'dot']).stdout, /"[de]"/);
  });

  it('refuses what does not go together, and a block that is not there', () => {
    const folder = shop();
    for (const [args, said] of [
      [['--of', 'busines'], /There is no block "busines"\. Did you mean "business"\?/],
      [['--depth', '2'], /--depth counts from a block; name it with --of\./],
      [['--of', 'data', '--depth', 'none'], /It must be a whole number from 1\./],
      [['--of', 'data', '--level', 'layer'], /choose --level block or module\./],
      [['--audit', '--of', 'data'], /leave out --level, --of, --depth and --flow\./],
      [['--flow', 'data', '--format', 'json'], /--flow is written between blocks, for Mermaid; leave out --level and --format\./],
      [['--flow', 'data', '--level', 'layer'], /--flow is written between blocks, for Mermaid/],
      [['--flow', 'water'], /Allowed choices are data, control, both\./],
      [['--audit', '--format', 'dot'], /Unknown format "dot"; choose one of pretty, json, markdown\./],
    ] as const) {
      const { status, stdout, stderr } = runCli(['graph', folder, ...args]);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, said);
    }
  });
});

describe('archwright init', () => {
  after(removeTemporaryFolders);

  it('proposes what it sees, explains it, and the proposal is valid and holds', () => {
    const folder = shop();
    const first = runCli(['init', folder]);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, /presentation.*business.*data/is);
    const { report } = reviewJson(folder);
    assert.deepEqual(report.graph.layers.map((layer) => layer.id), ['presentation', 'business', 'data']);
    assert.deepEqual(report.findings.filter((finding) => finding.ruleId.startsWith('architecture/layer')), []);
  });

  it('changes no severity and no points, whichever profile the folder had', () => {
    const folder = temporaryFolder({
      'package.json': '{ "name": "shop" }\n',
      'src/presentation/page.ts': "import { order } from '../business/order';\n/** Page. */\nexport const page = (): string => order();\n",
      'src/business/order.ts': "import { rows } from '../data/rows';\n/** Order. */\nexport const order = (): string => rows();\n",
      'src/data/rows.ts': "import { page } from '../presentation/page';\n/** Rows. */\nexport const rows = (): string => page();\n",
    });
    const seen = () => {
      const { findings, score } = reviewJson(folder).report;
      return { score, findings: findings.map(({ ruleId, path, severity, blocker, message }) => ({ ruleId, path, severity, blocker, message })) };
    };
    const before = seen();
    assert.deepEqual(
      before.findings.filter(({ ruleId }) => ruleId === 'architecture/layer-crossing').map(({ path, severity }) => [path, severity]),
      [['src/data/rows.ts', 'info']],
    );
    assert.equal(runCli(['init', folder]).status, 0);
    assert.deepEqual(seen(), before);
    const config = readFileSync(join(folder, 'archwright.jsonc'), 'utf8');
    writeIn(folder, 'archwright.jsonc', config.replace('"proposed"', '"agreed"'));
    assert.deepEqual(
      seen()
        .findings.filter(({ ruleId }) => ruleId === 'architecture/layer-crossing')
        .map(({ path, severity }) => [path, severity]),
      [['src/data/rows.ts', 'error']],
    );
  });

  it('proposes the profile that fits the folder, or the one that is asked for', () => {
    const folder = shop();
    const profileOf = (...more: string[]): string | undefined => /"profile": "(\w+)"/.exec(runCli(['init', folder, '--dry-run', ...more]).stdout)?.[1];
    assert.equal(profileOf(), 'recommended');
    assert.equal(profileOf('--profile', 'guidelines'), 'guidelines');
    writeIn(folder, 'docs/coding-guidelines.md', '# How we write code\n');
    assert.equal(profileOf(), 'guidelines');
    assert.equal(profileOf('--profile', 'recommended'), 'recommended');
  });

  it('never replaces a configuration without being asked', () => {
    const folder = shop();
    writeIn(folder, 'archwright.jsonc', '// mine\n{}\n');
    const refused = runCli(['init', folder]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /already exists/);
    assert.equal(readFileSync(join(folder, 'archwright.jsonc'), 'utf8'), '// mine\n{}\n');
    assert.match(runCli(['init', folder, '--dry-run']).stdout, /"layers"/);
    assert.equal(runCli(['init', folder, '--force', '--workflow']).status, 0);
    assert.match(readFileSync(join(folder, '.github/workflows/archwright.yml'), 'utf8'), /upload-sarif/);
  });
});

describe('archwright rules and explain', () => {
  it('lists every rule, and explains each', () => {
    const rules = JSON.parse(runCli(['rules', '--format', 'json']).stdout) as { id: string; guidelines: string[] }[];
    assert.ok(rules.length > 40, `${rules.length} rules`);
    assert.ok(rules.every((rule) => rule.guidelines.length > 0));
    assert.match(runCli(['rules']).stdout, new RegExp(`${rules.length} rules`));
    const page = runCli(['explain', 'architecture/layer-crossing']);
    assert.equal(page.status, 0);
    assert.match(page.stdout, /Why it matters[\s\S]*How to fix it[\s\S]*architecture §1\.2/);
    const unknown = runCli(['explain', 'architecture/layer-crosing']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /Did you mean "architecture\/layer-crossing"\?/);
  });
});

describe('archwright hooks', () => {
  after(removeTemporaryFolders);

  /** Commits everything with `archwright` on the PATH, as a user does. */
  function commit(folder: string): { status: number | null; output: string } {
    const bin = temporaryFolder({ archwright: `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n` });
    chmodSync(join(bin, 'archwright'), 0o755);
    spawnSync('git', ['add', '-A'], { cwd: folder });
    const result = spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '-m', 'next'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    return { status: result.status, output: result.stdout + result.stderr };
  }

  it('stops a commit that adds an error, lets others pass, and keeps an existing hook', () => {
    const folder = shop();
    // Layers that are only inferred give warnings, which stop no commit.
    writeIn(folder, 'archwright.jsonc', '{ "preset": "layered" }\n');
    commitAll(folder, 'first');
    const hook = join(folder, '.git/hooks/pre-commit');
    const before = '#!/bin/sh\necho "the old hook ran"\nexit 0\n';
    writeFileSync(hook, before);
    chmodSync(hook, 0o755);
    assert.equal(runCli(['hooks', 'install', folder]).status, 0);
    assert.equal(runCli(['hooks', 'install', folder]).status, 0, 'installing twice changes nothing more');
    assert.equal(readFileSync(hook, 'utf8').split('>>> archwright >>>').length, 2);
    assert.ok((statSync(hook).mode & 0o111) !== 0);

    writeIn(folder, 'src/data/rows.ts', "import { page } from '../presentation/page';\n/** Rows. */\nexport const rows: string = page.name;\n");
    const stopped = commit(folder);
    assert.equal(stopped.status, 1, stopped.output);
    assert.match(stopped.output, /architecture\/layer-crossing/);
    writeIn(folder, 'src/data/rows.ts', "/** Other rows. */\nexport const rows = 'other';\n");
    const passed = commit(folder);
    assert.equal(passed.status, 0, passed.output);
    assert.match(passed.output, /the old hook ran/);

    assert.equal(runCli(['hooks', 'remove', folder]).status, 0);
    assert.equal(readFileSync(hook, 'utf8'), before);
  });

  it('keeps a hook in another language and puts it back', () => {
    const folder = shop();
    commitAll(folder, 'first');
    const hook = join(folder, '.git/hooks/pre-commit');
    const before = '#!/usr/bin/env node\nconsole.log("node hook");\n';
    writeFileSync(hook, before);
    chmodSync(hook, 0o755);
    runCli(['hooks', 'install', folder]);
    writeIn(folder, 'README.md', 'hello\n');
    assert.match(commit(folder).output, /node hook/);
    runCli(['hooks', 'remove', folder]);
    assert.equal(readFileSync(hook, 'utf8'), before);
    runCli(['hooks', 'remove', folder]);
    assert.ok(existsSync(hook));
  });

  it('says so outside a repository', () => {
    const result = runCli(['hooks', 'install', temporaryFolder()]);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /not a git repository/);
  });
});
