/** Turns judgements into what the editor shows for each file, and sends only the changes. */
import type { OpenedFolder } from '../../compose/folder.ts';
import { reportFindings } from '../../engine/report.ts';
import type { Judgement } from '../../engine/workspace.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ReportFinding } from '../../protocol/report.ts';
import { groupedBy } from '../../text/grouped-by.ts';
import { NOTHING_ACCEPTED, type Accepted } from '../baseline.ts';
import { toProblem } from '../configuration.ts';
import { ShownFiles, signatureOf, type FileShows } from './shown-files.ts';
import { shownFindings, type Showing } from './shown-findings.ts';

/** How the display reports to the editor and queries it. */
export interface DisplayEvents {
  /** What a file shows has changed. */
  shows(path: string, shows: FileShows): void;
  /** How the editor shows the findings of a file. */
  showing(path: string): Showing;
}

/** Tracks what the files of one folder show. */
export class Display {
  readonly #events: DisplayEvents;
  readonly #files: ShownFiles;
  #accepted: Accepted = NOTHING_ACCEPTED;
  /** Counts reads of the baseline, because what is shown depends on it. */
  #baselinesRead = 0;

  constructor(events: DisplayEvents) {
    this.#events = events;
    this.#files = new ShownFiles((path, shows) => events.shows(path, shows));
  }

  get accepted(): Accepted {
    return this.#accepted;
  }

  /** Takes a newly read baseline. */
  setAccepted(accepted: Accepted): void {
    this.#accepted = accepted;
    this.#baselinesRead++;
  }

  /** Shows every file. */
  all(opened: OpenedFolder, judgement: Judgement): void {
    const byPath = groupedBy(judgement.findings, ({ path }) => path);
    const speaking = new Set([...byPath.keys(), ...opened.problems.map((problem) => problem.path)]);
    for (const path of this.#files.paths()) if (!speaking.has(path)) this.#files.clear(path);
    for (const path of speaking) this.file(path, opened, { ...judgement, findings: byPath.get(path) ?? [] });
  }

  /** Shows one file: its findings and configuration problems. @param judgement with the findings of this file only */
  file(path: string, opened: OpenedFolder, judgement: Judgement): void {
    const problems = opened.problems.filter((problem) => problem.path === path);
    const { findings } = judgement;
    const signature = problems.length + findings.length === 0 ? [] : [JSON.stringify([this.#baselinesRead, ...problems]), ...findings.map(signatureOf)];
    // Messages are built only for what changed: a workspace may have thousands of findings.
    this.#files.show(path, signature, () => {
      const showing = this.#events.showing(path);
      const reported = reportFindings(
        opened.workspace,
        { ...judgement, findings: shownFindings(opened.workspace, findings, showing) },
        this.#accepted.fingerprints,
      );
      return { problems: problems.map(toProblem), findings: reported.filter((finding) => !finding.baseline || showing.showsBaseline) };
    });
  }

  /** Findings of one file, each as judged and as reported. */
  findingsIn(path: string, { workspace }: OpenedFolder, judgement: Judgement): { finding: Finding; reported: ReportFinding }[] {
    const findings = shownFindings(workspace, judgement.findings.filter((finding) => finding.path === path), this.#events.showing(path));
    const reported = reportFindings(workspace, { ...judgement, findings }, this.#accepted.fingerprints);
    return reported.length === findings.length ? findings.map((finding, index) => ({ finding, reported: reported[index]! })) : [];
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
