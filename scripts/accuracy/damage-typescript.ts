/** Faults in TypeScript, each with its twin without the fault. */
import { layersIn, TITLES, twins, type DamageKind, type Plant } from './damage-kinds.ts';

const name = ({ word, number }: Plant): string => `${word}${number}`;

const save = (plant: Plant, ...handler: string[]): string => `
/** Saves one ${plant.word}. */
export async function save_${name(plant)}(store: { insert(row: object): Promise<void> }, row: object): Promise<void> {
  try {
    await store.insert(row)
  ${handler.join('\n  ')}
}
`;

// The names of imports carry the number of the place, because a file may get several functions.
const keep = (plant: Plant, write: string): string => `
import { writeFileSync as writeNow${plant.number} } from 'node:fs'
import { writeFile as writeSoon${plant.number} } from 'node:fs/promises'

/** Keeps one ${plant.word}. */
export async function keep_${name(plant)}(target: string, content: string): Promise<void> {
  ${write}
}

/** Keeps one ${plant.word} before the program ends. */
export const keepLast_${name(plant)} = { now: writeNow${plant.number}, soon: writeSoon${plant.number} }
`;

const owners = (plant: Plant, ...queries: string[]): string => `
import { Pool as Pool${plant.number} } from 'pg'

const pool${plant.number} = new Pool${plant.number}()

/** Names of the owners of each ${plant.word}. */
export async function ownersOf_${name(plant)}(ids: string[]): Promise<string[]> {
  const names: string[] = []
  ${queries.join('\n  ')}
  return names
}
`;

const find = (plant: Plant, query: string): string => `
import { Pool as Pool${plant.number} } from 'pg'
import type { Request as Request${plant.number}, Response as Response${plant.number} } from 'express'

const pool${plant.number} = new Pool${plant.number}()

/** Sends the ${plant.word} that was asked for. */
export async function find_${name(plant)}(req: Request${plant.number}, res: Response${plant.number}): Promise<void> {
  const { rows } = await pool${plant.number}.query(${query})
  res.json(rows)
}
`;

const log = (plant: Plant, field: string): string => `
import pino${plant.number} from 'pino'

/** Notes the first ${plant.word} of a user. */
export function welcome_${name(plant)}(user: { id: string; email: string }): void {
  pino${plant.number}().info({ who: user.${field} }, 'first ${plant.word}')
}
`;

const test = (plant: Plant, ending: string): string => `import { expect, it } from 'vitest'

it('adds one ${name(plant)}', () => {
  const total = [${plant.number}, 2].reduce((sum, each) => sum + each, 0)
  ${ending}
})
`;

/** A module that imports a constant and makes another of it. */
const module = (imported: string, title: string, constant: string): string => `${imported}

/** ${title}. */
export const ${constant}
`;

/** A block with a file that others may import. */
const room = (number: number): Record<string, string> => ({
  [`src/part-${number}/core.ts`]: `/** Core of part ${number}. */\nexport const core: string = '${number}'\n`,
});

export const TYPESCRIPT_KINDS: readonly DamageKind[] = [
  {
    id: 'swallowed-error', ...TITLES['swallowed-error'], place: 'function',
    sound: (plant) => save(plant, '} catch (error) {', `  throw new Error('${plant.word} not saved', { cause: error })`, '}'),
    faulty: (plant) => save(plant, '} catch {', '', '}'),
  },
  {
    id: 'blocking-call', ...TITLES['blocking-call'], place: 'function',
    sound: (plant) => keep(plant, `await writeSoon${plant.number}(target, content)`),
    faulty: (plant) => keep(plant, `writeNow${plant.number}(target, content)`),
  },
  {
    id: 'query-per-item', ...TITLES['query-per-item'], place: 'function',
    sound: (plant) => owners(
      plant, `const { rows } = await pool${plant.number}.query('SELECT name FROM ${plant.word}s WHERE id = ANY($1)', [ids])`,
      'for (const row of rows) {', '  names.push(row.name)', '}',
    ),
    faulty: (plant) => owners(
      plant, 'for (const id of ids) {', `  const { rows } = await pool${plant.number}.query('SELECT name FROM ${plant.word}s WHERE id = $1', [id])`,
      '  names.push(rows[0].name)', '}',
    ),
  },
  {
    id: 'sql-injection', ...TITLES['sql-injection'], place: 'function',
    sound: (plant) => find(plant, `'SELECT * FROM ${plant.word}s WHERE id = $1', [req.params.id]`),
    faulty: (plant) => find(plant, `\`SELECT * FROM ${plant.word}s WHERE id = \${req.params.id}\``),
  },
  {
    id: 'personal-data', ...TITLES['personal-data'], place: 'function',
    sound: (plant) => log(plant, 'id'),
    faulty: (plant) => log(plant, 'email'),
  },
  {
    id: 'unchecked-test', ...TITLES['unchecked-test'], place: 'files', needsCoverage: true,
    ...twins((plant, faulty) => ({
      [`test/sum-${name(plant)}.test.ts`]: test(plant, faulty ? "console.log('summed')" : `expect(total).toBe(${plant.number + 2})`),
    })),
  },
  {
    id: 'layer-crossing', ...TITLES['layer-crossing'], place: 'files',
    setting: (_, folders) => ({ 'archwright.jsonc': layersIn('shop', folders) }),
    ...twins((plant, faulty) => {
      const page = faulty ? `import { rows as names } from '../stores/${name(plant)}-rows'` : `import { names } from '../services/${name(plant)}'`;
      return {
        [`shop/stores/${name(plant)}-rows.ts`]: `/** Rows of each ${plant.word}. */\nexport const rows: string[] = ['${name(plant)}']\n`,
        [`shop/services/${name(plant)}.ts`]: module(
          `import { rows } from '../stores/${name(plant)}-rows'`, `Names of each ${plant.word}`, 'names: string[] = [...rows]',
        ),
        [`shop/pages/${name(plant)}-page.ts`]: module(page, `Page of each ${plant.word}`, "page: string = names.join(', ')"),
      };
    }),
  },
  {
    id: 'block-cycle', ...TITLES['block-cycle'], place: 'files', setting: room,
    ...twins((plant, faulty) => {
      const next = plant.number + 1;
      const core = (number: number): string => `import { core } from '../part-${number}/core'`;
      return {
        ...room(plant.number),
        [`src/part-${plant.number}/front.ts`]: module(core(next), `Front of part ${plant.number}`, 'front: string = core'),
        // The next part asks back, or asks itself.
        [`src/part-${next}/back.ts`]: module(core(faulty ? plant.number : next), `Back of part ${next}`, 'back: string = core'),
      };
    }),
  },
];
