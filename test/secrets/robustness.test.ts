import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSecretCarrier, maskSecrets, scanSecrets } from '../../server/secrets/scan-secrets.ts';
import { assertQuick } from '../kit/quick.ts';
import { privateKey, random } from './invented.ts';

const PIECES = [
  'password',
  'apiKey',
  'token',
  ' = ',
  ': ',
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '://',
  'user:',
  '@host',
  'ghp' + '_' + random(36),
  'sk-',
  'eyJ',
  'xoxb-',
  '-----BEGIN PRIVATE KEY-----',
  'Password=',
  'Server=x;',
  'Bearer ',
  'Basic ',
  '#',
  '//',
  '"""',
  '${',
  '}',
  ' ',
  'é',
  '😀',
  'abc123def456',
  '=>',
  '?',
  '&',
  'name: ',
  'value: ',
  'ENV ',
];
const PATHS = ['a.ts', 'a.py', 'a.ipynb', '.env', 'docker-compose.yml', 'Dockerfile', 'a.json', 'a.toml', 'a.sh'];

describe('maskSecrets', () => {
  it('keeps length and lines and leaves nothing of a secret', async () => {
    const block = privateKey('RSA ', '\r\n');
    const text = `a = "😀"; password = "whale42fish"\r\nkey = """${block}"""\r\n`;
    const facts = await scanSecrets('a.py', text);
    assert.deepEqual(facts.map((fact) => fact.kind), ['password', 'private key']);
    const masked = maskSecrets(text, facts);
    assert.equal(masked, text.replace('whale42fish', '*'.repeat(11)).replace(block, block.replace(/[^\r\n]/g, '*')));
  });

  it('handles overlapping, reversed and out-of-range facts', () => {
    const fact = { kind: 'password', masked: '********', name: '', confidence: 'high' as const };
    assert.equal(maskSecrets('abcdef\ngh', [{ ...fact, span: [1, 3, 1, 5] }, { ...fact, span: [1, 2, 1, 4] }]), 'a***ef\ngh');
    assert.equal(maskSecrets('abc', [{ ...fact, span: [1, 3, 1, 1] }, { ...fact, span: [9, 9, 12, 1] }]), 'abc');
    assert.equal(maskSecrets('abc', []), 'abc');
  });
});

describe('isSecretCarrier', () => {
  it('is true of configuration and key files', () => {
    const carriers = [
      '.env',
      '.env.local',
      'a/.env.production',
      'prod.env',
      'a.json',
      'a.yml',
      'a.yaml',
      'pyproject.toml',
      'a.ini',
      'setup.cfg',
      'Dockerfile',
      'Dockerfile.dev',
      'docker-compose.yml',
      'C:\\x\\.npmrc',
      'a.properties',
      'run.sh',
      'id_rsa',
      'server.pem',
      'main.tf',
    ];
    assert.deepEqual(carriers.filter((path) => !isSecretCarrier(path)), []);
  });
  it('is false for sources, lock files and everything else', () => {
    const others = [
      'a.ts',
      'a.tsx',
      'a.py',
      'a.ipynb',
      'package-lock.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'poetry.lock',
      'uv.lock',
      'a.js.map',
      'a.png',
      'README.md',
      'environment',
      'a.css',
      '',
    ];
    assert.deepEqual(others.filter(isSecretCarrier), []);
  });
});

describe('the scanner on any text', () => {
  it('gives ordered spans without overlap, within the text, and shows no value', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 60 }).map((parts) => parts.join('')),
    );
    await fc.assert(fc.asyncProperty(fc.constantFrom(...PATHS), texts, async (path, text) => {
      const facts = await scanSecrets(path, text);
      const masked = maskSecrets(text, facts);
      assert.equal(masked.length, text.length);
      const lines = text.split(/\r\n|\n|\r/);
      let line = 1;
      let column = 1;
      for (const { span, masked: shown } of facts) {
        assert.ok(span[0] > line || (span[0] === line && span[1] >= column));
        assert.ok(span[2] <= lines.length && span[3] <= lines[span[2] - 1]!.length + 1);
        assert.match(shown, /^(?:[\w.-]{3,4})?\*{8}$/);
        [, , line, column] = span;
      }
    }), { numRuns: 600 });
  });

  it('stays fast on one long line, whatever it repeats', async function slow() {
    this.timeout(120_000);
    const repeated = [
      ...PIECES,
      'password="',
      'a',
      'aA1',
      'xoxb-a-',
      'SG.a',
      'eyJabcdefgh.',
      'https://a:b',
      'https://a:b@',
      ':[ ',
      'password: a ',
      'Password=a;',
      '"""',
      ' // ',
      'sk-aaaaaaaaaaaaaaaaaaaaaa',
      'https://hooks.slack.com/services/T',
      '-----BEGIN RSA PRIVATE KEY-----a',
      'token token',
      'get("password",',
      '://:',
    ];
    for (const piece of repeated) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      for (const path of ['a.ts', 'a.py', '.env', 'a.yml']) {
        await assertQuick(`${JSON.stringify(piece)} in ${path}`, () => scanSecrets(path, text));
      }
    }
  });

  it('reads a megabyte in one line', async function slow() {
    this.timeout(30_000);
    for (const pieces of [PIECES, ['password = "whale42fish"; ', `const token = "${random(32)}"; `, 'x'.repeat(900)]]) {
      const text = pieces.join(' ').replaceAll('\n', ' ').replaceAll('\r', ' ').repeat(4000).slice(0, 1_000_000);
      await assertQuick(pieces[0]!, () => scanSecrets('a.ts', text));
    }
  });

  it('stops after 500 findings in a file', async () => {
    const text = Array.from({ length: 700 }, (_, seed) => `password = "whale${seed}fish${seed}x"`).join('\n');
    assert.equal((await scanSecrets('a.py', text)).length, 500);
  });

  it('masks a sample too, since it may be a true secret', async () => {
    const token = `gh${'p'}_${random(36)}`;
    const text = `SCHEMA = {"examples": ["${token}"]}\n`;
    const facts = await scanSecrets('app/schema.py', text);
    assert.deepEqual(facts.map(({ doubt }) => doubt), ['sample']);
    assert.equal(maskSecrets(text, facts), `SCHEMA = {"examples": ["${'*'.repeat(token.length)}"]}\n`);
  });
});
