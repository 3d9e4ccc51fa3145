/** Every setting of `archwright.jsonc` is read: each one, changed, changes what the built program says. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { configJsonSchema } from '../../server/config/schema.ts';
import type { Progress } from '../../server/protocol/progress.ts';
import type { RollbackPlan } from '../../server/protocol/rollback.ts';
import { rules } from '../../server/rules/registry.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { serveJira } from '../kit/jira/http-server.ts';
import { JiraServer } from '../kit/jira/server.ts';
import { PROGRAM, timeless } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

interface Schema { properties?: Record<string, Schema>; items?: Schema; additionalProperties?: Schema | boolean; anyOf?: Schema[]; type?: string }

/** Keys of rules that come from the rules themselves; `test/rules/options.test.ts` holds them. */
const OPTIONS = new Map(rules.map(({ meta }) => [meta.id, new Set(Object.keys((meta.options as { shape?: object } | undefined)?.shape ?? {}))]));

/** Every setting that a schema accepts, as `layers[].mayUse`; rules stand for each other, for all have the same keys beside their options. */
function settingsOf(schema: Schema, path = ''): string[] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    if (/(^|\.)rules$/.test(path)) return settingsOf(value, `${path}.${key.endsWith('/*') ? 'CATEGORY' : 'RULE'}:${key}`);
    const rule = /RULE:(.+)$/.exec(path)?.[1];
    return rule !== undefined && OPTIONS.get(rule)?.has(key) ? [] : settingsOf(value, path === '' ? key : `${path}.${key}`);
  });
  const below = [
    ...inside,
    ...(typeof schema.additionalProperties === 'object' ? settingsOf(schema.additionalProperties, `${path}.NAME`) : []),
    ...(schema.items?.properties ? settingsOf(schema.items, `${path}[]`) : []),
    ...(schema.anyOf ?? []).flatMap((each) => settingsOf(each, path)),
  ];
  const found = below.length === 0 || schema.anyOf !== undefined ? [...below, path] : below;
  return [...new Set(found.map((each) => each.replace(/(RULE|CATEGORY):[^.]+/, '$1')))];
}

type Config = Record<string, never> & {
  layers: Record<string, unknown>[];
  blocks: Record<string, unknown>[];
  overrides: Record<string, unknown>[];
  review: Record<string, unknown>;
  rules: Record<string, unknown>;
  gates: Record<string, { conditions: Record<string, unknown>[] }>;
  tracking: Record<string, unknown> & { jira: Record<string, unknown> };
};

const FILES = {
  'src/ui/page.ts': "import { store } from '../core/store.ts';\nexport function page(){ return store(1); }\n",
  'src/core/index.ts': '/**\n * Responsible for: keeping values\n * Input: a value (number)\n * Output: the value (number)\n */\n'
    + "export { store } from './store.ts';\n",
  'src/core/store.ts': '/** Keeps a value. */\nexport function store(value: number): number {\n  if (value > 1) {\n    return 2;\n  }\n  return value;\n}\n',
  'src/made/made.ts': 'export function made(){ return 1; }\n',
  'evidence/some.info': `SF:src/core/store.ts\n${[1, 1, 1, 0, 0, 1, 1].map((hits, at) => `DA:${at + 1},${hits}\n`).join('')}end_of_record\n`,
  'evidence/more.info': `SF:src/core/store.ts\n${[1, 1, 1, 1, 1, 1, 1].map((hits, at) => `DA:${at + 1},${hits}\n`).join('')}end_of_record\n`,
  'evidence/some.json': '{ "f1": 0.7, "recall": 0.1 }\n',
  'evidence/more.json': '{ "f1": 0.4, "recall": 0.1 }\n',
  'evidence/bench.json': '[{ "name": "store", "result": { "mean": 0.4, "max": 3, "hz": 2500 } }, { "name": "load", "result": { "mean": 9 } }]\n',
  'evidence/tests.xml': '<testsuite tests="2" failures="1"><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>\n',
  'evidence/mypy.txt': 'src/core/store.ts:1: error: Something is wrong  [misc]\nFound 1 error in 1 file (checked 4 source files)\n',
};

