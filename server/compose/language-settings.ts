/** Adds a project's language settings to the settings of each file. */
import { createHash } from 'node:crypto';
import { adapterFor } from '../engine/analyze-file.ts';
import type { ReviewSettings } from '../engine/review-settings.ts';
import type { FileSettings } from '../findings/rule-setting.ts';
import type { LanguageAdapter } from '../facts/adapter.ts';

/**
 * @param settingsFor settings from the Archwright configuration
 * @param adapters languages
 * @param texts of settings files, by path; other files are ignored
 * @returns the same settings with `language` filled in and reflected in the keys
 */
export function withLanguageSettings(
  settingsFor: ReviewSettings['settingsFor'],
  adapters: readonly LanguageAdapter[],
  texts: ReadonlyMap<string, string>,
): ReviewSettings['settingsFor'] {
  const readers = new Map<LanguageAdapter, (path: string) => unknown>();
  for (const adapter of adapters) {
    const own = new Map([...texts].filter(([path]) => adapter.projectSettings?.isFile(path) === true));
    if (own.size > 0) readers.set(adapter, adapter.projectSettings!.read(own));
  }
  if (readers.size === 0) return settingsFor;
  const joined = new Map<string, FileSettings>();
  return (path, role) => {
    const settings = settingsFor(path, role);
    const adapter = adapterFor(adapters, path);
    const language = adapter === undefined ? undefined : readers.get(adapter)?.(path);
    if (language === undefined) return settings;
    const id = `${settings.key} ${JSON.stringify(language)}`;
    const known = joined.get(id);
    if (known !== undefined) return known;
    const made = { ...settings, language, key: createHash('sha256').update(id).digest('hex') };
    joined.set(id, made);
    return made;
  };
}
