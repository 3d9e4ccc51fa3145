/** `archwright diff --log`: the log of architecture changes, kept by the built program. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILE = 'architecture/changes.md';
const BOTH = "export { place } from './place';\nexport { cancel } from './place';\n";
const ONE = "export { place } from './place';\n";

function shop(): string {
  const folder = temporaryFolder({
    'archwright.jsonc': '{ "blocks": [{ "id": "orders", "paths": ["src/orders/**"], "version": "1.2.0" }, { "id": "web", "paths": ["src/web/**"] },'
      + ' { "id": "mail", "paths": ["src/mail/**"] }] }\n',
    'src/web/page.ts': "import { place } from '../orders/index';\nexport const page = (): string => place('1');\n",
    'src/mail/index.ts': "import { page } from '../web/page';\nexport const send = (): string => page();\n",
    'src/orders/index.ts': BOTH,
    'src/orders/place.ts': 'export const place = (id: string): string => id;\nexport const cancel = (id: string): string => id;\n',
  });
  commitAll(folder, 'one');
  return folder;
}

const textOf = (folder: string): string => readFileSync(join(folder, FILE), 'utf8');

/** @returns what it says about the log */
function log(folder: string, ...args: string[]): string {
  const { status, stderr } = runCli(['diff', folder, '--log', ...args]);
  assert.equal(status, 0, stderr);
  return /^architecture\/changes\.md: (.*)$/m.exec(stderr)?.[1] ?? stderr;
}

/** Marks hold digests, and headings the day. */
const plain = (text: string): string => text.replace(/(archwright:change) \S{16} \S{16}/g, '$1 FROM WHAT').replace(/^## \d{4}-\d\d-\d\d: /gm, '## DAY: ');

describe('archwright diff --log', () => {
  after(removeTemporaryFolders);

  it('adds an entry with what changed and whom it reaches, and tells the same change once', () => {
    const folder = shop();
    const commit = gitIn(folder, 'rev-parse', 'HEAD').slice(0, 7);
    writeIn(folder, 'src/orders/index.ts', ONE);
    assert.equal(log(folder), 'added');
    const text = textOf(folder);
    assert.equal(plain(text), `# Architecture Changes

<!-- archwright:change FROM WHAT open -->
## DAY: 1 block changed: 1 breaking

\`${commit}\` → \`the working tree\`

Version step: **major**

Impact scope: 2 of 3 blocks beside those that changed: \`mail\`, \`web\`

|  | Block | Version | Affects |
|---|---|---|---|
| 🔴 Breaking | \`orders\` | 1.2.0, 2.0.0 needed | \`mail\`, \`web\` |

🔴 \`orders\`

- **major** cancel is no longer exported. \`src/orders/place.ts:2\`

<!-- /archwright:change -->
`);
    assert.equal(log(folder), 'there already');
    assert.equal(log(folder, '--from', 'HEAD'), 'there already');
    assert.equal(textOf(folder), text);
  });

  it('mends the entry of a change that goes on, takes it back when nothing is left, and lets one that ended stand', () => {
    const folder = shop();
    assert.equal(log(folder), 'nothing to tell');
    assert.throws(() => textOf(folder), /ENOENT/);
    writeIn(folder, 'src/orders/index.ts', ONE);
    assert.equal(log(folder), 'added');
    writeIn(folder, 'src/mail/more.ts', "import { place } from '../orders/index';\nexport const more = (): string => place('2');\n");
    assert.equal(log(folder), 'mended');
    assert.deepEqual(textOf(folder).match(/^## .*$|^- `mail` → .*$/gm)?.map((line) => line.replace(/^## \S+ /, '')), [
      '2 blocks changed: 1 breaking and 1 modified', '- `mail` → `orders`',
    ]);
    rmSync(join(folder, 'src/mail/more.ts'));
    writeIn(folder, 'src/orders/index.ts', BOTH);
    assert.equal(log(folder), 'taken back');
    assert.equal(textOf(folder), '# Architecture Changes\n\n');

    writeIn(folder, 'src/orders/index.ts', ONE);
    commitAll(folder, 'two');
    assert.equal(log(folder, '--from', 'HEAD~1', '--to', 'HEAD'), 'added');
    const ended = textOf(folder);
    writeIn(folder, 'src/orders/index.ts', BOTH);
    assert.equal(log(folder, '--from', 'HEAD~1'), 'nothing to tell');
    assert.equal(textOf(folder), ended);
    assert.equal(log(folder, '--from', 'HEAD'), 'added');
    assert.deepEqual(textOf(folder).match(/archwright:change \S+ \S+( open)? -->/g)?.map((mark) => mark.includes(' open')), [true, false], 'the newest first');
  });

  it('leaves all text around the entries alone, with its line ends', () => {
    const folder = shop();
    writeIn(folder, FILE, '# Ours\r\n\r\nWords.\r\n');
    writeIn(folder, 'src/orders/index.ts', ONE);
    log(folder);
    const text = textOf(folder);
    assert.match(text, /^# Ours\r\n\r\nWords\.\r\n\r\n<!-- archwright:change /);
    assert.doesNotMatch(text, /[^\r]\n/);
    writeIn(folder, FILE, `${text}\r\nAfter: 100 % | ours`);
    writeIn(folder, 'src/mail/more.ts', "import { place } from '../orders/index';\nexport const more = (): string => place('2');\n");
    assert.equal(log(folder), 'mended');
    assert.match(textOf(folder), /^# Ours\r\n\r\nWords\.\r\n\r\n<!-- archwright[^]*<!-- \/archwright:change -->\r\n\r\nAfter: 100 % \| ours$/);
    assert.equal(textOf(folder).match(/<!-- archwright/g)?.length, 1);
  });

  it('writes nothing over a merge conflict, lost marks, or what lies outside of the folder', () => {
    const folder = shop();
    writeIn(folder, 'src/orders/index.ts', ONE);
    log(folder);
    const text = textOf(folder);
    const conflict = `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`;
    for (const [broken, pattern] of [
      [conflict, /^architecture\/changes\.md:1: A merge conflict was not resolved here\. .* Nothing was written\.$/m],
      [text.replace('<!-- /archwright:change -->', ''), /^architecture\/changes\.md:3: Each mark .* Nothing was written\.$/m],
      [text.replace(/<!-- archwright:change .* -->/, ''), /^architecture\/changes\.md:\d+: Each mark .* Nothing was written\.$/m],
    ] as const) {
      writeIn(folder, FILE, broken);
      const { status, stderr } = runCli(['diff', folder, '--log']);
      assert.equal(status, 2);
      assert.match(stderr.replace(/^archwright: /gm, ''), pattern);
      assert.equal(textOf(folder), broken);
    }
    const outside = temporaryFolder({ 'changes.md': '# Elsewhere\n' });
    rmSync(join(folder, 'architecture'), { recursive: true });
    mkdirSync(join(folder, 'architecture'));
    symlinkSync(join(outside, 'changes.md'), join(folder, FILE));
    const { status, stderr } = runCli(['diff', folder, '--log']);
    assert.equal(status, 2);
    assert.match(stderr, /architecture\/changes\.md leads out of the folder\. Nothing was written\./);
    assert.equal(readFileSync(join(outside, 'changes.md'), 'utf8'), '# Elsewhere\n');
  });
});
