import assert from 'node:assert/strict';
import { findSecrets } from './find-secrets.ts';
import { hex, random } from './invented.ts';

const KEY = random(32);

describe('literals assigned to the name of a secret', () => {
  const found: [path: string, text: string, kind: string, value: string, name: string, doubt?: 'example' | 'weak' | 'guessable'][] = [
    ['a.py', 'password = "hardcoded_password_123"', 'password', 'hardcoded_password_123', 'password', 'guessable'],
    ['a.ts', "const password = 'hardcoded_password_123';", 'password', 'hardcoded_password_123', 'password', 'guessable'],
    ['a.ts', "this.dbPassword = 'hunter2';", 'password', 'hunter2', 'dbPassword', 'guessable'],
    ['a.ts', "const adminPassword: string = 'Adm1n!pw';", 'password', 'Adm1n!pw', 'adminPassword', 'guessable'],
    ['a.ts', "if (input.password === 'open4sesame') {}", 'password', 'open4sesame', 'password', 'guessable'],
    ['a.ts', "const p = process.env.DB_PASSWORD ?? 'whale42fish';", 'password', 'whale42fish', 'DB_PASSWORD', 'guessable'],
    ['a.ts', "const p = process.env['DB_PASSWORD'] || 'whale42fish';", 'password', 'whale42fish', 'DB_PASSWORD', 'guessable'],
    ['a.ts', `export const config = { "client_secret": "${KEY}" };`, 'client secret', KEY, 'client_secret'],
    ['a.ts', `const apiKey = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`, 'API key', '7c9e6679-7425-40de-944b-e07fc1f90ae7', 'apiKey'],
    ['a.ts', `const token = '${KEY}';`, 'token', KEY, 'token'],
    ['a.ts', `auth: { user: 'robot', pass: 'whale42fish' }`, 'password', 'whale42fish', 'pass', 'guessable'],
    ['a.ts', `session({ secret: 'keyboard cat' })`, 'secret', 'keyboard cat', 'secret', 'weak'],
    ['a.ts', `const authToken = '${hex(32)}';`, 'token', hex(32), 'authToken'],
    ['a.tsx', `<Map apiKey="${KEY}" />`, 'API key', KEY, 'apiKey'],
    ['a.py', `key = os.getenv("API_KEY", "${KEY}")`, 'API key', KEY, 'API_KEY'],
    ['a.py', `api_key: str = "${KEY}"`, 'API key', KEY, 'api_key'],
    ['a.py', `connect(user="root", password="whale42fish")`, 'password', 'whale42fish', 'password', 'guessable'],
    ['a.py', `token = SecretStr("${KEY}")`, 'token', KEY, 'token'],
    ['a.ipynb', `   "db_password = \\"whale42fish\\"\\n",`, 'password', 'whale42fish', 'db_password', 'guessable'],
    ['docker-compose.yml', '      POSTGRES_PASSWORD: password', 'password', 'password', 'POSTGRES_PASSWORD', 'example'],
    ['docker-compose.yml', '      - POSTGRES_PASSWORD=postgres', 'password', 'postgres', 'POSTGRES_PASSWORD', 'example'],
    ['k8s/app.yaml', '        - name: DB_PASSWORD\n          value: whale42fish', 'password', 'whale42fish', 'DB_PASSWORD', 'guessable'],
    ['config/app.yml', 'password: whale42fish # of the database', 'password', 'whale42fish', 'password', 'guessable'],
    ['.env', 'JWT_SECRET=supersecret', 'secret', 'supersecret', 'JWT_SECRET', 'weak'],
    ['.env', 'PASSWORD=password', 'password', 'password', 'PASSWORD', 'example'],
    ['.env', 'export SMTP_PASS="orange"', 'password', 'orange', 'SMTP_PASS', 'weak'],
    ['Dockerfile', 'ENV DB_PASSWORD whale', 'password', 'whale', 'DB_PASSWORD', 'weak'],
    ['Dockerfile', 'ARG DB_PASSWORD=whale', 'password', 'whale', 'DB_PASSWORD', 'weak'],
    ['app.properties', 'spring.datasource.password=orange', 'password', 'orange', 'password', 'weak'],
    ['deploy.sh', 'PGPASSWORD=whale42fish psql -h db', 'password', 'whale42fish', 'PGPASSWORD', 'guessable'],
    ['.npmrc', `//registry.acme.io/:_authToken=${KEY}`, 'token', KEY, '_authToken'],
    ['app.toml', `api_key = "${KEY}"`, 'API key', KEY, 'api_key'],
    ['app.json', `{ "smtp": { "password": "whale42fish" } }`, 'password', 'whale42fish', 'password', 'guessable'],
    ['a.ts', `const url = 'https:/' + '/acme.io/x?api_key=${KEY}';`, 'API key', KEY, 'api_key'],
  ];
  for (const [path, text, kind, value, name, doubt] of found) {
    it(`finds a ${kind} in ${path}: ${text.slice(0, 40).replaceAll('\n', ' ')}`, async () => {
      const offset = text.lastIndexOf(value);
      const lineStart = text.lastIndexOf('\n', offset) + 1;
      const line = text.slice(0, offset).split('\n').length;
      const span = [line, offset - lineStart + 1, line, offset - lineStart + 1 + value.length];
      assert.deepEqual(await findSecrets(path, text), [
        { kind, span, masked: '********', name, confidence: 'medium', ...(doubt === undefined ? {} : { doubt }) },
      ]);
    });
  }

  it('shows the public prefix of a key that is too short for its form', async () => {
    assert.deepEqual(await findSecrets('a.py', 'class C:\n    API_KEY = "sk-abc123def456"\n'), [
      { kind: 'API key', span: [2, 16, 2, 31], masked: 'sk-********', name: 'API_KEY', confidence: 'medium' },
    ]);
  });

  it('is certain of an AWS secret access key', async () => {
    const value = random(40);
    assert.deepEqual(await findSecrets('a.ini', `aws_secret_access_key = ${value}`), [
      { kind: 'AWS secret access key', span: [1, 25, 1, 65], masked: '********', name: 'aws_secret_access_key', confidence: 'high' },
    ]);
  });
});

