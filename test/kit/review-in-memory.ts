/** Reviews files that are only in memory, through the real engine, adapters and rules. */
import { basename, dirname, relative } from 'node:path/posix';
import { writtenVersion } from '../../server/config/versions.ts';
import { analyzeFile, type FileInput } from '../../server/engine/analyze-file.ts';
import { rulesByCode } from '../../server/compose/foreign-codes.ts';
import { readEvidence } from '../../server/evidence/read-evidence.ts';
import { makeSettings, type MadeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import { reportFindings } from '../../server/engine/report.ts';
import type { Evidence, VersionEvidence } from '../../server/findings/evidence.ts';
import type { FileSettings } from '../../server/findings/rule-setting.ts';
import type { ChangedLines } from '../../server/facts/span.ts';
import { Workspace, type Judgement } from '../../server/engine/workspace.ts';
import { listedBelow } from '../../server/host/list-files.ts';
import { judgeText } from '../../server/host/read-source.ts';
import { vacantIn } from '../../server/host/vacant.ts';
import type { Outcome } from '../../server/host/worker-task.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import type { Rule } from '../../server/rules/kit/rule.ts';
import { MEMORY_ROOT, memoryFileSystem } from './memory-file-system.ts';

export interface MemoryReview {
  workspace: Workspace;
  judgement: Judgement;
  findings: ReportFinding[];
  files: ReadonlyMap<string, string>;
}

/**
 * @param files text by relative path; `archwright.jsonc` among them is the configuration, coverage and test reports are read
 * @param only ids of the rules to run; all when left out
 * @param changed lines that the review is about, where it is about a change
 */
export async function reviewInMemory(files: ReadonlyMap<string, string>, only?: readonly string[], changed?: ChangedLines): Promise<MemoryReview> {
  const rules = only === undefined ? tools.rules : tools.rules.filter((rule) => only.includes(rule.meta.id));
  const { workspace, made } = await openInMemory(files, { rules, changed, analyze: (input) => analyzeFile(input, { ...tools, rules }) });
  const errors = made.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((problem) => problem.message).join('\n'));
  const judgement = workspace.judge('full');
  return { workspace, judgement, findings: reportFindings(workspace, judgement, new Set()), files };
}

interface OpenOptions {
  rules: readonly Rule[];
  changed?: ChangedLines | undefined;
  analyze(input: FileInput): Promise<Outcome>;
}

/**
 * Reads a folder that is only in memory.
 * @param files text by relative path
 * @param options rules to judge by, and what analyzes one file
 * @returns the folder, with what its configuration was made into
 */
export async function openInMemory(
  files: ReadonlyMap<string, string>,
  { rules, changed, analyze }: OpenOptions,
): Promise<{ workspace: Workspace; made: MadeSettings }> {
  const chosen = new Set(rules.map((rule) => rule.meta.id));
  const made = makeSettings({ paths: [...files.keys()].filter((path) => tools.isModule(path)), texts: files, rules: tools.rules, profile: 'guidelines' });
  const workspace = new Workspace({
    root: MEMORY_ROOT,
    adapters: tools.adapters,
    rules,
    fileSystem: memoryFileSystem(files),
    vacancy: () => vacantInMemory(files),
    settings: { ...made.settings, settingsFor: (path, role) => onlyRules(made.settings.settingsFor(path, role), chosen) },
    evidence: { ...await readEvidence({
      paths: [...files.keys()],
      read: (path) => Promise.resolve(files.get(path)),
      list: (folder) => Promise.resolve([...files.keys()].filter((path) => dirname(path) === (folder || '.')).map((path) => basename(path))),
      coverage: [],
      junit: [],
      codes: rulesByCode,
      reports: made.evidence.reports,
      benchmarks: made.evidence.benchmarks,
      changed,
    }), ...comparedVersions(files) },
  });
  for (const [path, text] of files) {
    if (!tools.isReviewed(path) || !made.isIncluded(path)) continue;
    const read = judgeText(path, text);
    if ('skipped' in read) {
      workspace.skip({ path, reason: read.skipped });
      continue;
    }
    const outcome = await analyze(workspace.inputFor(path, read.text, made.roleOf(path)));
    if ('reason' in outcome) workspace.skip(outcome);
    else workspace.accept(outcome);
  }
  return { workspace, made };
}

/** Judged as on the disk: git's ignore files among the files count. */
function vacantInMemory(files: ReadonlyMap<string, string>): (path: string) => boolean {
  const names = (folder: string): string[] => {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [...files.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/')[0]!);
  };
  const isListed = listedBelow(MEMORY_ROOT, (file) => files.get(relative(MEMORY_ROOT, file)));
  return vacantIn({ names, text: (file) => files.get(file), isListed });
}

/** The same settings with the other rules left out: a configuration may name rules that do not run here. */
function onlyRules(settings: FileSettings, chosen: ReadonlySet<string>): FileSettings {
  if (chosen.size === tools.rules.length) return settings;
  return { ...settings, rules: Object.fromEntries(Object.entries(settings.rules).filter(([id]) => chosen.has(id))) };
}

/** What a review in the terminal gathers from git or a snapshot; a fixture writes it down. A version that was raised since is enough. */
function comparedVersions(files: ReadonlyMap<string, string>): Pick<Evidence, 'versions'> {
  const text = files.get('compared-versions.json');
  if (text === undefined) return {};
  try {
    const isStill = ({ block, to, writtenIn }: VersionEvidence): boolean =>
      typeof writtenIn !== 'string' || writtenVersion(writtenIn, files.get(writtenIn) ?? '', block)?.replace(/^v/, '') === to;
    return { versions: (JSON.parse(text) as VersionEvidence[]).filter(isStill) };
  } catch (error) {
    // Mutated on purpose, it is no fixture any more.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
