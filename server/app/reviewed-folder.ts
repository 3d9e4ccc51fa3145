/** A folder that was read once, with a method for everything a user can ask of it. */
import { openFolder, type OpenedFolder } from '../compose/folder.ts';
import type { Survey } from '../compose/survey.ts';
import { workerFile } from '../compose/program.ts';
import type { EvaluatedGate } from '../gates/evaluate.ts';
import type { DoneReport } from '../protocol/done.ts';
import type { ImpactReport } from '../protocol/impact.ts';
import type { JsonReport } from '../protocol/report.ts';
import type { RollbackPlan } from '../protocol/rollback.ts';
import type { ChecklistItemId } from '../blocks/checklist/items.ts';
import type { InteractionsReport } from '../protocol/interactions.ts';
import { interactionsReport } from './interactions.ts';
import { takeAhead } from './ahead.ts';
import { acceptFindings, type Accepted, type AcceptOptions } from './baseline.ts';
import { makeBlockDocs, type BlockDocuments } from './block-docs.ts';
import { describeBlocks, type DescribedBlocks } from './blocks.ts';
import { ticksOf } from './checklist.ts';
import type { Change } from './changes.ts';
import { toProblem, type ConfigurationProblem, type NamedConfiguration } from './configuration.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';
import { recordGates } from './audit/happenings.ts';
import { gatesOf } from './gates.ts';
import { impactOn, type ImpactOptions } from './impact.ts';
import { drawGraph, type DrawnGraph, type DrawOptions } from './graph.ts';
import { rehearse, type RehearseOptions } from './rehearsal/rehearse.ts';
import { reviewFolder, type Review, type ReviewOptions } from './review.ts';
import { tickItem, type TickOptions } from './tick.ts';
import type { StatesOptions } from './states.ts';
import { issueDone } from './track/done.ts';
import { trackReview } from './tracking.ts';
import { askAhead, gatherVersions } from './version-evidence.ts';

export interface ReadOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  /** The change under review: its coverage is read separately. */
  change?: Change | undefined;
  /** Allows cached results for unchanged files. */
  cache: boolean;
  progress?(done: number, total: number): void;
  /** Prepares to compare versions. */
  versions?: boolean;
  /** Also reads what `impact` needs to follow a change. */
  outlined?: boolean;
}

/** One method per capability; each is implemented in its own file. `EditedFolder` is the counterpart in an editor. */
export class ReviewedFolder {
  /** Problems in configuration files. If any is an error, the folder should not be used. */
  readonly problems: readonly ConfigurationProblem[];
  /** Settles when the worker threads have stopped. */
  readonly closed: Promise<void>;
  readonly #opened: OpenedFolder;
  /** For states of the folder that are compared with this one. */
  readonly #readWith: StatesOptions;

  readonly #changes: ReturnType<typeof askAhead>;

  private constructor(opened: OpenedFolder, readWith: StatesOptions, changes: ReturnType<typeof askAhead>) {
    this.#opened = opened;
    this.#readWith = readWith;
    this.#changes = changes;
    this.problems = opened.survey.problems.map(toProblem);
    // They stop while the rest is judged.
    this.closed = opened.analyzer.close();
  }