describe('literals that are not secrets', () => {
  const code = [
    "password: 'Password is required'",
    "passwordField = 'password'",
    "const tokenType = 'Bearer';",
    "const TOKEN = 'token';",
    "const PASSWORD_KEY = 'user.password1';",
    "INVALID_PASSWORD = 'auth/invalid-password2'",
    "const apiKey = 'your_api_key_here';",
    "const apiKey = '<token>';",
    "const secret = '${SECRET_2}';",
    "password = '{{ db_password1 }}'",
    "password: 'changeme'",
    "password: 'xxxxxxxx'",
    "password = '%s'",
    'const apiKey = process.env.API_KEY;',
    'key = os.getenv("API_KEY")',
    'const key = import.meta.env.VITE_API_KEY;',
    "const header = 'x-api-key';",
    "const API_KEY_HEADER = 'x-api-key-2';",
    "headers['x-api-key'] = key;",
    "type Kind = { token: 'access2' | 'refresh2' };",
    'password: string;',
    "inputType: 'password'",
    "data-testid='password-input-1'",
    'const passwordRegex = /^(?=.*[A-Z])(?=.*[0-9]).{8,}$/;',
    "const passwordPattern = '^[A-Za-z0-9]{8,}$';",
    "passwordHash: '5f4dcc3b5aa765d61d8327deb882cf99'",
    "const hashedPassword = '$2b$10$abcdefghijklmnopqrstuv';",
    "c.NotebookApp.password = 'sha1:4f0c2d91aa37:9b1e6c5f20d3a8e47b6f1c2d3e4f5a6b7c8d9e0f'",
    "publicKey: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'",
    "const tokenEndpoint = 'https://acme.io/oauth2/token';",
    "secret: '/run/secrets/db_password1'",
    "nextToken: 'RW5DdDJkMWYwZjM2MzM2VHVpOHJIUXlD'",
    "const token = '=>';",
    "if (token === 'function2') {}",
    "eosToken = '<|endoftext|>'",
    "const FOO_TOKEN = 'FooServiceToken';",
    "secretName: 'db-credentials-2'",
    "'AWS::IAM::AccessKey': '62d91b17309e76c8'",
    "password: 'test1234'",
    "const fakePassword = 'whale42fish';",
    'const ReactPropTypesSecret = ' + "'SECRET_DO_NOT_PASS_THIS_OR_YOU_WILL_BE_FIRED';",
    "const accessTokenAlgorithm = 'RS256';",
    "const signingKey = 'ed25519';",
    "placeholder='Password1'",
    "t('password', { min: 8 })",
    "expect(screen.getByLabelText('Password1'))",
    "password: 'p' + random()",
    "const csrfToken = 'x3f9a8b7c6d5e4f3a2b1';",
    "const secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3';",
    "// password = 'whale42fish'",
    " * apiKey: 'abc123def456ghi7'",
    "autoComplete='current-password'",
    "const designToken = 'color2background9x';",
    "password = getpass('Password: ')",
    "const passwordLabel = 'Passw0rd';",
    "PASSWORD_MIN_LENGTH = '12345678'",
    "tokens['abc123'] = 'def456abc789'",
    "const credentials = 'include';",
  ];
  for (const text of code) {
    it(`stays silent on ${text}`, async () => {
      assert.deepEqual(await findSecrets('src/a.ts', `${text}\n`), []);
      assert.deepEqual(await findSecrets('src/a.py', `${text.replace(/^\/\/|^ \*/, '#')}\n`), []);
    });
  }

  const files: [path: string, text: string][] = [
    ['.env', 'API_KEY=\nDB_PASSWORD=${DB_PASSWORD}\nJWT_SECRET=$JWT\nSECRET_FILE=/run/secrets/x\nTOKEN_TTL=3600\nSMTP_PASS=changeme'],
    ['.env.example', 'DB_PASSWORD=whale42fish\nJWT_SECRET=orange'],
    ['docker-compose.yml', '  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set}\n  POSTGRES_PASSWORD_FILE: /run/secrets/pg\n  secrets:\n    - db_password'],
    ['.github/workflows/ci.yml', 'env:\n  NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n  POSTGRES_PASSWORD: postgres'],
    ['api/openapi.yaml', 'password:\n  type: string\n  example: whale42fish'],
    ['config/app.yml', 'password: string\nsecret: app-tls\ntoken: !Ref Token\nvault: |\n  x'],
    ['locales/en.json', '{ "password": "Passwort1", "apiKey": "API-Key2" }'],
    ['package-lock.json', `{ "token": "${KEY}" }`],
    ['deploy.sh', 'TOKEN=$(cat token.txt)\nPASSWORD="$1"\nread -s DB_PASSWORD'],
    ['.npmrc', '//registry.npmjs.org/:_authToken=${NPM_TOKEN}'],
    ['src/login.test.ts', "login({ user: 'a', password: 'whale42fish' })"],
  ];
  for (const [path, text] of files) it(`stays silent on ${path}`, async () => assert.deepEqual(await findSecrets(path, text), []));
});