const BASE = {
  profile: 'guidelines',
  layers: [{ id: 'top', paths: ['src/ui/**'], mayUse: ['low'] }, { id: 'low', paths: ['src/core/**'], mayUse: [] }],
  blocks: [
    { id: 'ui', paths: ['src/ui/**'], dependsOn: ['core'] }, { id: 'core', paths: ['src/core/**'], budgets: [{ benchmark: 'store', atMost: '1 ms' }] },
    { id: 'made', paths: ['src/made/**'] },
  ],
  rules: { 'architecture/private-import': 'warning' },
  overrides: [{ paths: ['src/made/**'], rules: { 'quality/*': 'off' } }],
  review: {
    failUnder: 0, coverage: ['evidence/some.info'], benchmarks: ['evidence/bench.json'],
    rehearsal: { commands: [[process.execPath, '-e', 'setTimeout(() => 0, 2000)']] },
  },
  gates: { g: { file: 'evidence/some.json', conditions: [{ metric: 'f1', operator: '>=', threshold: 0.5 }] } },
  tracking: { mainBranch: 'main', jira: { project: 'SHOP' } },
} as unknown as Config;

/** For each setting a change that shows. A new setting needs a line here. */
const CHANGES: Record<string, (config: Config) => unknown> = {
  'version': (config) => Object.assign(config, { version: 2 }),
  'profile': (config) => Object.assign(config, { profile: 'recommended' }),
  'preset': (config) => Object.assign(config, { preset: 'layered' }),
  'architecture': (config) => Object.assign(config, { architecture: 'proposed' }),
  'include': (config) => Object.assign(config, { include: ['src/ui/**'] }),
  'exclude': (config) => Object.assign(config, { exclude: ['src/made/**'] }),
  'layers[].id': ({ layers }) => Object.assign(layers[0]!, { id: 'upper' }),
  'layers[].paths': ({ layers }) => Object.assign(layers[0]!, { paths: ['src/ui/**', 'src/made/**'] }),
  'layers[].mayUse': ({ layers }) => Object.assign(layers[0]!, { mayUse: [] }),
  'blocks[].id': ({ blocks }) => Object.assign(blocks[0]!, { id: 'pages' }),
  'blocks[].paths': ({ blocks }) => Object.assign(blocks[0]!, { paths: ['src/ui/p*'] }),
  'blocks[].layer': ({ blocks }) => Object.assign(blocks[2]!, { layer: 'low' }),
  'blocks[].face': ({ blocks }) => Object.assign(blocks[1]!, { face: ['src/core/store.ts'] }),
  'blocks[].responsibility': ({ blocks }) => Object.assign(blocks[1]!, { responsibility: 'losing values' }),
  'blocks[].input': ({ blocks }) => Object.assign(blocks[1]!, { input: 'nothing' }),
  'blocks[].output': ({ blocks }) => Object.assign(blocks[1]!, { output: 'nothing' }),
  'blocks[].dependsOn': ({ blocks }) => Object.assign(blocks[0]!, { dependsOn: [] }),
  'blocks[].version': ({ blocks }) => Object.assign(blocks[0]!, { version: '2.0.0' }),
  'blocks[].state': ({ blocks }) => Object.assign(blocks[0]!, { state: 'completed' }),
  'blocks[].budgets[].benchmark': ({ blocks }) => Object.assign(blocks[1]!, { budgets: [{ benchmark: 'load', atMost: '1 ms' }] }),
  'blocks[].budgets[].figure': ({ blocks }) => Object.assign(blocks[1]!, { budgets: [{ benchmark: 'store', figure: 'max', atMost: '1 ms' }] }),
  'blocks[].budgets[].atMost': ({ blocks }) => Object.assign(blocks[1]!, { budgets: [{ benchmark: 'store', atMost: '300 us' }] }),
  'blocks[].budgets[].atLeast': ({ blocks }) => Object.assign(blocks[1]!, { budgets: [{ benchmark: 'store', atLeast: 3000 }] }),
  'rules.CATEGORY': ({ rules: own }) => Object.assign(own, { 'quality/*': 'off' }),
  'rules.CATEGORY.severity': ({ rules: own }) => Object.assign(own, { 'quality/*': { severity: 'off' } }),
  'rules.CATEGORY.allow': ({ rules: own }) => Object.assign(own, { 'quality/*': { allow: ['src/ui/**'] } }),
  'rules.RULE': ({ rules: own }) => Object.assign(own, { 'architecture/private-import': 'info' }),
  'rules.RULE.severity': ({ rules: own }) => Object.assign(own, { 'architecture/private-import': { severity: 'info' } }),
  'rules.RULE.allow': ({ rules: own }) => Object.assign(own, { 'architecture/private-import': { severity: 'warning', allow: ['src/ui/**'] } }),
  'overrides[].paths': ({ overrides }) => Object.assign(overrides[0]!, { paths: ['src/ui/**'] }),
  'overrides[].rules.CATEGORY': ({ overrides }) => Object.assign(overrides[0]!, { rules: { 'quality/*': 'info' } }),
  'overrides[].rules.CATEGORY.severity': ({ overrides }) => Object.assign(overrides[0]!, { rules: { 'quality/*': { severity: 'info' } } }),
  'overrides[].rules.CATEGORY.allow': ({ overrides }) => overrides.push({ paths: ['src/ui/**'], rules: { 'quality/*': { allow: ['src/ui/**'] } } }),
  'overrides[].rules.RULE': ({ overrides }) => overrides.push({ paths: ['src/ui/**'], rules: { 'architecture/private-import': 'info' } }),
  'overrides[].rules.RULE.severity': ({ overrides }) =>
    overrides.push({ paths: ['src/ui/**'], rules: { 'architecture/private-import': { severity: 'info' } } }),
  'overrides[].rules.RULE.allow': ({ overrides }) =>
    overrides.push({ paths: ['src/ui/**'], rules: { 'architecture/private-import': { allow: ['src/ui/**'] } } }),
  'review.failUnder': ({ review }) => Object.assign(review, { failUnder: 100 }),
  'review.coverage': ({ review }) => Object.assign(review, { coverage: ['evidence/more.info'] }),
  'review.junit': ({ review }) => Object.assign(review, { junit: ['evidence/tests.xml'] }),
  'review.reports': ({ review }) => Object.assign(review, { reports: ['evidence/mypy.txt'] }),
  'review.benchmarks': ({ review }) => Object.assign(review, { benchmarks: ['evidence/some.json'] }),
  'tracking.issuePattern': ({ tracking }) => Object.assign(tracking, { issuePattern: '#[0-9]+' }),
  'tracking.mainBranch': ({ tracking }) => Object.assign(tracking, { mainBranch: 'other' }),
  'tracking.timeZone': ({ tracking }) => Object.assign(tracking, { timeZone: 'Pacific/Kiritimati' }),
  'tracking.deploymentTags': ({ tracking }) => Object.assign(tracking, { deploymentTags: '^live$' }),
  'tracking.jira.host': ({ tracking }) => Object.assign(tracking.jira, { host: 'https://other.example' }),
  'tracking.jira.project': ({ tracking }) => Object.assign(tracking.jira, { project: 'OTHER' }),
  'tracking.jira.source': ({ tracking }) => Object.assign(tracking.jira, { source: 'web' }),
  'tracking.jira.fields.NAME': ({ tracking }) => Object.assign(tracking.jira, { fields: { Priority: null } }),
  'tracking.jira.statuses.NAME': ({ tracking }) => Object.assign(tracking.jira, { statuses: { 'To Do': 'In Review' } }),
  'tracking.jira.types.NAME': ({ tracking }) => Object.assign(tracking.jira, { types: { Task: 'Story' } }),
  'review.minimumCoverage': ({ review }) => Object.assign(review, { minimumCoverage: 60 }),
  'review.rehearsal.commands': ({ review }) => Object.assign(review, { rehearsal: { commands: [[process.execPath, '--version']] } }),
  'review.rehearsal.minutes': ({ review }) => Object.assign(review['rehearsal'] as object, { minutes: 0.001 }),
  'gates.NAME.preset': ({ gates }) => Object.assign(gates['g']!, { preset: 'data' }),
  'gates.NAME.file': ({ gates }) => Object.assign(gates['g']!, { file: 'evidence/more.json' }),
  'gates.NAME.conditions[].metric': ({ gates }) => Object.assign(gates['g']!.conditions[0]!, { metric: 'recall' }),
  'gates.NAME.conditions[].operator': ({ gates }) => Object.assign(gates['g']!.conditions[0]!, { operator: '<' }),
  'gates.NAME.conditions[].threshold': ({ gates }) => Object.assign(gates['g']!.conditions[0]!, { threshold: 0.8 }),
  'gates.NAME.conditions[].severity': ({ gates }) => Object.assign(gates['g']!.conditions[0]!, { threshold: 0.8, severity: 'warning' }),
  'gates.NAME.conditions[].file': ({ gates }) => Object.assign(gates['g']!.conditions[0]!, { file: 'evidence/more.json' }),
};