  /**
   * Reads and analyzes every file.
   * @throws {Failure} without permission to read the folder
   */
  static async read({ root, configuration, change, cache, progress, versions = false, outlined = false }: ReadOptions): Promise<ReviewedFolder> {
    let changes: ReturnType<typeof askAhead> = null;
    const surveyed = (survey: Survey): void => {
      if (versions) changes = askAhead(root, survey);
    };
    try {
      const opened = await openFolder({
        root, configuration, changed: change?.lines, cache, workerFile: workerFile(), started: takeAhead(), analyzeHere: true, outlined,
        surveyed, ...(progress ? { progress } : {}),
      });
      return new ReviewedFolder(opened, { root, configuration, cache }, changes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') throw new Failure(`No permission to read "${root}".`);
      throw error;
    }
  }

  review(options: ReviewOptions): Review {
    return reviewFolder(this.#opened, options);
  }

  /** Evaluates quality gates, and logs that for audit, where such a log is kept. @throws {Failure} for a gate that is not there */
  async gates({ name, accepted, change }: { name: string | undefined } & Pick<ReviewOptions, 'accepted' | 'change'>): Promise<EvaluatedGate[]> {
    const review = this.review({ accepted, change, started: performance.now() });
    const gates = await gatesOf(this.#opened, review, { name, ofChange: change !== undefined });
    await recordGates(this.#opened, gates);
    return gates;
  }

  /** Compares versions with what changed in interfaces, so that a review tells of those that were raised too little. The folder was read for it. */
  async compareVersions(): Promise<void> {
    if (this.#changes !== null) await gatherVersions(this.#opened, { options: this.#readWith, asked: this.#changes });
  }

  /** Accepts findings into the baseline. @returns how many it now holds */
  accept(options: AcceptOptions = {}): Promise<number> {
    return acceptFindings(this.#opened, options);
  }

  /** Adds a review to the tracking log, if commands may do so. */
  track(report: JsonReport): Promise<void> {
    const { root } = this.#opened.workspace.ports;
    return trackReview({ root, report, occasion: 'terminal', isEnabled: true, git: true }, () => undefined);
  }

  /**
   * Each block with contract, health and checklist.
   * @param of ids of the blocks to show; all when it is undefined
   * @throws {Failure} for an id that no block has, and when the checklist of the folder cannot be used
   */
  async blocks({ accepted, of }: { accepted: Accepted; of?: readonly string[] | undefined }): Promise<DescribedBlocks> {
    const shown = of === undefined ? null : this.blockIds(of);
    const { root } = this.#opened.workspace.ports;
    const { json, notes } = await describeBlocks(this.#opened, accepted, await ticksOf(root), this.#readWith);
    return { json: shown === null ? json : { ...json, blocks: json.blocks.filter(({ id }) => shown.includes(id)) }, notes };
  }

  /** The documents of all blocks, and which of them are out of date. @throws {Failure} when one cannot be used */
  blockDocs(options: StatesOptions): Promise<BlockDocuments> {
    return makeBlockDocs(this.#opened.workspace.model(), options);
  }

  /** @returns the ids of blocks, which may be written in any case @throws {Failure} for one that no block has */
  blockIds(names: readonly string[]): string[] {
    return names.map((name) => findBlock(this.#opened.workspace.model().blocks.values(), name).id);
  }

  /** Ticks an item of a block's checklist, or takes the tick back. @throws {Failure} for an unknown block */
  tick(block: string, item: ChecklistItemId, options: TickOptions): Promise<void> {
    return tickItem(this.#opened, this.#readWith, block, item, options);
  }

  /** How far an issue is done, by the team's definition. @throws {Failure} for an unknown issue, and when list, ticks or log cannot be used */
  done({ key, accepted }: { key: string; accepted: Accepted }): Promise<DoneReport> {
    return issueDone(this.#opened, this.review({ accepted, started: performance.now() }), { key });
  }

  /** Draws the graph, or a part of it. @throws {Failure} for a block that is not there */
  draw(options: DrawOptions): DrawnGraph {
    return drawGraph(this.#opened, options);
  }

  /** Every interaction between blocks, with what allows it. */
  interactions(): InteractionsReport {
    return interactionsReport(this.#opened);
  }

  /** Who is affected by a change, and which tests to run. @throws {Failure} for a block, file or revision that is not there */
  impact(options: ImpactOptions): Promise<ImpactReport> {
    return impactOn(this.#opened, options);
  }

  /** Tries the way of a block back in a working tree of its own. @throws {Failure} when that cannot be done */
  rehearse(options: RehearseOptions): Promise<RollbackPlan> {
    return rehearse(this.#opened, this.#readWith, options);
  }
}
