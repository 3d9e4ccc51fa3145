/** Which packages are really in the bundles, so that their licences can be listed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

export interface BundledPackage {
  name: string;
  version: string;
  /** Relative to the repository, with `/`. */
  folder: string;
}

/** Packages embedded in another package's files, where no bundler sees them. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  '@ts-morph/common': ['typescript'],
};

/** Packages whose files are copied beside the bundles, where no bundler sees them. */
const BESIDE = ['tree-sitter-python', '@astral-sh/ruff-wasm-nodejs'];

/**
 * @param root the repository
 * @param metafiles esbuild's metadata of each bundle
 * @returns packages with at least one byte in a bundle, by name and version
 */
export function bundledPackages(root: string, metafiles: readonly Metafile[]): BundledPackage[] {
  const folders = new Set<string>();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 ? packageFolder(root, file) : null;
        if (folder !== null) folders.add(folder);
      }
    }
  }
  for (const folder of [...folders]) for (const name of INSIDE[nameOf(folder)] ?? []) folders.add(`node_modules/${name}`);
  for (const name of BESIDE) folders.add(`node_modules/${name}`);
  return [...folders].map((folder) => describe(root, folder)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The innermost package that a file belongs to; files of the repository itself belong to none. */
function packageFolder(root: string, file: string): string | null {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/').replace(/^[\w-]+:/, ''));
  return match !== null && existsSync(path.join(root, match[1]!, 'package.json')) ? match[1]! : null;
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function describe(root: string, folder: string): BundledPackage {
  const { version } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as { version: string };
  return { name: nameOf(folder), version, folder };
}

function keyOf({ name, version }: BundledPackage): string {
  return `${name}@${version}`;
}
