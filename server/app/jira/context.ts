/** What all steps of one run share: what is to be done, what is known, and what became of each row. */
import type { JiraApi, IssueType } from '../../jira-client/api.ts';
import { InDoubt, Refused, Unanswered, type Clock } from '../../jira-client/client.ts';
import { identityOf } from '../../jira/identity.ts';
import type { PlannedRow, RemoteIssue } from '../../jira/plan.ts';
import { plainType } from '../../jira/rows.ts';
import { screenOf, type Screen } from '../../jira/screen.ts';
import type { SyncState } from '../../jira/sync-state.ts';
import type { JsonSyncedRow } from '../../protocol/jira.ts';
import type { Cells, FieldName } from '../../tracking/fields.ts';
import { keyInJira } from '../../tracking/issue-key.ts';

/** What is to be done. */
export interface SyncJob {
  rows: readonly Cells[];
  project: string;
  /** Name of the repository, where several share a project; empty for none. */
  source: string;
  fields: ReadonlyMap<FieldName, string | null>;
  /** Status in Jira by status of the log. */
  statuses: Readonly<Record<string, string>>;
  /** Type in Jira by type of the log. */
  types: Readonly<Record<string, string>>;
  /** Address by name of a person. */
  people: ReadonlyMap<string, string>;
  /** False: nothing is written anywhere. */
  apply: boolean;
  /** Rows, by key, of which somebody said that the log is right. */
  overwrite: ReadonlySet<string>;
}

/** What it is done with. */
export interface SyncPorts {
  api: JiraApi;
  clock: Clock;
  /** As it was left; of this site and project. */
  state: SyncState;
  /** When this returns, the state is on the disk. */
  keep(state: SyncState): Promise<void>;
  /** After so many milliseconds, what was not answered is not going to be done any more. */
  settle: number;
  progress(done: number, total: number): void;
}

/** One run. */
export class SyncContext {
  readonly job: SyncJob;
  readonly ports: SyncPorts;
  readonly rows = new Map<string, JsonSyncedRow>();
  readonly notes = new Set<string>();
  /** Rows whose creation was sent and not answered. */
  readonly doubtful = new Set<string>();
  /** Highest number of an issue that was seen; null before anybody looked. */
  highest: number | null = null;
  #state: SyncState;
  #kept: Promise<void> = Promise.resolve();
  #types: readonly IssueType[] = [];
  readonly #screens = new Map<string, Screen>();
  readonly #accounts = new Map<string, string>();
  readonly #lookedUp = new Set<string>();

  constructor(job: SyncJob, ports: SyncPorts) {
    this.job = job;
    this.ports = ports;
    this.#state = ports.state;
  }

  get state(): SyncState {
    return this.#state;
  }

  /** Changes what is remembered; in a plan, it is remembered for this run only. */
  async change(change: (state: SyncState) => SyncState): Promise<void> {
    const work = this.#kept.then(async () => {
      this.#state = change(this.#state);
      if (this.job.apply) await this.ports.keep(this.#state);
    });
    this.#kept = work.catch(() => undefined);
    await work;
  }

  /** Asks once what the project looks like. */
  async readProject(): Promise<void> {
    const { api } = this.ports;
    this.#types = await api.issueTypes(this.job.project);
    for (const { id, name } of this.#types) {
      const screen = screenOf(await api.screenFields(this.job.project, id), this.job.fields);
      this.#screens.set(id, screen);
      for (const note of screen.notes) this.notes.add(`${name}: ${note}`);
    }
  }

  /** Ids of the fields that are compared. */
  get fieldIds(): string[] {
    return [...new Set(['issuetype', ...[...this.#screens.values()].flatMap(({ targets }) => targets.map(({ id }) => id))])];
  }

  /** @returns the type that a row has in the project; null when the project has none like it */
  typeOf(cells: Cells): IssueType | null {
    const own = cells['Issue Type'].trim() || 'Task';
    const wanted = plainType(this.job.types[own] ?? own);
    return this.#types.find(({ name }) => plainType(name) === wanted) ?? null;
  }

  /** @returns the row as it can be planned, by the screen of what the issue is, or is to become; null without a type */
  planned(cells: Cells, remote?: RemoteIssue): PlannedRow | null {
    const { id } = (remote?.fields['issuetype'] ?? {}) as { id?: unknown };
    const screen = (typeof id === 'string' ? this.#screens.get(id) : undefined) ?? this.#screens.get(this.typeOf(cells)?.id ?? '');
    if (screen === undefined) return null;
    return {
      cells, screen, source: this.job.source,
      statuses: new Map(Object.entries(this.job.statuses).map(([from, to]) => [from.toLowerCase(), to])),
      lookups: { accounts: this.#accounts, keyOf: (row) => this.keyOf(row) },
    };
  }

  identityOf(cells: Cells): string {
    return identityOf(this.job.source, cells['Issue Key']);
  }

  keyOf(row: string): string | null {
    return this.#state.issues.get(row) ?? (keyInJira(row) === null ? null : row);
  }

  /** Finds the accounts of people in rows, each once. */
  async findAccounts(rows: readonly Cells[]): Promise<void> {
    const people = new Set(rows.flatMap((cells) => [cells['Assignee'].trim(), cells['Reporter'].trim()]).filter((person) => person !== ''));
    for (const person of people) {
      const email = /^[^\s@]+@[^\s@]+$/.test(person) ? person : this.job.people.get(person);
      if (email === undefined || this.#lookedUp.has(person)) continue;
      this.#lookedUp.add(person);
      try {
        const account = await this.ports.api.account(email);
        if (account !== null) this.#accounts.set(person, account);
      } catch (error) {
        this.notes.add(`People could not be looked up: ${sentenceOf(error)}`);
      }
    }
  }

  /** Says what became of a row; what was said of it before is added to. */
  tell(row: string, said: Partial<Omit<JsonSyncedRow, 'row'>>): void {
    const before = this.rows.get(row) ?? { row, issue: null, action: 'same', fields: [], differences: [], notes: [] };
    const action = before.action === 'create' && said.action !== 'failed' ? 'create' : said.action ?? before.action;
    this.rows.set(row, {
      row, issue: said.issue ?? before.issue, action,
      fields: [...new Set([...before.fields, ...said.fields ?? []])],
      differences: said.differences ?? before.differences,
      notes: [...new Set([...before.notes, ...said.notes ?? []])],
    });
  }
}

/** @returns why one row failed, so that the others can go on @throws what is no matter of one row */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof InDoubt || error instanceof Unanswered) return `no answer came (${error.message}); the next run looks whether it was done`;
  throw error;
}
