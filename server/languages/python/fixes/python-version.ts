/** Which forms of types the Pythons that a project runs on understand. */
import type { FixContext } from '../../../facts/adapter.ts';
import { NEWEST } from '../lint/lint-settings.ts';
import { readProjectSettings } from '../lint/project-settings.ts';
import { lintTable } from '../lint/lint-table.ts';
import type { Source } from '../syntax.ts';

const SETTINGS = ['.ruff.toml', 'ruff.toml', 'pyproject.toml'];

export interface TypeSyntax {
  /** Types are not evaluated when the file is loaded. */
  postponed: boolean;
  /** `dict | None`. */
  unions: boolean;
  /** `list[int]`. */
  generics: boolean;
}

/**
 * @param source the file
 * @param context of the workspace, whose settings name the oldest version
 * @returns what may be written in the file; all of it where the settings name no version
 */
export function typeSyntaxOf(source: Source, context: FixContext): TypeSyntax {
  const postponed = /^from __future__ import .*\bannotations\b/m.test(source.text);
  const minor = minorVersion(source.path, context);
  return { postponed, unions: postponed || minor >= 10, generics: postponed || minor >= 9 };
}

/** Only the version is asked for. */
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