/** Editors read it; Archwright does not. */
const OF_EDITORS = '$schema';

/** Commands that read a setting, by how it begins; the review reads all others. */
const READERS: Readonly<Record<string, typeof reviewOutcome>> = {
  'gates': gateOutcome, 'tracking.jira': syncOutcome, 'tracking': trackOutcome, 'review.rehearsal': rehearseOutcome,
};

/** Being refused is what they are for. */
const REFUSING = ['version', 'tracking.jira.host', 'tracking.jira.project'];

interface Outcome { status: number; said: string }

function run(folder: string, environment: Record<string, string>, ...args: string[]): Promise<Outcome & { stdout: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...environment } }, (error, stdout, stderr) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, stdout, said: `${stdout}${stderr}` });
    });
  });
}

/** All that a command says with this configuration. */
async function outcomeOf(config: object, ...command: string[]): Promise<Outcome> {
  const folder = temporaryFolder(FILES);
  writeIn(folder, 'archwright.jsonc', JSON.stringify(config));
  const { status, stdout, said } = await run(folder, {}, ...command, '--format', 'json', '--no-cache');
  const report = stdout === '' ? {} : timeless(stdout);
  return { status, said: JSON.stringify({ report, said: said.slice(stdout.length) }) };
}

function reviewOutcome(config: object): Promise<Outcome> {
  return outcomeOf(config, 'review', '.');
}

