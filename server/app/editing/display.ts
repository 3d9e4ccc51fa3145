/** Turns judgements into what the editor shows for each file, and sends only the changes. */
import type { OpenedFolder } from '../../compose/folder.ts';
import { reportFindings } from '../../engine/report.ts';
import type { Judgement } from '../../engine/workspace.ts';
import { groupedBy } from '../../text/order.ts';
import type { Steps } from '../../text/steps.ts';
import { NOTHING_ACCEPTED, type Accepted } from '../baseline.ts';
import { toProblem } from '../configuration.ts';
import { fixesOf } from '../fixes.ts';
import type { DisplayEvents, OpenText } from './editor-events.ts';
import { ShownFiles, signatureOf } from './shown-files.ts';
import { shownFindings, type ShownFinding } from './shown-findings.ts';

/** Tracks what the files of one folder show. */
export class Display {
  readonly #events: DisplayEvents;
  readonly #files: ShownFiles;
  readonly #judged: ReadonlyMap<string, OpenText>;
  #accepted: Accepted = NOTHING_ACCEPTED;
  /** Counts reads of the baseline, because what is shown depends on it. */
  #baselinesRead = 0;

  /** @param judged the open texts that the judgements are about, by path; the owner keeps them up to date */
  constructor(events: DisplayEvents, judged: ReadonlyMap<string, OpenText>) {
    this.#events = events;
    this.#judged = judged;
    this.#files = new ShownFiles((path, shows) => events.shows(path, shows, judged.get(path)));
  }

  get accepted(): Accepted {
    return this.#accepted;
  }

  /** Takes a newly read baseline. */
  setAccepted(accepted: Accepted): void {
    this.#accepted = accepted;
    this.#baselinesRead++;
  }

  /** Shows every file, each in one step. */
  *all(opened: OpenedFolder, judgement: Judgement): Steps<void> {
    const byPath = groupedBy(judgement.findings, ({ path }) => path);
    const speaking = new Set([...byPath.keys(), ...opened.survey.problems.map((problem) => problem.path)]);
    for (const path of this.#files.paths()) if (!speaking.has(path)) this.#files.clear(path);
    for (const path of speaking) {
      this.file(path, opened, { ...judgement, findings: byPath.get(path) ?? [] });
      yield;
    }
  }

  /** Shows one file: its findings and configuration problems. @param judgement with the findings of this file only */
  file(path: string, opened: OpenedFolder, judgement: Judgement): void {
    const problems = opened.survey.problems.filter((problem) => problem.path === path);
    const { findings } = judgement;
    const judged = this.#judged.get(path);
    // With its version, because an editor may take what is said of an older text to be out of date.
    const whole = JSON.stringify([this.#baselinesRead, judged?.version ?? null, ...problems]);
    const signature = problems.length + findings.length === 0 ? [] : [whole, ...findings.map(signatureOf)];
    // Messages are built only for what changed: a workspace may have thousands of findings.
    this.#files.show(path, signature, () => {
      const showing = this.#events.showing(path, judged);
      const reported = reportFindings(
        opened.workspace,
        { ...judgement, findings: shownFindings(opened.workspace, findings, showing) },
        this.#accepted.fingerprints,
      );
      return { problems: problems.map(toProblem), findings: reported.filter((finding) => !finding.baseline || showing.showsBaseline) };
    });
  }

  /** Findings of one file with their fixes. @param textOf text of a file as the user sees it; undefined when it cannot be read */
  findingsIn(path: string, { workspace }: OpenedFolder, judgement: Judgement, textOf: (file: string) => string | undefined): ShownFinding[] {
    const showing = this.#events.showing(path, this.#judged.get(path));
    const findings = shownFindings(workspace, judgement.findings.filter((finding) => finding.path === path), showing);
    const reported = reportFindings(workspace, { ...judgement, findings }, this.#accepted.fingerprints);
    if (reported.length !== findings.length) return [];
    return findings.map((finding, index) => ({ reported: reported[index]!, fixes: () => fixesOf(workspace, finding, textOf) }));
  }

  /** Forces the next update to be sent even if nothing changed. @param path of one file; defaults to all files */
  forget(path?: string): void {
    this.#files.forget(path);
  }

  /** Clears every file. */
  clear(): void {
    for (const path of this.#files.paths()) this.#files.clear(path);
  }
}

/** @returns the file, and the files with findings that name a place in it */
export function withLeading(path: string, judgement: Judgement | null): Set<string> {
  const leading = (judgement?.findings ?? []).filter(({ related }) => related.some((place) => place.path === path));
  return new Set([path, ...leading.map((finding) => finding.path)]);
}
