import assert from 'node:assert/strict';
import { findSecrets } from './find-secrets.ts';
import { hex, privateKey, random, webToken } from './invented.ts';

/** Kind, start of the mask, value. */
const TOKENS: [kind: string, shown: string, value: string][] = [
  ['AWS access key ID', 'AKIA', 'AKIA' + random(16, 'QWERTZUIOPASDFGHJK234567')],
  ['AWS access key ID', 'ASIA', 'ASIA' + random(16, 'QWERTZUIOPASDFGHJK234567')],
  ['Google API key', 'AIza', 'AIza' + random(35)],
  ['Google OAuth client secret', 'GOCS', 'GOCSPX-' + random(28)],
  ['Slack token', 'xoxb', ['xoxb', '839201746253', '918273645102', random(24)].join('-')],
  ['Slack webhook', '', 'https://hooks.slack.com/' + ['services', 'T' + random(8), 'B' + random(8), random(24)].join('/')],
  ['Stripe live key', 'sk_l', 'sk_live' + '_' + random(24)],
  ['Stripe live key', 'rk_l', 'rk_live' + '_' + random(24)],
  ['JSON Web Token', 'eyJ', webToken({ sub: 'account-81', scope: 'all' })],
  ['PyPI token', 'pypi', 'pypi-' + 'AgEIcHlwaS5vcmc' + random(90)],
  ['npm token', 'npm_', 'npm' + '_' + random(36)],
  ['GitHub token', 'ghp_', 'ghp' + '_' + random(36)],
  ['GitHub token', 'gith', 'github' + '_pat_' + random(22) + '_' + random(59)],
  ['GitLab token', 'glpa', 'glpat' + '-' + random(20)],
  ['Weights & Biases key', 'wand', 'wandb' + '_v1_' + random(77)],
  ['Hugging Face token', 'hf_', 'hf' + '_' + random(34)],
  ['OpenAI API key', 'sk-', 'sk-' + random(20) + 'T3Blbk' + 'FJ' + random(20)],
  ['OpenAI API key', 'sk-', 'sk-' + 'proj-' + random(48)],
  ['Anthropic API key', 'sk-', 'sk-' + 'ant-api03-' + random(93) + 'AA'],
  ['SendGrid API key', 'SG.', ['SG', random(22), random(43)].join('.')],
  ['Twilio API key', '', 'SK' + hex(32)],
  ['Linear API key', 'lin_', 'lin' + '_api_' + random(40)],
  ['Shopify token', 'shpa', 'shpat' + '_' + hex(32)],
  ['Databricks token', 'dapi', 'dapi' + hex(32)],
  ['DigitalOcean token', 'dop_', 'dop' + '_v1_' + hex(64)],
  ['Groq API key', 'gsk_', 'gsk' + '_' + random(52)],
];

