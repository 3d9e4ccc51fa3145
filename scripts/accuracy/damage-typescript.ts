/** Faults in TypeScript, each with its twin without the fault. */
import { layersIn, TITLES, type DamageKind, type Plant } from './damage-kinds.ts';

const name = ({ word, number }: Plant): string => `${word}${number}`;
const text = (...lines: string[]): string => `${lines.join('\n')}\n`;

function save(plant: Plant, ...handler: string[]): string {
  return text(
    '', `/** Saves one ${plant.word}. */`, `export async function save_${name(plant)}(store: { insert(row: object): Promise<void> }, row: object): Promise<void> {`,
    '  try {', '    await store.insert(row)', ...handler.map((line) => `  ${line}`), '}',
  );
}

function keep(plant: Plant, write: string): string {
  return text(
    '', `import { writeFileSync as writeNow${plant.number} } from 'node:fs'`, `import { writeFile as writeSoon${plant.number} } from 'node:fs/promises'`,
    '', `/** Keeps one ${plant.word}. */`, `export async function keep_${name(plant)}(target: string, content: string): Promise<void> {`, `  ${write}`, '}',
    '', `/** Keeps one ${plant.word} before the program ends. */`, `export const keepLast_${name(plant)} = { now: writeNow${plant.number}, soon: writeSoon${plant.number} }`,
  );
}

function owners(plant: Plant, ...queries: string[]): string {
  return text(
    '', `import { Pool as Pool${plant.number} } from 'pg'`, '', `const pool${plant.number} = new Pool${plant.number}()`, '', `/** Names of the owners of each ${plant.word}. */`,
    `export async function ownersOf_${name(plant)}(ids: string[]): Promise<string[]> {`, '  const names: string[] = []', ...queries.map((line) => `  ${line.replaceAll('POOL', `pool${plant.number}`)}`), '  return names', '}',
  );
}

function find(plant: Plant, query: string): string {
  return text(
    '', `import { Pool as Pool${plant.number} } from 'pg'`, `import type { Request as Request${plant.number}, Response as Response${plant.number} } from 'express'`, '', `const pool${plant.number} = new Pool${plant.number}()`,
    '', `/** Sends the ${plant.word} that was asked for. */`, `export async function find_${name(plant)}(req: Request${plant.number}, res: Response${plant.number}): Promise<void> {`,
    `  const { rows } = await pool${plant.number}.query(${query})`, '  res.json(rows)', '}',
  );
}

function log(plant: Plant, field: string): string {
  return text(
    '', `import pino${plant.number} from 'pino'`, '', `/** Notes the first ${plant.word} of a user. */`, `export function welcome_${name(plant)}(user: { id: string; email: string }): void {`,
    `  pino${plant.number}().info({ who: user.${field} }, 'first ${plant.word}')`, '}',
  );
}

export const TYPESCRIPT_KINDS: readonly DamageKind[] = [
  {
    id: 'swallowed-error', ...TITLES['swallowed-error'], place: 'function',
    sound: (plant) => save(plant, '} catch (error) {', `  throw new Error('${plant.word} not saved', { cause: error })`, '}'),
    faulty: (plant) => save(plant, '} catch {', '', '}'),
  },
  { id: 'blocking-call', ...TITLES['blocking-call'], place: 'function', sound: (plant) => keep(plant, `await writeSoon${plant.number}(target, content)`), faulty: (plant) => keep(plant, `writeNow${plant.number}(target, content)`) },
  {
    id: 'query-per-item', ...TITLES['query-per-item'], place: 'function',
    sound: (plant) => owners(plant, `const { rows } = await POOL.query('SELECT name FROM ${plant.word}s WHERE id = ANY($1)', [ids])`, 'for (const row of rows) {', '  names.push(row.name)', '}'),
    faulty: (plant) => owners(plant, 'for (const id of ids) {', `  const { rows } = await POOL.query('SELECT name FROM ${plant.word}s WHERE id = $1', [id])`, '  names.push(rows[0].name)', '}'),
  },
  {
    id: 'sql-injection', ...TITLES['sql-injection'], place: 'function',
    sound: (plant) => find(plant, `'SELECT * FROM ${plant.word}s WHERE id = $1', [req.params.id]`),
    faulty: (plant) => find(plant, `\`SELECT * FROM ${plant.word}s WHERE id = \${req.params.id}\``),
  },
  { id: 'personal-data', ...TITLES['personal-data'], place: 'function', sound: (plant) => log(plant, 'id'), faulty: (plant) => log(plant, 'email') },
  {
    id: 'unchecked-test', ...TITLES['unchecked-test'], place: 'files', needsCoverage: true,
    ...both((plant, faulty) => ({
      [`test/sum-${name(plant)}.test.ts`]: text(
        "import { expect, it } from 'vitest'", '', `it('adds one ${name(plant)}', () => {`, `  const total = [${plant.number}, 2].reduce((sum, each) => sum + each, 0)`, faulty ? "  console.log('summed')" : `  expect(total).toBe(${plant.number + 2})`, '})',
      ),
    })),
  },
  {
    id: 'layer-crossing', ...TITLES['layer-crossing'], place: 'files',
    setting: (_, folders) => ({ 'archwright.jsonc': layersIn('shop', folders) }),
    ...both((plant, faulty) => ({
      [`shop/stores/${name(plant)}-rows.ts`]: text(`/** Rows of each ${plant.word}. */`, `export const rows: string[] = ['${name(plant)}']`),
      [`shop/services/${name(plant)}.ts`]: text(`import { rows } from '../stores/${name(plant)}-rows'`, '', `/** Names of each ${plant.word}. */`, 'export const names: string[] = [...rows]'),
      [`shop/pages/${name(plant)}-page.ts`]: text(faulty ? `import { rows as names } from '../stores/${name(plant)}-rows'` : `import { names } from '../services/${name(plant)}'`, '', `/** Page of each ${plant.word}. */`, "export const page: string = names.join(', ')"),
    })),
  },
  {
    id: 'block-cycle', ...TITLES['block-cycle'], place: 'files', setting: room,
    ...both((plant, faulty) => ({
      ...room(plant.number),
      [`src/part-${plant.number}/front.ts`]: text(`import { core } from '../part-${plant.number + 1}/core'`, '', `/** Front of part ${plant.number}. */`, 'export const front: string = core'),
      // The next part asks back, or asks itself.
      [`src/part-${plant.number + 1}/back.ts`]: text(`import { core } from '../part-${faulty ? plant.number : plant.number + 1}/core'`, '', `/** Back of part ${plant.number + 1}. */`, 'export const back: string = core'),
    })),
  },
];

/** A block with a file that others may import. */
function room(number: number): Record<string, string> {
  return { [`src/part-${number}/core.ts`]: text(`/** Core of part ${number}. */`, `export const core: string = '${number}'`) };
}

function both(files: (plant: Plant, faulty: boolean) => Record<string, string>): { sound: (plant: Plant) => Record<string, string>; faulty: (plant: Plant) => Record<string, string> } {
  return { sound: (plant) => files(plant, false), faulty: (plant) => files(plant, true) };
}
