/**
 * A project into which sixty secrets of different kinds are written, in the ways that people write them. Put together at run time, so that no
 * scanner takes this repository for leaking them; each value is another, so that it can be searched for.
 */
import { base64url, privateKey, random } from './invented.ts';

interface Planted {
  /** What it is and how it is written. */
  name: string;
  path: string;
  /** The secret itself, as it must never be seen. */
  value: string;
}

const UPPER = 'QWERTZUIOPASDFGHJK234567';
const HEX = '0123456789abcdef';
const DIGITS = '0123456789';

let seed = 100;
const letters = (length: number, alphabet?: string): string => random(length, alphabet, ++seed);
const human = (): string => `${letters(3, 'bcdfghklmnprst')}W9-${letters(6, 'aeioudrnlst')}!${letters(2, DIGITS)}`;
const github = (): string => 'gh' + 'p_' + letters(36);
const jwt = (): string => [base64url('{"alg":"HS256"}'), base64url(`{"sub":"${letters(12)}","scope":"all"}`), letters(43)].join('.');
const basic = (password: string): string => Buffer.from(`robot:${password}`).toString('base64');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const quoted = (text: string): string => JSON.stringify(text);

const files = new Map<string, string[]>();
const planted: Planted[] = [];

/** Writes a line into a file; the value stands where `write` puts it. */
function plant(name: string, path: string, value: string, write: (value: string) => string): void {
  planted.push({ name, path, value });
  files.set(path, [...(files.get(path) ?? []), write(value)]);
}

// TypeScript and JavaScript
const code = 'src/settings.ts';
plant('GitHub token in a constant', code, github(), (it) => `export const githubToken = '${it}';`);
plant('AWS key id', code, 'AK' + 'IA' + letters(16, UPPER), (it) => `export const aws = { accessKeyId: '${it}',`);
plant('AWS secret', code, letters(40), (it) => `  secretAccessKey: '${it}' };`);
plant('Stripe key in a call', code, 'sk_' + 'live_' + letters(24), (it) => `export const pay = make('${it}');`);
plant('Slack bot token', code, ['xo' + 'xb', letters(12, DIGITS), letters(12, DIGITS), letters(24)].join('-'), (it) => `const slack = "${it}";`);
plant('Google key in a URL', code, 'AI' + 'za' + letters(35), (it) => `const map = 'https://maps.acme.io/js?key=${it}&v=3';`);
plant('password of a person', code, human(), (it) => `export const database = { user: 'shop', password: '${it}' };`);
plant('generated API key', code, letters(32), (it) => `export class Mail {\n  private readonly apiKey = '${it}';\n}`);
plant('client secret in hexadecimal', code, letters(40, HEX), (it) => `const clientSecret: string = '${it}';`);
plant('fallback of a variable', code, human(), (it) => `const pass = process.env.SMTP_PASSWORD ?? '${it}';`);
plant('web token', code, jwt(), (it) => `const accessToken = '${it}';`);
plant('Bearer header', code, letters(40), (it) => `const headers = { Authorization: 'Bearer ${it}' };`);
plant('Basic header', code, basic(letters(20)), (it) => `const login = { authorization: 'Basic ${it}' };`);
plant('signing key of HMAC', code, letters(28), (it) => `const sign = (text) => createHmac('sha256', '${it}').update(text);`);
plant('template string', code, letters(30), (it) => `const refreshToken = \`${it}\`;`);
plant('Postgres URL', 'src/db.js', human(), (it) => `const db = 'postgres://shop:${it}@db.acme.io:5432/shop';`);
plant('Mongo URL', 'src/db.js', letters(16), (it) => `connect("mongodb+srv://shop:${it}@cluster0.k3f9a.mongodb.net/shop");`);
plant('Redis URL without a user', 'src/db.js', letters(24), (it) => `const cache = 'redis://:${it}@cache.acme.io:6379/0';`);
plant('Azure connection string', 'src/db.js', letters(86) + '==',
  (it) => `const blob = 'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${it};EndpointSuffix=core.windows.net';`);
plant('SQL Server connection string', 'src/db.js', human(), (it) => `const sql = 'Server=db.acme.io;Database=shop;User Id=sa;Password=${it};';`);
plant('Discord webhook', 'src/db.js', letters(68), (it) => `post('https://discord.com/api/webhooks/${letters(18, DIGITS)}/${it}');`);
plant('Telegram bot token', 'src/db.js', `AA${letters(33)}`, (it) => `const bot = new Bot('${letters(10, DIGITS)}:${it}');`);
plant('encoded token', 'src/db.js', base64(github()), (it) => `const token = atob('${it}');`);
plant('token in a comment', 'src/old.js', github(), (it) => `// const token = '${it}';`);
plant('key in a comment of several lines', 'src/old.js', letters(32), (it) => `/*\n * apiKey: '${it}'\n */\nexport const old = 1;`);
plant('minified line', 'src/bundle.js', letters(36),
  (it) => `export const note = 'a page';\n${'function a(b){return b+1}'.repeat(12)}var t={apiKey:"${it}",u:2};${'a(b);'.repeat(30)}`);
plant('token in a minified line', 'src/bundle.js', 'npm' + '_' + letters(36), (it) => `${'var c=1;'.repeat(20)}x("${it}");${'a(c);'.repeat(20)}`);

