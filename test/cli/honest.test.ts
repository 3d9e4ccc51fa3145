/** What the program says of its own work is true. */
import assert from 'node:assert/strict';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const GOOD = '/** A. */\nexport const a = 1;\n';

describe('what the program says of itself', () => {
  after(removeTemporaryFolders);

  it('does not call an empty folder clean', () => {
    for (const format of ['pretty', 'json', 'sarif', 'markdown', 'html', 'junit', 'github']) {
      const { status, stdout, stderr } = runCli(['review', temporaryFolder(), '--format', format, '--quiet']);
      assert.equal(status, 2, format);
      assert.match(stderr, /^There is nothing to review here: no file was read\.$/m);
      assert.doesNotMatch(stdout, /no findings/i, format);
    }
  });

  it('says with --quiet too why something failed, and nothing else', () => {
    const broken = runCli(['review', temporaryFolder({ 'a.ts': GOOD, 'archwright.jsonc': '{\n  "exclud": []\n}\n' }), '--quiet']);
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /^archwright\.jsonc:2:3 error: Unknown key "exclud"\. Did you mean "exclude"\?\narchwright: The configuration is invalid/m);

    const missed = runCli(['review', temporaryFolder({ 'a.ts': 'export function a(b, c) { return b + c }\n' }), '--quiet', '--fail-under', '100']);
    assert.equal(missed.status, 1);
    assert.match(missed.stderr, /^The gate failed: score \S+, asked 100 by --fail-under; 0 errors; 0 blockers\.$/m);

    const unread = temporaryFolder({ 'a.ts': GOOD, 'report.xml': '<', 'archwright.jsonc': '{ "review": { "junit": ["report.xml"] } }' });
    assert.match(runCli(['review', unread, '--quiet']).stderr, /^report\.xml: /m);

    const warned = temporaryFolder({ 'a.ts': GOOD, 'archwright.jsonc': '{ "include": ["a.ts", "x"], "exclude": ["x"] }' });
    const said = (...args: string[]): string => runCli(['review', warned, '--fail-under', '0', ...args], { env: { NODE_NO_WARNINGS: '1' } }).stderr;
    assert.match(said(), /"x" is both included and excluded/);
    assert.equal(said('--quiet'), '');
  });
});
