/** Keys in use are found however they are written down; only what ends before its own stated length is a sample. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { scanSecrets } from '../../server/secrets/scan-secrets.ts';

const pem = { format: 'pem' } as const;
const publicKeyEncoding = { type: 'spki', ...pem } as const;
const KEYS: Readonly<Record<string, string>> = {
  'RSA, PKCS #1': generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding: { type: 'pkcs1', ...pem } }).privateKey,
  'RSA, PKCS #8': generateKeyPairSync('rsa', { modulusLength: 1024, publicKeyEncoding, privateKeyEncoding: { type: 'pkcs8', ...pem } }).privateKey,
  'RSA, with a passphrase': generateKeyPairSync('rsa', {
    modulusLength: 1024, publicKeyEncoding, privateKeyEncoding: { type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'a', ...pem },
  }).privateKey,
  'EC': generateKeyPairSync('ec', { namedCurve: 'P-256', publicKeyEncoding, privateKeyEncoding: { type: 'sec1', ...pem } }).privateKey,
  'Ed25519': generateKeyPairSync('ed25519', { publicKeyEncoding, privateKeyEncoding: { type: 'pkcs8', ...pem } }).privateKey,
};
const WRITTEN: readonly (readonly [path: string, write: (key: string) => string])[] = [
  ['src/key.ts', (key) => `const key = \`${key}\`;\n`],
  ['src/key.ts', (key) => `const key = [\n${key.trim().split('\n').map((line) => `  '${line}',`).join('\n')}\n].join('\\n');\n`],
  ['src/key.ts', (key) => `const key =\n${key.trim().split('\n').map((line) => `  '${line}\\n'`).join(' +\n')};\n`],
  ['src/key.py', (key) => `KEY = """${key}"""\n`],
  ['account.json', (key) => JSON.stringify({ private_key: key })],
  ['deploy/values.yaml', (key) => `key: |\n${key.trim().split('\n').map((line) => `  ${line}`).join('\n')}\n`],
  ['.env', (key) => `KEY="${key.trim().replaceAll('\n', '\\n')}"\n`],
  ['server.pem', (key) => key],
];

describe('whole private keys', () => {
  for (const [name, key] of Object.entries(KEYS)) {
    for (const [index, [path, write]] of WRITTEN.entries()) {
      it(`finds ${name} in ${path}, written in way ${index + 1}`, async () => {
        const facts = await scanSecrets(path, write(key));
        assert.deepEqual(facts.map(({ kind, confidence, doubt }) => ({ kind, confidence, doubt })), [
          { kind: 'private key', confidence: 'high', doubt: undefined },
        ]);
      });
    }
  }

  it('is silent when lines are missing at the end', async () => {
    const lines = KEYS['RSA, PKCS #1']!.trim().split('\n');
    const cut = [...lines.slice(0, 9), lines.at(-1)].join('\n');
    assert.deepEqual(await scanSecrets('src/key.ts', `const key = \`${cut}\`;\n`), []);
  });
});