describe('tokens known by their form', () => {
  for (const [kind, shown, value] of TOKENS) {
    it(`finds a ${kind} (${shown}) in code and in configuration`, async () => {
      const code = await findSecrets('src/client.ts', `const first = 1;\n  const given = '${value}';\n`);
      assert.deepEqual(code, [{ kind, span: [2, 18, 2, 18 + value.length], masked: `${shown}********`, name: 'given', confidence: 'high' }]);
      const line = await findSecrets('conf/app.ini', `[a]\r\ngiven = ${value}\r\n`);
      assert.deepEqual(line, [{ kind, span: [2, 9, 2, 9 + value.length], masked: `${shown}********`, name: 'given', confidence: 'high' }]);
    });
  }

  it('finds them in comments, tests and notebooks as well', async () => {
    const value = 'ghp' + '_' + random(36);
    const fact = { kind: 'GitHub token', masked: 'ghp_********', confidence: 'high' as const };
    assert.deepEqual(await findSecrets('test/a.test.ts', `// see ${value}\n`), [{ ...fact, span: [1, 8, 1, 48], name: '', doubt: 'example' }]);
    assert.deepEqual(await findSecrets('a.ipynb', `  "key = \\"${value}\\"\\n",`), [{ ...fact, span: [1, 12, 1, 52], name: 'key' }]);
  });

  it('finds several on one line, each where it stands', async () => {
    const first = 'ghp' + '_' + random(36);
    const second = 'AKIA' + random(16, 'QWERTZUIOPASDFGHJK234567');
    assert.deepEqual(await findSecrets('a.py', `use("${first}", "${second}")`), [
      { kind: 'GitHub token', span: [1, 6, 1, 46], masked: 'ghp_********', name: '', confidence: 'high' },
      { kind: 'AWS access key ID', span: [1, 50, 1, 70], masked: 'AKIA********', name: '', confidence: 'high' },
    ]);
  });

  it('finds tokens that secretlint knows far apart in a long text', async () => {
    const tokens = [1, 2, 3].map((seed) => 'npm' + '_' + random(36, undefined, seed));
    const facts = await findSecrets('a.ts', tokens.map((token) => `x('${token}');\n${'// filling\n'.repeat(400)}`).join(''));
    assert.deepEqual(facts.map((fact) => fact.span), [[1, 4, 1, 44], [402, 4, 402, 44], [803, 4, 803, 44]]);
  });

  it('finds a Weights & Biases key that is passed to the login', async () => {
    assert.deepEqual(await findSecrets('train.py', `wandb.login(key="${hex(40)}")\n`), [
      { kind: 'Weights & Biases key', span: [1, 18, 1, 58], masked: '********', name: 'key', confidence: 'high' },
    ]);
  });

  it('covers a private key from its first to its last line', async () => {
    for (const kind of ['', 'RSA ', 'EC ', 'OPENSSH ']) {
      const block = privateKey(kind, '\n');
      const last = block.slice(block.lastIndexOf('\n') + 1).length;
      assert.deepEqual(await findSecrets('server.pem', `\n${block}\n`), [
        { kind: 'private key', span: [2, 1, 6, last + 1], masked: '********', name: '', confidence: 'high' },
      ]);
    }
    const escaped = privateKey('', '\\n');
    assert.deepEqual(await findSecrets('account.json', `{ "private_key": "${escaped}" }`), [
      { kind: 'private key', span: [1, 19, 1, 19 + escaped.length], masked: '********', name: 'private_key', confidence: 'high' },
    ]);
  });
});

describe('what only resembles a token', () => {
  const silent = [
    `const key = '${'AKIA' + 'IOSFODNN7' + 'EXAMPLE'}';`,
    `const key = '${'AIza' + 'x'.repeat(35)}';`,
    `const token = '${'ghp' + '_' + 'x'.repeat(36)}';`,
    `const token = '${'npm' + '_config_registry_of_the_whole_company_here'}';`,
    "className: 'sk-folding-cube-with-large-spinner'",
    "class='sk-estimator-doc-link-fitted-1'",
    `"${'sk_test' + '_' + random(24)}"`,
    `"${'pk_live' + '_' + random(24)}"`,
    `const sample = '${webToken({ sub: '1234567890', name: 'John Doe' })}';`,
    `const anon = '${webToken({ iss: 'supabase', role: 'anon' })}';`,
    `const PEM = '${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}';`,
    `${'-'.repeat(5)}BEGIN PUBLIC KEY${'-'.repeat(5)}\n${random(64)}\n${'-'.repeat(5)}END PUBLIC KEY${'-'.repeat(5)}`,
    `const image = 'data:image/png;base64,iVBORw0KGgo${random(300)}==';`,
    `integrity: 'sha512-${random(86)}==',`,
    `const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';`,
  ];
  for (const text of silent) {
    it(`stays silent on ${text.slice(0, 40).replaceAll('\n', ' ')}`, async () => assert.deepEqual(await findSecrets('src/a.ts', text), []));
  }
});
