/** `archwright/baseline`: accepts the findings of a folder, or one of them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BASELINE_FILE, readBaseline, writeBaseline, type BaselineEntry } from '../../engine/baseline.ts';
import { fingerprints } from '../../engine/fingerprint.ts';
import { BASELINE, type BaselineParams, type BaselineResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { requireFolder, RequestFailure } from './failure.ts';

/** Answers the request to accept findings. */
export function onBaseline(session: Session): void {
  session.connection.onRequest(BASELINE, async (params: BaselineParams): Promise<BaselineResult> => {
    const folder = requireFolder(session, params.folder);
    const { workspace, root } = folder.session;
    if (workspace === null) throw new RequestFailure('The folder has not been reviewed yet.');
    const { findings } = workspace.judge('full');
    const identities = fingerprints(findings);
    const current = findings.map((finding, index): BaselineEntry => ({ rule: finding.ruleId, path: finding.path, about: finding.about, fingerprint: identities[index]! }));
    const entries = params.fingerprint === undefined ? current : [...await existing(root), ...current.filter((entry) => entry.fingerprint === params.fingerprint)];
    if (params.fingerprint !== undefined && !current.some((entry) => entry.fingerprint === params.fingerprint)) throw new RequestFailure('That finding is no longer there.');
    await writeFile(join(root, BASELINE_FILE), writeBaseline(entries));
    folder.session.changedOnDisk(BASELINE_FILE);
    return { path: BASELINE_FILE, count: entries.length };
  });
}

async function existing(root: string): Promise<readonly BaselineEntry[]> {
  const text = await readFile(join(root, BASELINE_FILE), 'utf8').catch(() => null);
  if (text === null) return [];
  const baseline = readBaseline(text);
  if ('problem' in baseline) throw new RequestFailure(`${BASELINE_FILE} ${baseline.problem}`);
  return baseline.entries;
}
