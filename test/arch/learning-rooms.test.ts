/** The rooms of the analysis that follows data: the table of ARCHITECTURE.md, held against the sources. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SHIPPED } from '../../server/languages/python/learning/knowledge/libraries.ts';
import { factsOf, importsOf, ROOT, sourcesOf } from './sources.ts';

const LEARNING = 'server/languages/python/learning';

/** By room: the rooms that it may import besides itself. */
function tableOf(markdown: string): Map<string, string[]> {
  const section = /^## Following data\n([\s\S]*?)^## /m.exec(markdown)?.[1] ?? '';
  return new Map(
    [...section.matchAll(/^\| `(\w+)` \| .+? \| (.+?) \|$/gm)].map(([, room = '', cell = '']) => [
      room,
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
    ]),
  );
}

const TABLE = tableOf(readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8'));
/** The room of a file; null for the entry and for files elsewhere. */
const roomOf = (file: string): string | null => new RegExp(`^${LEARNING}/(\\w+)/`).exec(file)?.[1] ?? null;
const isAllowed = (from: string, to: string): boolean => from === to || TABLE.get(from)?.includes(to) === true;

describe('rooms of the data analysis', () => {
  const sources = sourcesOf([LEARNING], /\.ts$/);
  const imports = sources.flatMap((source) => importsOf(factsOf(source))).filter(({ own }) => own);
  const between = imports.flatMap(({ from, to, line }) => {
    const [a, b] = [roomOf(from), roomOf(to)];
    return a === null || b === null ? [] : [{ a, b, place: `${from}:${line}`, to }];
  });

  it('are those of the table', () => {
    const rooms = new Set(sources.flatMap(({ path: file }) => roomOf(file) ?? []));
    assert.deepEqual([...TABLE.keys()].sort(), [...rooms].sort());
    assert.ok(rooms.size >= 5, [...rooms].join());
  });

  it('import only what the table allows', () => {
    assert.deepEqual(between.filter(({ a, b }) => !isAllowed(a, b)).map(({ place, to }) => `${place} imports ${to}`), []);
  });

  it('use every direction that the table allows', () => {
    const used = new Set(between.map(({ a, b }) => `${a} -> ${b}`));
    const allowed = [...TABLE].flatMap(([room, targets]) => targets.map((target) => `${room} -> ${target}`));
    assert.deepEqual(allowed.filter((each) => !used.has(each)), []);
  });

  it('are imported from outside only through their entry', () => {
    const outside = sourcesOf(['server', 'client', 'scripts'], /(?<!\.d)\.tsx?$/).filter(
      ({ path: file, text }) => !file.startsWith(`${LEARNING}/`) && text.includes('/learning/'),
    );
    const inside = outside.flatMap((source) => importsOf(factsOf(source))).filter(({ to }) => to.startsWith(`${LEARNING}/`));
    assert.deepEqual([...new Set(inside.map(({ to }) => to))], [`${LEARNING}/read-learning.ts`]);
  });

  it('name no library class outside the knowledge', () => {
    const listed = new Set(
      SHIPPED.flatMap(({ names = {} }) => Object.values(names))
        .flatMap((text) => text.split(/\s+/))
        .filter((name) => /^[A-Z]\w{2,}$/.test(name)),
    );
    assert.ok(listed.has('StandardScaler') && listed.size > 150, `${listed.size}`);
    const named = sources.filter(({ path: file }) => roomOf(file) === 'interpreter')
      .flatMap(({ path: file, text }) => [...text.matchAll(/'(\w+)'/g)].filter(([, name]) => listed.has(name!)).map(([, name]) => `${file} names ${name}`));
    assert.deepEqual(named, []);
  });

  for (const [from, to, allowed] of [
    ['domain', 'interpreter', false],
    ['domain', 'knowledge', false],
    ['domain', 'verdicts', false],
    ['knowledge', 'interpreter', false],
    ['knowledge', 'domain', true],
    ['verdicts', 'interpreter', false],
    ['interpreter', 'verdicts', false],
    ['interpreter', 'knowledge', true],
    ['verdicts', 'domain', true],
  ] as const) {
    it(`${allowed ? 'allow' : 'refuse'} ${from} -> ${to}`, () => assert.equal(isAllowed(from, to), allowed));
  }
});