// Python
const python = 'shop/settings.py';
plant('Django key', python, letters(50), (it) => `SECRET_KEY = "${it}"`);
plant('OpenAI key', python, 'sk' + '-proj-' + letters(48), (it) => `client = OpenAI(api_key="${it}")`);
plant('Anthropic key', python, 'sk' + '-ant-api03-' + letters(93) + 'AA', (it) => `anthropic = "${it}"`);
plant('Hugging Face token', python, 'hf' + '_' + letters(34), (it) => `login(token="${it}")`);
plant('default of getenv', python, letters(32), (it) => `API_KEY = os.getenv("API_KEY", "${it}")`);
plant('password argument', python, human(), (it) => `connect(host="db.acme.io", user="shop", password="${it}")`);
plant('item of a dictionary', python, letters(32, HEX), (it) => `config["auth_token"] = "${it}"`);
plant('PEM in a string of several lines', python, letters(64), (it) => `KEY = """${privateKey('RSA ', '\n').replace(/\n.*\n/, `\nMII${it}\n`)}"""`);
plant('commented-out assignment', python, letters(32), (it) => `# api_key = "${it}"`);
plant('GitLab remote in a call', python, 'glp' + 'at-' + letters(20), (it) => `run(["git", "clone", "https://oauth2:${it}@gitlab.com/acme/shop.git"])`);
plant('Weights & Biases key', python, letters(40, HEX), (it) => `wandb.login(key="${it}")`);

// Notebooks
const cell = (type: string, source: string, outputs = ''): string =>
  `{"cell_type":"${type}","metadata":{},"execution_count":null,"outputs":[${outputs}],"source":[${quoted(source)}]}`;
const notebook: string[] = [];
plant('in a cell', 'notebooks/train.ipynb', human(), (it) => String(notebook.push(cell('code', `db_password = "${it}"\n`))));
plant('token in a cell', 'notebooks/train.ipynb', 'hf' + '_' + letters(34), (it) => String(notebook.push(cell('code', `login("${it}")\n`))));
plant('printed token', 'notebooks/train.ipynb', github(),
  (it) => String(notebook.push(cell('code', 'print(token)\n', `{"output_type":"stream","name":"stdout","text":[${quoted(`${it}\n`)}]}`))));
plant('printed settings', 'notebooks/train.ipynb', letters(32), (it) =>
  String(notebook.push(cell('code', 'settings\n', `{"output_type":"stream","name":"stdout","text":[${quoted(`{'api_key': '${it}'}\n`)}]}`))));
files.set('notebooks/train.ipynb', [`{"cells":[${notebook.join(',\n')}],"metadata":{"language_info":{"name":"python"}},"nbformat":4,"nbformat_minor":5}`]);

// Environment and settings
plant('in .env', '.env', human(), (it) => `DB_PASSWORD=${it}`);
plant('quoted in .env', '.env', letters(40), (it) => `export SENDGRID_API_KEY="${it}"`);
plant('URL in .env', '.env', letters(20), (it) => `DATABASE_URL=mysql://shop:${it}@db.acme.io/shop`);
plant('in a template', '.env.example', letters(32), (it) => `JWT_SECRET=${it}`);
plant('in YAML', 'deploy/values.yaml', human(), (it) => `mail:\n  password: ${it}`);
plant('pair of name and value in YAML', 'deploy/values.yaml', letters(32), (it) => `env:\n  - name: API_TOKEN\n    value: ${it}`);
plant('secret of Kubernetes in base64', 'deploy/secret.yaml', base64(human()), (it) => `kind: Secret\ndata:\n  db-password: ${it}`);
plant('PEM in base64', 'deploy/secret.yaml', base64(privateKey('', '\n')), (it) => `  tls.key: ${it}`);
plant('in TOML', 'settings.toml', letters(40), (it) => `[mail]\napi_key = "${it}"`);
plant('in JSON', 'config/app.json', human(), (it) => `{ "smtp": { "user": "shop", "password": ${quoted(it)} },`);
plant('service account in JSON', 'config/app.json', letters(64),
  (it) => `  "private_key": ${quoted(privateKey('', '\n').replace(/\n.*\n/, `\nMII${it}\n`))} }`);
plant('in a Dockerfile', 'Dockerfile', human(), (it) => `FROM node:22\nENV DB_PASSWORD=${it}`);
plant('argument of a command', 'Dockerfile', letters(24), (it) => `RUN curl -u robot:${it} https://files.acme.io/a.tgz`);
plant('in a compose file', 'docker-compose.yml', human(), (it) => `services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${it}`);
plant('list of a compose file', 'docker-compose.yml', letters(32), (it) => `  web:\n    environment:\n      - SESSION_SECRET=${it}`);
plant('git remote in a script', 'scripts/push.sh', github(), (it) => `git remote add origin https://robot:${it}@github.com/acme/shop.git`);
plant('token as the user of a remote', '.gitmodules', letters(40, HEX), (it) => `[submodule "a"]\n\tpath = a\n\turl = https://${it}@github.com/acme/a.git`);
plant('option of a command', 'scripts/push.sh', letters(20), (it) => `helm upgrade shop . --password ${it}`);
plant('registry token', '.npmrc', letters(36), (it) => `//registry.acme.io/:_authToken=${it}`);
plant('PEM file', 'certs/server.key', letters(64), (it) => privateKey('EC ', '\n').replace(/\n.*\n/, `\nMHc${it}\n`));

/** All of them, by place. */
export const PLANTED: readonly Planted[] = planted;
/** Text by relative path. */
export const PLANTED_FILES: ReadonlyMap<string, string> = new Map([...files].map(([path, lines]) => [path, `${lines.join('\n')}\n`]));
