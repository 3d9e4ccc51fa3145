/** Turns the fixes a rule offers into edits, by the file's language or in the configuration. */
import type { FileEdit, FixContext } from '../facts/adapter.ts';
import { adapterFor } from '../engine/analyze-file.ts';
import { OF_CONFIGURATION, offersOf } from '../engine/report.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Finding } from '../findings/finding.ts';
import { configurationFixes } from '../config/fixes.ts';
import { withAgreedLineEnds } from '../text/line-starts.ts';

export interface Fix {
  title: string;
  /** Can be applied by fix-all without review. */
  safe: boolean;
  /** Computes the edits; null when the fix turns out not to apply. */
  edits(): FileEdit[] | null;
}

/**
 * @param workspace the folder as last reviewed
 * @param finding to fix
 * @param read text as the user sees it: open buffers first
 */
export function fixesFor(workspace: Workspace, finding: Finding, read: (path: string) => string | undefined): Fix[] {
  const { root, adapters, fileSystem } = workspace.ports;
  const ofLanguage = adapterFor(adapters, finding.path)?.fixes ?? {};
  const context: FixContext = {
    root, fileSystem,
    read: (path) => {
      const text = read(path);
      return text === undefined ? undefined : withAgreedLineEnds(text);
    },
    files: () => workspace.paths(),
    facts: (path) => workspace.facts(path),
    resolve: (from, specifier) => workspace.resolver().resolve(from, specifier),
  };
  return offersOf(finding, adapters).flatMap((offer) => {
    const provider = offer.id.startsWith(OF_CONFIGURATION) ? configurationFixes[offer.id] : ofLanguage[offer.id];
    if (provider === undefined) return [];
    return [{
      title: offer.title,
      safe: offer.safe === true,
      edits: () => provider({ fixId: offer.id, path: finding.path, span: finding.span, data: offer.data ?? {} }, context),
    }];
  });
}