function gateOutcome(config: object): Promise<Outcome> {
  return outcomeOf(config, 'gate');
}

/** How the rehearsal of a rollback goes with this configuration. */
async function rehearseOutcome(config: object): Promise<Outcome> {
  const folder = temporaryFolder(FILES);
  writeIn(folder, 'archwright.jsonc', JSON.stringify(config));
  commitAll(folder, 'first');
  writeIn(folder, 'src/core/store.ts', 'export const store = 1;\n');
  commitAll(folder, 'second');
  const { status, stdout, said } = await run(folder, {}, 'rollback', 'core', '.', '--to', 'HEAD~1', '--rehearse', '--format', 'json');
  const { rehearsal } = JSON.parse(stdout) as RollbackPlan;
  return { status, said: rehearsal === null ? said : JSON.stringify(rehearsal.commands.map(({ command, outcome }) => [command, outcome])) };
}

/** All that the log of a repository with this configuration, and the report on it, say. */
async function trackOutcome(config: object): Promise<Outcome> {
  const folder = temporaryFolder(FILES);
  writeIn(folder, 'archwright.jsonc', JSON.stringify(config));
  commitAll(folder, 'SHOP-1 for #7');
  gitIn(folder, 'checkout', '-q', '-b', 'other');
  gitIn(folder, 'commit', '-q', '--allow-empty', '-m', 'SHOP-2 for #8');
  gitIn(folder, 'tag', 'live');
  const imported = await run(folder, {}, 'track', 'import');
  const { issues } = JSON.parse((await run(folder, {}, 'track', 'list', '--format', 'json')).stdout) as { issues: Record<string, unknown>[] };
  const { timeZone, kpi } = JSON.parse((await run(folder, {}, 'track', 'report', '--kind', 'kpi', '--format', 'json')).stdout) as Progress;
  return { status: imported.status, said: JSON.stringify([issues.map(({ issueKey, status }) => [issueKey, status]), timeZone, kpi?.delivery?.deployments]) };
}

