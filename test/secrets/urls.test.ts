import assert from 'node:assert/strict';
import { findSecrets } from './find-secrets.ts';
import { random } from './invented.ts';

const at = ':' + '/' + '/';

describe('credentials in URLs, headers and connection strings', () => {
  const found: [path: string, text: string, kind: string, value: string, name: string, doubt?: 'example' | 'guessable'][] = [
    ['config.py', `DATABASE_URL = "postgresql${at}user:password123@localhost/db"`, 'password in a URL', 'password123', 'DATABASE_URL', 'example'],
    ['src/db.ts', `const url = 'mongodb+srv${at}app:gr8-Whale@cluster0.abc.mongodb.net/prod';`, 'password in a URL', 'gr8-Whale', 'url'],
    ['src/db.ts', `connect("redis${at}:Kq83hfT@cache:6379")`, 'password in a URL', 'Kq83hfT', ''],
    ['src/db.ts', `const url = 'postgres${at}postgres:postgres@localhost/app';`, 'password in a URL', 'postgres', 'url', 'example'],
    ['src/http.ts', `fetch('https${at}robot:9aTr!umph@build.acme.io/x')`, 'password in a URL', '9aTr!umph', ''],
    ['src/http.ts', `const git = 'https${at}${random(40)}:x-oauth-basic@github.com/a/b';`, 'token in a URL', random(40), 'git'],
    ['docker-compose.yml', `      DATABASE_URL: postgres${at}app:password@db/app`, 'password in a URL', 'password', 'DATABASE_URL', 'example'],
    ['.env', `DATABASE_URL=postgres${at}app:secure_password@db/app`, 'password in a URL', 'secure_password', 'DATABASE_URL', 'guessable'],
    ['src/db.ts', `const c = 'Server=sql1;User Id=sa;Password=Tr0ub4dor;';`, 'password in a connection string', 'Tr0ub4dor', 'Password', 'guessable'],
    ['src/blob.ts', `const c = 'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${random(86)}==;';`, 'Azure key', `${random(86)}==`, 'AccountKey'],
    [
      'src/http.ts',
      `headers: { Authorization: 'Basic ${Buffer.from('robot:9aTriumph').toString('base64')}' }`,
      'Basic credentials',
      Buffer.from('robot:9aTriumph').toString('base64'),
      'Authorization',
    ],
  ];
  for (const [path, text, kind, value, name, doubt] of found) {
    it(`finds a ${kind} in ${path}: ${name}`, async () => {
      const column = text.lastIndexOf(kind.includes('URL') && text.includes(`:${value}@`) ? `:${value}@` : value) + (kind === 'password in a URL' ? 2 : 1);
      assert.deepEqual(await findSecrets(path, text), [
        { kind, span: [1, column, 1, column + value.length], masked: '********', name, confidence: 'high', ...(doubt === undefined ? {} : { doubt }) },
      ]);
    });
  }

  it('finds a Bearer literal, less certainly', async () => {
    const value = random(32);
    assert.deepEqual(await findSecrets('src/http.ts', `headers.set('Authorization', 'Bearer ${value}')`), [
      { kind: 'Bearer token', span: [1, 38, 1, 70], masked: '********', name: 'Authorization', confidence: 'medium' },
    ]);
  });

  const silent: [path: string, text: string][] = [
    ['src/db.ts', `const url = \`postgres${at}\${user}:\${password}@\${host}/db\`;`],
    ['src/db.py', `url = f"postgresql${at}{user}:{password}@{host}/db"`],
    ['src/db.ts', `const url = 'postgres${at}user:password@localhost/db';`],
    ['src/db.ts', `throw new Error('expected https${at}user:pass@host');`],
    ['src/db.ts', `// postgres${at}app:Hunter22@db/app`],
    ['src/proxy.ts', `const hint = 'Encode it: for instance, https-proxy=https${at}use%21r:pas%2As@proxy.acme.io:1234/foo.';`],
    ['src/proxy.ts', `const proxy = 'https${at}use%21r:pas%2As@my.proxy:1234/foo';`],
    ['src/db.py', `"""Connects.\n\nDATABASE_URL=postgresql${at}user:secure_password@localhost/db\n"""`],
    ['test/db.test.ts', `const url = 'postgres${at}app:Hunter22@localhost/app';`],
    ['src/a.ts', `const a = 'https${at}localhost:3000/@scope/name';`],
    ['src/a.ts', `const a = 'https${at}cdn.acme.io/npm/@scope/pkg@1.2.3';`],
    ['src/a.ts', `const a = 'http${at}127.0.0.1:8080'; const b = 'me@acme.io';`],
    ['src/a.ts', 'const pattern = /^https?:\\/\\/([^:]+):([^@]+)@/;'],
    ['src/a.ts', `const docs = 'https${at}acme.io/docs/password-reset?token=';`],
    ['docker-compose.yml', `  DATABASE_URL: postgres${at}app:\${DB_PASSWORD}@db/app`],
    ['.env.example', `DATABASE_URL=postgres${at}app:app1@db/app`],
    ['src/http.ts', "headers: { Authorization: `Bearer ${token}` }"],
    ['src/http.ts', "headers: { Authorization: 'Bearer your-token-goes-here' }"],
    ['src/http.ts', "const message = 'Basic authentication is required';"],
    ['src/db.ts', "const c = 'Server=sql1;User Id=sa;Password={0};';"],
    ['src/form.ts', 'n.username=e.user??"",n.password=r.http.basic.password??"";'],
  ];
  for (const [path, text] of silent) {
    it(`stays silent in ${path} on ${text.slice(0, 60).replaceAll('\n', ' ')}`, async () => assert.deepEqual(await findSecrets(path, text), []));
  }
});
