/** Versions of blocks where they are written: in `archwright.jsonc`, and in the manifests of packages. */
import { posix } from 'node:path';
import { parseTree, findNodeAtLocation } from 'jsonc-parser';
import { CONFIG_FILE } from './config.ts';
import { setBlockVersion, versionOfBlock } from './edit.ts';
import { replaceValue } from './json-members.ts';

/** Everything up to the value, and the value without its quotes. */
const IN_TOML = /^((?:[^]*\n)?\[(?:project|tool\.poetry)\][ \t]*(?:#[^\n]*)?\r?\n(?:(?!\[)[^\n]*\n)*?version[ \t]*=[ \t]*["'])([^"'\n]+)/;

/**
 * @param file path of `archwright.jsonc` or of a manifest
 * @param text of it
 * @param block that the version is of
 * @returns the version as it is written there; null when there is none, or the file is another one
 */
export function writtenVersion(file: string, text: string, block: string): string | null {
  switch (posix.basename(file)) {
    case CONFIG_FILE: return versionOfBlock(text, block);
    case 'package.json': {
      const value: unknown = versionNode(text)?.value;
      return typeof value === 'string' ? value : null;
    }
    case 'pyproject.toml': return IN_TOML.exec(text)?.[2] ?? null;
    default: return null;
  }
}

/** @param version without `v` @returns the text with another version, written as the one before; the same text when there is none */
export function withVersion(file: string, text: string, block: string, version: string): string {
  const before = writtenVersion(file, text, block);
  if (before === null) return text;
  const written = before.startsWith('v') ? `v${version}` : version;
  switch (posix.basename(file)) {
    case CONFIG_FILE: return setBlockVersion(text, block, written);
    case 'package.json': return replaceValue(text, versionNode(text)!, written);
    default: return text.replace(IN_TOML, (_, start: string) => start + written);
  }
}

function versionNode(text: string): ReturnType<typeof findNodeAtLocation> {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, ['version']);
}
