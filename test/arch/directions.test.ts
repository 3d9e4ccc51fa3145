/** Which part may import which: the table of ARCHITECTURE.md, held against the sources. */
import assert from 'node:assert/strict';
import { factsOf, importsOf, sourcesOf, type Import } from './sources.ts';

const KIT = 'server/rules/kit';
/** What the two faces put together; the rest of the program they reach through it. */
const FACE = ['server/compose', 'server/report', 'server/tracking', 'server/protocol', 'server/engine', 'server/host', 'server/config', 'server/facts', 'server/graph', 'server/score', KIT, 'server/rules/registry'];

/** By part: the parts that it may import besides itself. A part that is not listed may not exist. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'server/facts': [],
  'server/protocol': ['server/facts'],
  'server/languages/*': ['server/facts'],
  'server/secrets': ['server/facts'],
  'server/graph': ['server/facts'],
  [KIT]: ['server/facts', 'server/graph'],
  'server/rules/*': [KIT, 'server/facts', 'server/graph'],
  'server/rules/registry': [KIT, 'server/rules/*'],
  'server/engine': ['server/facts', 'server/graph', KIT, 'server/score', 'server/protocol'],
  'server/score': [KIT, 'server/protocol'],
  'server/report': [KIT, 'server/protocol', 'server/graph', 'server/score'],
  'server/config': ['server/facts', 'server/graph', KIT],
  'server/evidence': ['server/facts', KIT],
  'server/host': ['server/engine', 'server/facts'],
  'server/tracking': ['server/host', 'server/protocol'],
  'server/compose': ['server/config', 'server/engine', 'server/evidence', 'server/facts', 'server/graph', 'server/host', 'server/languages/*', 'server/protocol', 'server/report', KIT, 'server/rules/registry', 'server/score', 'server/secrets', 'server/tracking'],
  'server/lsp': FACE,
  'server/cli': FACE,
  'server/worker': ['server/compose', 'server/host'],
  client: ['server/protocol'],
  media: ['server/protocol'],
  scripts: ['server/config', 'server/facts', KIT, 'server/rules/registry', 'server/score', 'server/protocol', 'test/kit', 'test/panel'],
};

/** Single imports that the table does not allow, each with its reason. */
const EXCEPTIONS: readonly { from: RegExp; to: RegExp; why: string }[] = [
  { from: /^media\//, to: /^server\/report\/(mermaid|diagram)[\w-]*\.ts$/, why: 'the panel draws the same picture as the program; these modules are pure' },
];

/** `*` in the table is any folder in this place; a rule is a part of its own. */
function partOf(file: string): string {
  const parts = file.replace(/\.[cm]?tsx?$/, '').split('/');
  if (parts[0] === 'test') return parts.slice(0, 2).join('/');
  if (parts[0] !== 'server') return parts[0]!;
  if (parts[1] === 'rules' && parts[2] !== 'kit' && parts.length > 3) return parts.slice(0, 4).join('/');
  return parts.slice(0, parts[1] === 'languages' || parts[1] === 'rules' ? 3 : 2).join('/');
}

function rowOf(part: string): string {
  if (part in MAY_IMPORT) return part;
  if (part.startsWith('server/languages/')) return 'server/languages/*';
  return /^server\/rules\/[^/]+\/[^/]+$/.test(part) ? 'server/rules/*' : part;
}

/** What is wrong with an import, or null. */
export function wrongDirection({ from, to, own }: Import): string | null {
  const [a, b] = [partOf(from), partOf(to)];
  if (!own || a === b) return null;
  if (EXCEPTIONS.some((exception) => exception.from.test(from) && exception.to.test(to))) return null;
  const allowed = MAY_IMPORT[rowOf(a)];
  return allowed?.includes(rowOf(b)) === true ? null : `${a} may not import ${b}`;
}

describe('import directions', () => {
  const imports = sourcesOf(['server', 'client', 'media', 'scripts'], /(?<!\.d)\.tsx?$/).flatMap((source) => importsOf(factsOf(source)));

  it('are those of the table', () => {
    const wrong = imports.map((each) => ({ each, fault: wrongDirection(each) })).filter(({ fault }) => fault !== null);
    assert.deepEqual(wrong.map(({ each, fault }) => `${each.from}:${each.line} ${fault} (${each.to})`), []);
  });

  it('have no row and no exception that nothing needs', () => {
    const parts = new Set(imports.flatMap(({ from, to, own }) => (own ? [from, to] : [from])).map((file) => rowOf(partOf(file))));
    assert.deepEqual(Object.keys(MAY_IMPORT).filter((row) => !parts.has(row)), []);
    assert.deepEqual(EXCEPTIONS.filter(({ from, to }) => !imports.some((each) => from.test(each.from) && to.test(each.to))), []);
  });

  it('read the sources at all', () => assert.ok(imports.length > 500, `${imports.length} imports`));

  for (const [from, to, fault] of [
    ['server/rules/security/container.ts', 'server/rules/security/weak-crypto.ts', true],
    ['server/rules/security/container.ts', 'server/rules/kit/rule.ts', false],
    ['server/graph/build.ts', 'server/host/git.ts', true],
    ['server/cli/main.ts', 'server/lsp/session.ts', true],
    ['server/languages/python/adapter.ts', 'server/languages/typescript/adapter.ts', true],
    ['client/extension.ts', 'server/engine/report.ts', true],
    ['media/app.tsx', 'server/report/html.ts', true],
    ['server/compose/tools.ts', 'server/rules/security/container.ts', true],
    ['server/facts/span.ts', 'test/kit/compile.ts', true],
  ] as const) {
    it(`${fault ? 'refuse' : 'allow'} ${from} -> ${to}`, () => assert.equal(wrongDirection({ from, to, own: true, line: 1 }) !== null, fault));
  }
});
