/** Generates a layered TypeScript workspace of a given size. The same numbers give the same files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { numbers } from './shared.ts';

const LAYERS = ['presentation', 'business', 'data', 'infrastructure'] as const;

export interface GeneratedWorkspace {
  files: number;
  bytes: number;
  /** Relative paths of the generated sources. */
  paths: string[];
}

/**
 * @param root empty folder that receives the workspace
 * @param count number of source files
 * @param bytes approximate total size
 * @param orderly true for imports that go only one layer down, or to earlier files of the same folder: no cycles, no violations
 */
export function generateWorkspace(root: string, count: number, bytes: number, orderly = false): GeneratedWorkspace {
  const random = numbers(20261123);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const paths: string[] = [];
  const byLayer = new Map<string, string[]>(LAYERS.map((layer) => [layer, []]));
  for (let index = 0; index < count; index++) {
    const layer = LAYERS[index % LAYERS.length]!;
    const path = `src/${layer}/feature${Math.floor(index / LAYERS.length) % 40}/module${index}.ts`;
    paths.push(path);
    byLayer.get(layer)!.push(path);
  }
  let written = 0;
  const target = bytes / count;
  paths.forEach((path, index) => {
    const text = moduleText(path, index, target, { random, pick, byLayer, paths, orderly });
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    written += Buffer.byteLength(text);
  });
  writeFileSync(join(root, 'package.json'), '{ "name": "bench-workspace", "version": "1.0.0", "type": "module" }\n');
  writeFileSync(join(root, 'tsconfig.json'), '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "strict": true, "paths": { "@/*": '
    + '["./src/*"] } }, "include": ["src"] }\n');
  writeFileSync(join(root, 'archwright.jsonc'), `${JSON.stringify({ preset: 'layered' }, null, 2)}\n`);
  return { files: count, bytes: written, paths };
}

interface Surroundings {
  random: () => number;
  pick: <Item>(list: readonly Item[]) => Item;
  byLayer: ReadonlyMap<string, string[]>;
  paths: readonly string[];
  orderly: boolean;
}

function moduleText(path: string, index: number, target: number, { random, pick, byLayer, paths, orderly }: Surroundings): string {
  const layer = LAYERS.findIndex((each) => path.startsWith(`src/${each}/`));
  const lines: string[] = [];
  const used: number[] = [];
  const imports = 2 + Math.floor(random() * 6);
  for (let each = 0; each < imports; each++) {
    // Mostly one layer down, sometimes a neighbour, occasionally against the direction.
    const chance = random();
    const other =
      chance < 0.7 ? pick(byLayer.get(LAYERS[Math.min(layer + 1, LAYERS.length - 1)]!)!) : chance < 0.98 ? pick(byLayer.get(LAYERS[layer]!)!) : pick(paths);
    const number = Number(/module(\d+)\.ts$/.exec(other)![1]);
    // Within a layer, with few exceptions, only earlier files are imported: cycles are rare, as in real code.
    const below = byLayer.get(LAYERS[layer + 1] ?? '')?.includes(other) === true;
    if (orderly && !below && (dirname(other) !== dirname(path) || number > index)) continue;
    if (number === index || used.includes(number) || (!below && number > index && random() > 0.01)) continue;
    used.push(number);
    const specifier = random() < 0.3 ? `@/${other.slice('src/'.length, -'.ts'.length)}` : relativeSpecifier(path, other);
    lines.push(`import { compute${number}, type Record${number} } from '${specifier}';`);
  }
  lines.push('', `export interface Record${index} {`, '  id: string;', '  amount: number;', '  tags: readonly string[];', '}', '');
  lines.push(
    `/** Works out the total of module ${index}. */`,
    `export function compute${index}(records: readonly Record${index}[], factor: number): number {`,
    '  let total = 0;',
    '  for (const record of records) {',
    '    if (record.tags.length > 0 && ' + 'record.amount > factor) total += record.amount * factor;',
    '  }',
  );
  for (const number of used)
    lines.push(`  total += compute${number}(records as unknown as readonly Record${number}[], factor + ${Math.floor(random() * 100)});`);
  lines.push('  return total;', '}', '');
  let size = lines.join('\n').length;
  for (let part = 0; size < target - 1500; part++) {
    const text = blockText(index, part, random);
    lines.push(text);
    size += text.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

/** A class of ordinary business code; names and numbers differ so that it does not count as duplicate. */
function blockText(index: number, part: number, random: () => number): string {
  const name = `Service${index}Part${part}`;
  const word = (): string => ['order', 'invoice', 'customer', 'shipment', 'payment', 'ledger', 'account', 'ticket'][Math.floor(random() * 8)]!;
  const methods = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, at) => {
    const [a, b] = [word(), word()];
    const limit = Math.floor(random() * 1000);
    return `
  /** Handles the ${a} and its ${b}. */
  public async ${a}${at}With${b}${limit}(input: { ${a}Id: string; count: number }, retry = ${at}): Promise<string> {
    const ${b}Key = \`${a}:\${input.${a}Id}:${limit}\`;
    if (input.count > ${limit}) {
      const cached = this.entries.get(${b}Key);
      if (cached !== undefined && retry > ${at}) return cached.join('-');
    }
    try {
      const parts = input.${a}Id.split('/').map((each) => each.trim().length * ${limit + 1});
      this.entries.set(${b}Key, parts);
      return parts.reduce((sum, each) => sum + each, ${limit}).toFixed(2);
    } catch (error) {
      throw new Error(\`${a} ${limit} failed\`, { cause: error });
    }
  }`;
  });
  return `
/** Keeps what part ${part} of module ${index} knows. */
export class ${name} {
  private readonly entries = new Map<string, number[]>();
${methods.join('\n')}
}`;
}

function relativeSpecifier(from: string, to: string): string {
  const fromParts = from.split('/').slice(0, -1);
  const toParts = to.replace(/\.ts$/, '').split('/');
  let shared = 0;
  while (shared < fromParts.length && fromParts[shared] === toParts[shared]) shared++;
  const up = '../'.repeat(fromParts.length - shared);
  return `${up === '' ? './' : up}${toParts.slice(shared).join('/')}`;
}
