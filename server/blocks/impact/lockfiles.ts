/** Which packages have another version in a lock file than before. */

type Versions = Map<string, string>;

/**
 * @param path of any file
 * @param before its earlier text
 * @param after its text now
 * @returns names of packages that came, went or changed their version; null when it is no lock file, or one state cannot be read
 */
export function changedPackages(path: string, before: string | undefined, after: string | undefined): Set<string> | null {
  const read = readerFor(path.slice(path.lastIndexOf('/') + 1));
  if (read === null || before === undefined || after === undefined) return null;
  const old = read(before);
  const now = read(after);
  if (old === null || now === null) return null;
  return new Set([...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)));
}

function readerFor(name: string): ((text: string) => Versions | null) | null {
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') return readNpm;
  if (name === 'yarn.lock') return readYarn;
  if (name === 'pnpm-lock.yaml') return readPnpm;
  if (name === 'poetry.lock' || name === 'uv.lock') return readToml;
  return /^requirements[\w.-]*\.txt$/.test(name) ? readRequirements : null;
}

/** Version 2 and 3: `packages` by the folder they are installed in. */
function readNpm(text: string): Versions | null {
  try {
    const { packages } = JSON.parse(text) as { packages?: Record<string, { version?: string }> };
    if (packages === undefined) return null;
    const found: Versions = new Map();
    for (const [folder, { version = '' }] of Object.entries(packages)) {
      const at = folder.lastIndexOf('node_modules/');
      if (at >= 0) note(found, folder.slice(at + 'node_modules/'.length), version);
    }
    return found;
  } catch {
    return null;
  }
}

/** `name@range, name@range:` and an indented `version "1.2.3"` or `version: 1.2.3`. */
function readYarn(text: string): Versions {
  const found: Versions = new Map();
  let names: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^["\w@]/.test(line) && line.endsWith(':'))
      names = line.slice(0, -1).split(',').map((each) => each.trim().replace(/^"|"$/g, '').replace(/(?<=.)@.*$/, ''));
    const version = /^ {2}version:? "?([^"\s]+)"?/.exec(line)?.[1];
    if (version !== undefined) for (const name of new Set(names)) note(found, name, version);
  }
  return found;
}

/** Keys of `packages:` and `snapshots:`: `/name@1.2.3:`, `'@scope/name@1.2.3(peer@1)':`, in older files `/name/1.2.3:`. */
function readPnpm(text: string): Versions {
  const found: Versions = new Map();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^\w/.test(line)) inside = /^(packages|snapshots):/.test(line);
    const [, name, version] = inside ? /^ {2}['"]?\/?((?:@[^/\s]+\/)?[^@/\s'"]+)[@/]([^('":\s]+)/.exec(line) ?? [] : [];
    if (name !== undefined && version !== undefined) note(found, name, version);
  }
  return found;
}

/** `[[package]]` with `name` and `version`. */
function readToml(text: string): Versions {
  const found: Versions = new Map();
  for (const part of text.split('[[package]]').slice(1)) {
    const name = /^name\s*=\s*"([^"]+)"/m.exec(part)?.[1];
    if (name !== undefined) note(found, name, /^version\s*=\s*"([^"]+)"/m.exec(part)?.[1] ?? '');
  }
  return found;
}

function readRequirements(text: string): Versions {
  const found: Versions = new Map();
  for (const line of text.split(/\r?\n/)) {
    const [, name, rest = ''] = /^\s*([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*([^#;]*)/.exec(line) ?? [];
    if (name !== undefined) note(found, name, rest.trim());
  }
  return found;
}

/** A package may be there several times, in several versions. */
function note(versions: Versions, name: string, version: string): void {
  const known = versions.get(name);
  if (known === undefined) versions.set(name, version);
  else if (!known.split(' ').includes(version)) versions.set(name, [...known.split(' '), version].sort().join(' '));
}
