/** Reads the architecture of a folder, as it is on the disk or in a revision. */
import { join, posix } from 'node:path';
import { describeState } from '../blocks/describe-state.ts';
import { readPackage } from '../blocks/package-entries.ts';
import type { ArchitectureState } from '../blocks/state.ts';
import { makeReport } from '../engine/report.ts';
import type { RevisionTree } from '../host/revision-tree.ts';
import type { ResultCache } from '../host/result-cache.ts';
import { judgeText, readSource } from '../host/read-source.ts';
import { digestOf } from '../text/digest.ts';
import { openFolder, type OpenedFolder } from './folder.ts';
import type { LocatedProblem } from './folder-settings.ts';
import { VERSION, workerFile } from './program.ts';
import { typeSettings } from './type-settings.ts';
import { sourceListOf, sourcesIn, withOpenTexts, type SourceList, type StateSources } from './sources.ts';

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
  /** Texts that are open in an editor, by path relative to the folder. */
  buffers?: ReadonlyMap<string, string> | undefined;
  /** Whether files are left out. @param path relative to the folder */
  leavesOut?: ((path: string) => boolean) | undefined;
  progress?(done: number, total: number): void;
}

export interface ReadState {
  state: ArchitectureState;
  sources: StateSources;
  problems: readonly LocatedProblem[];
}

/** A checkout may have other line ends than the revision it is of. */
function textDigest(text: string): string {
  return digestOf(text.replaceAll('\r\n', '\n'));
}

/** @throws when the folder cannot be read */
export async function readState({ judged, buffers, ...options }: StateOptions): Promise<ReadState> {
  const hashes = new Map<string, string>();
  const opened = await openFolder({
    ...options, ...(buffers ? { buffers } : {}), cache: false, evidence: false, workerFile: workerFile(), analyzeHere: true,
    reading: (path, text) => hashes.set(path, textDigest(text)),
  });
  const closing = opened.analyzer.close();
  const open = buffers ?? new Map<string, string>();
  const state = stateOf(opened, hashes, { judged, open });
  await closing;
  const { root, fileSystem } = opened.workspace.ports;
  return { state, problems: opened.survey.problems, sources: sourcesIn(withOpenTexts(fileSystem, root, open), sourceListOf(opened.workspace)) };
}

/** Files to read before others get their turn. */
const FILES_IN_A_TURN = 50;

interface ReadOpenState {
  state: ArchitectureState;
  sources: SourceList;
  open: ReadonlyMap<string, string>;
}

/** The architecture of a folder that is open, without findings and score, read again and again: only texts that may have changed are read. */
export class OpenState {
  readonly #digests = new Map<string, string>();

  /** Files may have other texts than before. @param paths of all files when absent */
  forget(paths: Iterable<string> = [...this.#digests.keys()]): void {
    for (const path of paths) this.#digests.delete(path);
  }

  /**
   * @param texts that are open in an editor, by path: asked again after each turn of others, who may have edited them
   * @returns the state as `readState` would read it, and the texts with which it ends
   */
  async read(opened: OpenedFolder, texts: () => ReadonlyMap<string, string>): Promise<ReadOpenState> {
    const { root } = opened.workspace.ports;
    const missing = opened.workspace.paths().filter((path) => !this.#digests.has(path));
    let open = texts();
    for (const [index, path] of missing.entries()) {
      if (index % FILES_IN_A_TURN === FILES_IN_A_TURN - 1) {
        await new Promise((next) => setImmediate(next));
        open = texts();
      }
      const text = open.get(path);
      const read = text === undefined ? readSource(join(root, path)) : judgeText(path, text);
      if ('text' in read) this.#digests.set(path, textDigest(read.text));
    }
    return { state: stateOf(opened, this.#digests, { judged: false, open }), sources: sourceListOf(opened.workspace), open };
  }
}

interface Reading {
  judged: boolean;
  open: ReadonlyMap<string, string>;
}

function stateOf({ workspace, survey }: OpenedFolder, hashes: ReadonlyMap<string, string>, { judged, open }: Reading): ArchitectureState {
  const { root, settings } = workspace.ports;
  const fileSystem = withOpenTexts(workspace.ports.fileSystem, root, open);
  const report = judged ? makeReport(workspace, workspace.judge('full'), { version: VERSION, baseline: new Set(), durationMs: 0 }) : null;
  const packages = [...survey.texts]
    .filter(([path]) => posix.basename(path) === 'package.json')
    .flatMap(([path, text]) => readPackage(posix.dirname(path).replace(/^\.$/, ''), text) ?? []);
  const model = workspace.model();
  return describeState({
    model, definitions: settings.blocks, packages, hashes, digest: digestOf,
    facts: (path) => workspace.facts(path), typeSettings: typeSettings(fileSystem, root, [...model.modules.keys()]),
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
