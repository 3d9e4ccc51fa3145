/** A log, a Jira and a network between them that can fail, in a time of their own: thousands of syncs take seconds. */
import { JiraApi } from '../../../server/jira-client/api.ts';
import { JiraClient, type Clock } from '../../../server/jira-client/client.ts';
import { NoAnswer, type JiraAnswer, type JiraRequest } from '../../../server/jira-client/transport.ts';
import { readSyncState, syncStateText, type SyncState } from '../../../server/jira/sync-state.ts';
import type { SyncJob } from '../../../server/app/jira/context.ts';
import { runSync, type SyncResult } from '../../../server/app/jira/run.ts';
import { FIELDS, type Cells, type FieldName } from '../../../server/tracking/fields.ts';
import { JiraServer } from './server.ts';

/** How often what happens to a request, from 0 to 1. */
export interface Faults {
  /** The answer is lost after it was done, or the request before. */
  lost: number;
  /** It is done after the client gave up. */
  late: number;
  /** 429 and 5xx. */
  refused: number;
  /** The program dies: before, after, or while something is on its way; also while it writes its own file. */
  killed: number;
}

export const NO_FAULTS: Faults = { lost: 0, late: 0, refused: 0, killed: 0 };

/** The program was killed. */
export class Killed extends Error {}

export const SETTLE = 120_000;
const HOST = 'https://acme.atlassian.net';
const REASONS = ['jira-burst-based', 'jira-per-issue-on-write', 'jira-quota-tenant-based', ''];

/** @param cells of a row; those that are not named are empty */
export function rowOf(cells: Partial<Record<FieldName, string>>): Cells {
  return { ...Object.fromEntries(FIELDS.map((field) => [field, ''])), ...cells } as Cells;
}

export class World {
  readonly server = new JiraServer();
  readonly rows = new Map<string, Cells>();
  faults: Faults = NO_FAULTS;
  job: Partial<SyncJob> = {};
  time = Date.UTC(2026, 0, 1);
  /** Text of the file beside the log; null for none. */
  file: string | null = null;
  readonly #random: () => number;
  readonly #late: { at: number; work: () => void }[] = [];
  readonly #timers: { at: number; done: () => void }[] = [];
  #isDead = false;

  /** @param random from 0 up to 1 */
  constructor(random: () => number = () => 0.5) {
    this.#random = random;
    this.server.now = () => this.time;
  }

  put(cells: Partial<Record<FieldName, string>> & { 'Issue Key': string }): void {
    this.rows.set(cells['Issue Key'], { ...this.rows.get(cells['Issue Key']) ?? rowOf({ 'Issue Type': 'Task', 'Summary': cells['Issue Key'] }), ...cells });
  }

  /** One run of the program. @throws {Killed} */
  async sync(more: Partial<SyncJob> = {}): Promise<SyncResult> {
    this.#isDead = false;
    const clock: Clock = {
      now: () => this.time,
      random: this.#random,
      sleep: (milliseconds) => this.#wait(milliseconds),
    };
    const job: SyncJob = {
      rows: [...this.rows.values()], project: 'SHOP', source: '', fields: new Map(), statuses: {}, types: {}, people: new Map(), apply: true,
      overwrite: new Set(), ...this.job, ...more,
    };
    const state: SyncState = this.file === null ? { host: HOST, project: 'SHOP', issues: new Map(), pending: [] } : readSyncState(this.file)!;
    const result = await runSync(job, {
      api: new JiraApi(new JiraClient((request) => this.#send(request), clock)), clock, state, settle: SETTLE, progress: () => undefined,
      keep: (changed) => this.#keep(changed),
    });
    // Told as a failure by nobody: the program is gone.
    if (this.#isDead) throw new Killed();
    return result;
  }

  /** Lets what is still on its way arrive. */
  settle(): void {
    this.time += SETTLE;
    this.#arrive();
  }

  /** Time goes on when everybody waits, and then to the next thing that happens. */
  async #wait(milliseconds: number): Promise<void> {
    await new Promise<void>((done) => {
      this.#timers.push({ at: this.time + milliseconds, done });
      setImmediate(() => {
        const next = this.#timers.reduce((first, each) => (each.at < first.at ? each : first));
        this.#timers.splice(this.#timers.indexOf(next), 1);
        this.time = Math.max(this.time, next.at);
        this.#arrive();
        next.done();
      });
    });
    this.#alive();
  }

  #alive(): void {
    if (this.#isDead) throw new Killed();
  }

  #happens(chance: number): boolean {
    return chance > 0 && this.#random() < chance;
  }

  #die(): never {
    this.#isDead = true;
    throw new Killed();
  }

  async #keep(state: SyncState): Promise<void> {
    await Promise.resolve();
    this.#alive();
    if (this.#happens(this.faults.killed)) this.#die();
    this.file = syncStateText(state);
    if (this.#happens(this.faults.killed)) this.#die();
  }

  async #send(request: JiraRequest): Promise<JiraAnswer> {
    this.#alive();
    const { faults } = this;
    const later = (): void => void this.#late.push({ at: this.time + this.#random() * (SETTLE - 31_000), work: () => void this.server.handle(request) });
    if (this.#happens(faults.killed)) {
      const how = this.#random();
      if (how < 0.3) this.server.handle(request);
      else if (how < 0.6) later();
      this.#die();
    }
    if (this.#happens(faults.late)) {
      later();
      await this.#wait(30_000);
      throw new NoAnswer('no answer within 30 s', false);
    }
    await this.#wait(50);
    if (this.#happens(faults.refused)) return this.#refuse(request);
    if (this.#happens(faults.lost)) {
      if (this.#random() < 0.5) this.server.handle(request);
      throw new NoAnswer('ECONNRESET', false);
    }
    return this.server.handle(request);
  }

  #refuse(request: JiraRequest): JiraAnswer {
    const how = this.#random();
    if (how < 0.4) {
      const reason = REASONS[Math.floor(this.#random() * REASONS.length)]!;
      return { status: 429, headers: new Map([['retry-after', '5'], ['ratelimit-reason', reason]]), body: undefined };
    }
    // A gateway gave up on what was done behind it.
    if (how < 0.6) this.server.handle(request);
    return { status: how < 0.8 ? 503 : 502, headers: new Map(how < 0.8 ? [['retry-after', '2']] : []), body: undefined };
  }

  #arrive(): void {
    for (const one of this.#late.filter(({ at }) => at <= this.time)) {
      this.#late.splice(this.#late.indexOf(one), 1);
      one.work();
    }
  }
}
