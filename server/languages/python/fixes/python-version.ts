/** Which type syntax the project's Python versions support. */
import type { FixContext } from '../../../facts/adapter.ts';
import { readProjectSettings, NEWEST } from '../lint/project-settings.ts';
import { lintTable } from '../lint/lint-table.ts';
import type { Source } from '../syntax.ts';

const SETTINGS = ['.ruff.toml', 'ruff.toml', 'pyproject.toml'];

export interface TypeSyntax {
  /** Types are not evaluated when the file loads. */
  postponed: boolean;
  /** `dict | None`. */
  unions: boolean;
  /** `list[int]`. */
  generics: boolean;
}

/**
 * @param source the file
 * @param context of the workspace, whose settings name the oldest version
 * @returns what the file may use; everything when the settings name no version
 */
export function typeSyntaxOf(source: Source, context: FixContext): TypeSyntax {
  const postponed = /^from __future__ import .*\bannotations\b/m.test(source.text);
  const minor = minorVersion(source.path, context);
  return { postponed, unions: postponed || minor >= 10, generics: postponed || minor >= 9 };
}

/** Only the version is needed. */
const NO_CODES = lintTable([]);

function minorVersion(path: string, context: FixContext): number {
  const texts = new Map<string, string>();
  for (let folders = path.split('/').slice(0, -1); ; folders = folders.slice(0, -1)) {
    for (const name of SETTINGS) {
      const file = [...folders, name].join('/');
      const text = context.read(file);
      if (text !== undefined) texts.set(file, text);
    }
    if (folders.length === 0) break;
  }
  const target = readProjectSettings(texts, NO_CODES)(path)?.target ?? NEWEST;
  return Number(target.replace(/^py3/, ''));
}
