/** What an editor shows of a block in passing. Everything is at hand already but the decision records, which are small. */
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { testsOf } from '../blocks/users.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import { writtenVersion } from '../config/versions.ts';
import { freshOf, severityCounts } from '../digest/findings.ts';
import type { Block } from '../graph/model.ts';
import type { BlockCard } from '../protocol/block-card.ts';
import type { JsonReport } from '../protocol/report.ts';
import { cardMarkdown, cardText } from '../report/blocks/card.ts';
import { percent } from '../text/wording.ts';
import { contractOf, coverageOf } from './blocks.ts';
import { decisionsOf } from './decisions.ts';

export { cardMarkdown, cardText };

const MANIFESTS = ['package.json', 'pyproject.toml'];

/**
 * @param opened the folder as it is edited
 * @param report of its last review; null before the first
 * @param id of a block
 * @returns null when there is no such block
 */
export async function blockCard(opened: OpenedFolder, report: JsonReport | null, id: string): Promise<BlockCard | null> {
  const { workspace } = opened;
  const { root, evidence } = workspace.ports;
  const model = workspace.model();
  const block = model.blocks.get(id);
  if (block === undefined) return null;
  const raise = evidence.versions?.find((each) => each.block === id);
  const coverage = coverageOf(block, model, evidence);
  return {
    id, contract: contractOf(block), state: block.state,
    version: raise?.to ?? versionIn(opened, block), asked: raise === undefined ? null : { version: raise.proposed, since: raise.since },
    health: healthIn(report, id), tests: testsOf(model, block),
    coverage: coverage === null || coverage.total === 0 ? null : percent(coverage.covered, coverage.total),
    usedBy: model.blockEdges.filter(({ to }) => to === id).map(({ from }) => from),
    decisions: (await decisionsOf(root)).filter(({ blocks }) => blocks.includes(id))
      .map(({ number, title, status, path }) => ({ number, title, status, uri: pathToFileURL(`${root}/${path}`).href })),
  };
}

function healthIn(report: JsonReport | null, id: string): BlockCard['health'] {
  const reviewed = report?.graph.blocks.find((each) => each.id === id);
  if (report === null || reviewed === undefined) return null;
  const { score = null, grade = null } = reviewed.health ?? {};
  return { score, grade, findings: severityCounts(freshOf(report.findings.filter(({ block }) => block === id))) };
}

/** What the configuration says, else the manifest of the block's own folder, or of the folder that is all one block. */
function versionIn({ workspace, survey: { texts } }: OpenedFolder, { id, paths }: Block): string | null {
  const { blocks } = workspace.ports.settings;
  const written = blocks.find((each) => each.id === id)?.version ?? null;
  if (written !== null) return written;
  const folders = blocks.length === 1 ? [''] : paths.map((path) => path.replace(/\/(\*\*|src)(\/.*)?$/, ''));
  for (const folder of folders) {
    for (const name of MANIFESTS) {
      const file = posix.join(folder, name);
      const version = writtenVersion(file, texts.get(file) ?? '', id);
      if (version !== null) return version;
    }
  }
  return null;
}
