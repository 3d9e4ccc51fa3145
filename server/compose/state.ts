/** Reads the architecture of a folder, as it is on the disk or in a revision. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { describeState } from '../blocks/describe-state.ts';
import { readPackage } from '../blocks/package-entries.ts';
import type { ArchitectureState } from '../blocks/state.ts';
import { makeReport } from '../engine/report.ts';
import type { ResolutionFileSystem } from '../facts/adapter.ts';
import type { InterfaceState } from '../facts/interface.ts';
import type { RevisionTree } from '../host/revision-tree.ts';
import type { ResultCache } from '../host/result-cache.ts';
import { withAgreedLineEnds } from '../text/line-starts.ts';
import { openFolder, type OpenedFolder } from './folder.ts';
import type { LocatedProblem } from './folder-settings.ts';
import { VERSION, workerFile } from './program.ts';
import { tools } from './tools.ts';

export interface StateOptions {
  /** Absolute path with `/`. */
  root: string;
  /** The folder in a revision; absent for the disk. */
  tree?: RevisionTree | undefined;
  /** Used instead of the configuration at the top. */
  configuration?: { path: string; text: string } | undefined;
  /** False to leave out findings and score, which takes most of the time. */
  judged: boolean;
  results: ResultCache | undefined;
  /** Whether files are left out. @param path relative to the folder */
  leavesOut?: ((path: string) => boolean) | undefined;
  progress?(done: number, total: number): void;
}

/** The sources of a state, for looking at interfaces. */
export type StateSources = Omit<InterfaceState, 'entries'>;

export interface ReadState {
  state: ArchitectureState;
  sources: StateSources;
  problems: readonly LocatedProblem[];
}

/** @param text anything @returns a digest of 16 characters */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** @throws when the folder cannot be read */
export async function readState({ judged, ...options }: StateOptions): Promise<ReadState> {
  const hashes = new Map<string, string>();
  const opened = await openFolder({
    ...options, cache: false, evidence: false, workerFile: workerFile(), analyzeHere: true,
    // A checkout may have other line ends than the revision it is of.
    reading: (path, text) => hashes.set(path, digestOf(text.replaceAll('\r\n', '\n'))),
  });
  const closing = opened.analyzer.close();
  const state = stateOf(opened, hashes, judged);
  await closing;
  const { root } = opened.workspace.ports;
  const files = [...opened.workspace.model().modules.keys()];
  return { state, problems: opened.survey.problems, sources: { root, fileSystem: withoutSecrets(opened), files } };
}

/** Signatures hold the values of constants, and are stored and shown: secrets are masked in the sources, as they were for the facts. */
function withoutSecrets({ workspace }: OpenedFolder): ResolutionFileSystem {
  const { root, fileSystem } = workspace.ports;
  return {
    fileExists: (path) => fileSystem.fileExists(path),
    directoryExists: (path) => fileSystem.directoryExists(path),
    realpath: (path) => fileSystem.realpath(path),
    readFile(path) {
      const text = fileSystem.readFile(path);
      const spans = path.startsWith(`${root}/`) ? workspace.facts(path.slice(root.length + 1))?.masked : undefined;
      return text === undefined || spans === undefined ? text : tools.maskSecrets(withAgreedLineEnds(text), spans.map((span) => ({ span })));
    },
  };
}

function stateOf({ workspace, survey }: OpenedFolder, hashes: ReadonlyMap<string, string>, judged: boolean): ArchitectureState {
  const { root, fileSystem, settings } = workspace.ports;
  const report = judged ? makeReport(workspace, workspace.judge('full'), { version: VERSION, baseline: new Set(), durationMs: 0 }) : null;
  const packages = [...survey.texts]
    .filter(([path]) => posix.basename(path) === 'package.json')
    .flatMap(([path, text]) => readPackage(posix.dirname(path).replace(/^\.$/, ''), text) ?? []);
  return describeState({
    model: workspace.model(), definitions: settings.blocks, packages, hashes, digest: digestOf,
    versionIn: (folder, files) => versionIn(survey.texts, folder) ?? versionAmong(files, (path) => fileSystem.readFile(`${root}/${path}`)),
    exists: (path) => fileSystem.fileExists(`${root}/${path}`),
    findings: report?.findings ?? [], score: report?.score.total ?? null,
  });
}

/** Tables in which Python projects write their version. */
const VERSIONS: readonly (readonly [file: string, pattern: RegExp])[] = [
  ['pyproject.toml', /^\[(?:project|tool\.poetry)\][ \t]*\r?\n(?:(?!\[)[^\n]*\n)*?version[ \t]*=[ \t]*["']([^"'\n]+)["']/m],
  ['setup.cfg', /^\[metadata\][ \t]*\r?\n(?:(?!\[)[^\n]*\n)*?version[ \t]*=[ \t]*([^\s:]+)[ \t]*$/m],
];

function versionIn(texts: ReadonlyMap<string, string>, folder: string): string | null {
  for (const [file, pattern] of VERSIONS) {
    const version = pattern.exec(texts.get(folder === '' ? file : `${folder}/${file}`) ?? '')?.[1];
    if (version !== undefined) return version;
  }
  return null;
}

/** A Python package may say its version in its own code. */
function versionAmong(files: readonly string[], read: (path: string) => string | undefined): string | null {
  const candidates = files.filter((path) => /(^|\/)(__init__|__about__|__version__|_version|version)\.py$/.test(path));
  const depth = (path: string): number => path.split('/').length;
  const least = Math.min(...candidates.map(depth));
  for (const path of candidates.filter((each) => depth(each) === least)) {
    const version = /^(?:__version__|version)(?:[ \t]*:[ \t]*\w+)?[ \t]*=[ \t]*["']([\w.+-]+)["']/m.exec(read(path) ?? '')?.[1];
    if (version !== undefined) return version;
  }
  return null;
}
