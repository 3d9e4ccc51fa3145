/** Plays scripts against the editing layer itself, in this process and with short pauses: hundreds in a minute. */
import { EditedFolder } from '../../../server/app/editing/edited-folder.ts';
import { openFolder } from '../../../server/compose/folder.ts';
import { reportFindings } from '../../../server/engine/report.ts';
import { readAccepted } from '../../../server/app/baseline.ts';
import { toProblem, type ConfigurationProblem } from '../../../server/app/configuration.ts';
import { gatherVersions } from '../../../server/app/version-evidence.ts';
import type { ReportFinding } from '../../../server/protocol/report.ts';
import { groupedBy } from '../../../server/text/order.ts';
import { notebookFile } from '../notebook-in-editor.ts';
import type { Pauses } from '../../../server/app/editing/work-loop.ts';
import { CONFIG } from './pieces.ts';
import type { CellChange, Editor, World } from './world.ts';

const PAUSES: Pauses = { typing: 1, settings: 4, idle: 8 };
/** Everything has its turn after each step of judging, where it may do most harm. */
const TURN = 0;
const BEATS_MS = [0, 0, 1, 2, 3, 5, 8, 10, 14, 20];

export class EditorInProcess implements Editor {
  readonly edited: EditedFolder;
  /** What is shown, by file, and the version of the open text that it is said to be about. */
  readonly #shown = new Map<string, { lines: string[]; version: number | null }>();
  readonly #versions = new Map<string, number>();
  readonly #cells = new Map<string, string[]>();
  readonly messages: string[] = [];

  constructor(root: string) {
    this.edited = new EditedFolder(root, {
      shows: (path, { problems, findings }, judged) => {
        const lines = [...problems.map(problemText), ...findings.map(findingText)].sort();
        if (lines.length === 0) this.#shown.delete(path);
        else this.#shown.set(path, { lines, version: judged?.version ?? null });
      },
      showing: () => ({ hidden: 'none', showsBaseline: true }),
      reviewed: () => undefined,
      busy: () => undefined,
      log: (message) => this.messages.push(message),
      mayAskGit: () => true,
      configuration: () => Promise.resolve(undefined),
    }, PAUSES, TURN);
  }

  async take(path: string, text: string): Promise<void> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    this.edited.edit(path, { text, version });
    await Promise.resolve();
  }

  async saved(): Promise<void> {
    await Promise.resolve();
  }

  async close(path: string): Promise<void> {
    this.#versions.delete(path);
    this.edited.close(path);
    await Promise.resolve();
  }

  async openCells(path: string, cells: readonly string[]): Promise<void> {
    this.#cells.set(path, [...cells]);
    await this.#takeCells(path);
  }

  async changeCells(path: string, change: CellChange): Promise<void> {
    const cells = this.#cells.get(path)!;
    if (change.way === 'edit') cells[change.at] = change.text;
    else if (change.way === 'insert') cells.splice(change.at, 0, change.text);
    else if (change.way === 'remove') cells.splice(change.at, 1);
    else cells.reverse();
    await this.#takeCells(path);
  }

  async closeCells(path: string): Promise<void> {
    this.#cells.delete(path);
    await this.close(path);
  }

  async told(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.edited.changedOnDisk(path);
    await Promise.resolve();
  }

  async review(): Promise<void> {
    void this.edited.load('asked');
    await Promise.resolve();
  }

  async pause(beats: number): Promise<void> {
    const milliseconds = BEATS_MS[beats]!;
    await new Promise((next) => (milliseconds === 0 ? setImmediate(next) : setTimeout(next, milliseconds)));
  }

  async rest(): Promise<void> {
    while (!this.edited.isAtRest) await new Promise((next) => setTimeout(next, 2));
  }

  shown(): Map<string, string[]> {
    return new Map([...this.#shown].map(([path, { lines }]) => [path, lines]));
  }

  /** Files whose findings are not said to be about the text that is open. */
  wrongVersions(): string[] {
    return [...this.#shown].filter(([path, { version }]) => version !== (this.#versions.get(path) ?? null)).map(([path]) => path);
  }

  async #takeCells(path: string): Promise<void> {
    await this.take(path, notebookFile(this.#cells.get(path)!.map((text) => ({ text }))));
  }
}

/** What a review shows that knows nothing of what was before. */
export async function freshInProcess(world: Pick<World, 'root' | 'texts' | 'notebooks' | 'lastGood'>): Promise<Map<string, string[]>> {
  const buffers = new Map(world.texts);
  for (const [path, cells] of world.notebooks) buffers.set(path, notebookFile(cells.map((text) => ({ text }))));
  const lastGood = new Map(world.lastGood === null ? [] : [[CONFIG, world.lastGood]]);
  const opened = await openFolder({ root: world.root, cache: false, workerFile: null, buffers, lastGood });
  await opened.analyzer.close();
  await gatherVersions(opened, { options: { root: world.root, cache: false }, open: buffers });
  const { fingerprints } = await readAccepted(world.root);
  const findings = groupedBy(reportFindings(opened.workspace, opened.workspace.judge('full'), fingerprints), ({ path }) => path);
  const problems = groupedBy(opened.survey.problems.map(toProblem), ({ path }) => path);
  return new Map([...new Set([...problems.keys(), ...findings.keys()])].map((path) => [
    path, [...(problems.get(path) ?? []).map(problemText), ...(findings.get(path) ?? []).map(findingText)].sort(),
  ]));
}

function findingText({ range, ruleId, severity, message, baseline, fingerprint, related }: ReportFinding): string {
  const places = related.map((each) => `${each.path} ${placeText(each.range)}`);
  return [placeText(range), ruleId, severity, message, baseline, fingerprint, ...places].join(' ');
}

function problemText({ range, severity, message }: ConfigurationProblem): string {
  return `${placeText(range)} configuration ${severity} ${message}`;
}

export function placeText({ start, end }: ReportFinding['range']): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}
