/** An environment variable that replaces a secret: its name, and its line in the shared template file. */
import type { FileEdit, FixContext } from '../../facts/adapter.ts';

const TEMPLATE = '.env.example';

/**
 * @param name of the variable or key that holds the secret; empty when there is none
 * @param kind of secret, as text
 * @returns `DB_PASSWORD` for `dbPassword`; a password inside an address is named after what the address is assigned
 *   to
 */
export function variableName(name: string, kind: string): string {
  const snake = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').toUpperCase();
  const fromKind = kind.replace(/[^A-Za-z0-9]+/g, '_').replace(/_IN_A_URL$/i, '').toUpperCase();
  if (/in a URL$/.test(kind)) return `${snake.replace(/_?(URL|URI|DSN|ADDRESS|CONNECTION|STRING)$/, '') || 'DATABASE'}_PASSWORD`;
  if (kind === 'private key' && /^[A-Z]/.test(snake) && !/KEY|PEM/.test(snake)) return `${snake}_KEY`;
  return /^[A-Z]/.test(snake) ? snake : fromKind || 'SECRET';
}

/**
 * Adds the name, without a value, to the template of the nearest package.
 * @param path of the file that reads the variable
 * @param name of the variable
 * @param packages names of files that a package of the language has at its top
 * @param context of the workspace
 * @returns null when it is already listed
 */
export function templateEdit(path: string, name: string, packages: readonly string[], context: FixContext): FileEdit | null {
  const file = nearestFolder(path, packages, context) + TEMPLATE;
  const text = context.read(file);
  if (text === undefined) return { path: file, create: true, edits: [{ span: [1, 1, 1, 1], text: `${name}=\n` }] };
  if (new RegExp(`^\\s*(export\\s+)?${name}\\s*=`, 'm').test(text)) return null;
  const lines = text.split('\n');
  const end = [lines.length, lines.at(-1)!.length + 1] as const;
  return { path: file, edits: [{ span: [...end, ...end], text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${name}=\n` }] };
}

function nearestFolder(path: string, packages: readonly string[], context: FixContext): string {
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const folder = `${parts.join('/')}/`;
    if ([...packages, TEMPLATE].some((file) => context.fileSystem.fileExists(`${context.root}/${folder}${file}`))) return folder;
  }
  return '';
}
