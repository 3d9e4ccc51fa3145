/** What proves a secret besides its name, and what of it the profile `recommended` lets block a change. */
import assert from 'node:assert/strict';
import { scanSecrets } from '../../server/secrets/scan-secrets.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';
import { hex, privateKey, random, webToken } from './invented.ts';

const RULE = 'security/hardcoded-secret';
/** The published example of GitHub's check sum, in pieces; another last character breaks the sum. */
const CHECKED = 'ghp' + '_' + 'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ' + '0mLq17';
const AWS_ID = 'AKIA' + random(16, 'QWERTZUIOPASDFGHJK234567');
const ISSUED: Readonly<Record<string, string>> = {
  'a GitHub token with a right check sum': `const token = '${CHECKED}';\n`,
  'a fine-grained GitHub token': `const token = 'github${'_pat_'}${random(22)}_${random(59)}';\n`,
  'a whole Slack token': `const token = '${['xoxb', '839201746253', '918273645102', random(24)].join('-')}';\n`,
  'an AWS key beside its secret': `const aws = { id: '${AWS_ID}', secretAccessKey: '${random(40)}' };\n`,
  'a live key of Stripe': `const key = 'sk${'_live_'}${random(24)}';\n`,
  'a private key': `const key = \`${privateKey('EC ', '\n')}\`;\n`,
};
const FORMS: Readonly<Record<string, string>> = {
  'a GitHub token with a wrong check sum': `const token = '${CHECKED.slice(0, -1)}8';\n`,
  'the id of an AWS key alone': `const id = '${AWS_ID}';\n`,
  'a JSON Web Token': `const accessToken = '${webToken({ sub: 'account-81', scope: 'all' })}';\n`,
  'a client secret of Google, which apps ship': `const clientSecret = 'GOCSPX${'-'}${random(28)}';\n`,
  'a word that signs': "const jwtSecret = 'super-secret';\n",
};
const NAMES: Readonly<Record<string, string>> = {
  'a generated client secret': `const clientSecret = '${random(32)}';\n`,
  'a password that a person made up': "const password = 'whale42fish';\n",
  'a UUID': "const apiKey = '7c9e6679-7425-40de-944b-e07fc1f90ae7';\n",
  'a token of nothing in particular': `const fileToken = '${hex(32)}';\n`,
  'a token of a session that has long ended': `const accessToken = '${webToken({ sub: 'a', iat: 1_700_000_000, exp: 1_700_003_600 })}';\n`,
  'a software statement': `const softwareStatement = '${webToken({ sub: 'account-81' })}';\n`,
};

async function judged(path: string, text: string): Promise<string[]> {
  const { findings } = await reviewInMemory(new Map([['archwright.jsonc', '{ "profile": "recommended" }'], [path, text]]), [RULE]);
  return [...new Set(findings.filter(({ ruleId }) => ruleId === RULE).map(({ severity, blocker }) => (blocker ? 'blocker' : severity)))];
}

describe('proof of a secret, in the profile recommended', () => {
  for (const [name, text] of Object.entries(ISSUED)) {
    it(`lets ${name} block in the product, not in a comment, a test, an example or documentation`, async () => {
      assert.deepEqual(await judged('src/client.ts', text), ['blocker']);
      assert.deepEqual(await judged('src/client.ts', text.replaceAll(/^/gm, '// ')).then((all) => all.filter((each) => each === 'blocker')), []);
      for (const path of ['test/client.test.ts', 'examples/client.ts', 'docs/client.ts', 'fixtures/client.ts'])
        assert.deepEqual(await judged(path, text).then((all) => all.filter((each) => each !== 'info')), [], path);
    });
  }
  for (const [name, text] of Object.entries(FORMS)) it(`warns of ${name}`, async () => assert.deepEqual(await judged('src/client.ts', text), ['warning']));
  for (const [name, text] of Object.entries(NAMES)) it(`mentions ${name}`, async () => assert.deepEqual(await judged('src/client.ts', text), ['info']));

  it('keeps an assignment that is commented out an error, and lets the settings of a CI run block as well', async () => {
    assert.deepEqual(await judged('src/client.ts', `// const token = '${CHECKED}';\n`), ['error']);
    assert.deepEqual(await judged('src/client.ts', `// Tokens look like ${CHECKED}\n`), ['info']);
    assert.deepEqual(await judged('.github/workflows/ship.yml', `env:\n  TOKEN: ${CHECKED}\n`), ['blocker']);
  });

  it('takes what the environment of a test run holds for made for it', async () => {
    for (const path of ['.env.test', 'shop/.env.ci.local']) assert.deepEqual(await judged(path, `TOKEN=${CHECKED}\n`), ['info'], path);
    for (const path of ['.env', '.env.production', 'shop/.env.tests']) assert.deepEqual(await judged(path, `TOKEN=${CHECKED}\n`), ['blocker'], path);
  });

  it('takes a private key in the settings of a CI run for one that was made for it', async () => {
    const key = Buffer.from(privateKey('EC ', '\n')).toString('base64');
    assert.deepEqual(await judged('deploy/prod.yml', `env:\n  SIGNING_KEY: '${key}'\n`), ['blocker']);
    assert.deepEqual(await judged('.github/workflows/test.yml', `env:\n  SIGNING_KEY: '${key}'\n`), ['info']);
  });

  it('gives places the same number only for the same value under the same name', async () => {
    const facts = await scanSecrets('a.py', `a_key = 1\napi_key = "${random(32)}"\napi_key = "${random(32)}"\napi_key = "${random(32, undefined, 9)}"\n`);
    assert.deepEqual(facts.map(({ alike }) => alike), [0, 0, undefined]);
  });
});