/** All that a sync does with this configuration: the requests that write, without what another port or order makes different. */
async function syncOutcome(config: object): Promise<Outcome> {
  const jira = new JiraServer();
  const served = await serveJira(jira);
  try {
    const folder = temporaryFolder(FILES);
    writeIn(folder, 'archwright.jsonc', JSON.stringify(config));
    writeIn(folder, 'logs/project_tracking.csv', 'Issue Key,Summary,Issue Type,Status,Priority\n#1,a,Task,To Do,High\n');
    const env = { ARCHWRIGHT_JIRA_HOST: served.base, ARCHWRIGHT_JIRA_TOKEN: 'x' };
    const { status, said } = await run(folder, env, 'track', 'sync', '--apply');
    return { status, said: JSON.stringify([said.replaceAll(served.base, ''), jira.issues.map(({ indexed: _, properties, ...issue }) => [issue, properties])]) };
  } finally {
    served.close();
  }
}

/** Settings whose change shows nowhere. */
async function unread(settings: readonly string[], changes: typeof CHANGES): Promise<string[]> {
  const readers = [reviewOutcome, ...Object.values(READERS)];
  const bases = new Map(await Promise.all(readers.map(async (outcomeOf) => [outcomeOf, await outcomeOf(BASE)] as const)));
  for (const { status, said } of bases.values()) assert.equal(status, 0, said);
  const found: string[] = [];
  const waiting = settings.filter((setting) => setting !== OF_EDITORS);
  const work = async (): Promise<void> => {
    for (let setting = waiting.shift(); setting !== undefined; setting = waiting.shift()) {
      const config = structuredClone(BASE);
      const outcomeOf = READERS[Object.keys(READERS).find((start) => setting === start || setting.startsWith(`${start}.`)) ?? ''] ?? reviewOutcome;
      const base = bases.get(outcomeOf)!;
      const changed = changes[setting]?.(config) === undefined ? base : await outcomeOf(config);
      // A setting that is refused was not read.
      const refused = changed.status === 2 && !REFUSING.includes(setting);
      if (refused || (changed.status === base.status && changed.said === base.said)) found.push(setting);
    }
  };
  await Promise.all([work(), work(), work()]);
  return found;
}

describe('settings of archwright.jsonc', () => {
  after(removeTemporaryFolders);
  const schema = configJsonSchema(rules.map(({ meta }) => meta)) as Schema;

  it('are all read', async function () {
    this.timeout(180_000);
    const settings = settingsOf(schema);
    assert.ok(settings.length > 25, settings.join('\n'));
    assert.deepEqual(await unread(settings, CHANGES), []);
    assert.deepEqual(Object.keys(CHANGES).filter((setting) => !settings.includes(setting)), [], 'settings that are gone');
  });

  it('are reported when nothing reads them', async function () {
    this.timeout(60_000);
    const invented = {
      ...schema,
      properties: {
        ...schema.properties,
        wombat: { type: 'string' },
        review: { properties: { ...schema.properties!['review']!.properties, wombats: { type: 'number' } } },
      },
    };
    const settings = settingsOf(invented).filter((setting) => setting.includes('wombat'));
    assert.deepEqual(settings.sort(), ['review.wombats', 'wombat']);
    // One has no change; the change of the other is accepted, as `$schema` is, and shows nowhere.
    assert.deepEqual((await unread(settings, { wombat: (config) => Object.assign(config, { $schema: 'wombat' }) })).sort(), ['review.wombats', 'wombat']);
  });
});
