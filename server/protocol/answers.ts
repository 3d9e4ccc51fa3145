/**
 * What clients are told of a folder: the parts of its review as wholes, lists in pages. Only the state of the workspace is sent
 * by itself, to those that follow it; the rest is for those that ask, and an answer that a client has already is not sent again.
 */
import type { GateResult } from './gates.ts';
import type { ReportCommit, ReportedSeverity, ReportFiles, ReportFinding, ReportGraph, ReportHealth, ReportRange, ReportScore } from './report.ts';
import type { LogRow } from './tracking.ts';

/** What has a version of its own. A client asks again about a part when its version is another. `changes` has no answers: it tells which code is new. */
export const PARTS = ['origin', 'changes', 'graph', 'figures', 'score', 'cuts', 'findings', 'log', 'imports'] as const;
export type Part = (typeof PARTS)[number];

/** By part; parts that do not exist yet are missing. */
export type Versions = Partial<Record<Part, string>>;

/** One workspace folder. */
export interface FolderState {
  /** Stable key of the folder (its URI). */
  key: string;
  name: string;
  /** Why the folder cannot be reviewed, as a sentence. */
  problem: string | null;
  /** Of all parts but log, imports and changes only after the first review. */
  versions: Versions;
}

/** Everything that is sent without being asked for, to clients that follow it. */
export interface WorkspaceState {
  folders: FolderState[];
  /** Key of the folder to show first. */
  active: string | null;
  /** True while a review is running. */
  busy: boolean;
}

/** What findings can be gathered by where they are listed. */
export const GROUPINGS = ['rule', 'block', 'file'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** So many edges can be asked about at once. */
export const MOST_FLOWS = 200;

/** A page holds at most so many entries. */
export const LARGEST_PAGE = 500;

/** What changes about a block with its findings. */
export interface BlockFigures extends ReportHealth {
  /** Those in the baseline included. */
  findings: number;
  /** Outside of the baseline. */
  fresh: Record<ReportedSeverity, number>;
}

/** The score with what is told beside it. */
export interface ScorePart {
  score: ReportScore;
  gate?: GateResult;
  files: Omit<ReportFiles, 'skipped'>;
  /** The first of the files that could not be read, and the number of all. */
  skipped: { count: number; first: ReportFiles['skipped'] };
  /** Findings outside of the baseline. */
  fresh: Record<ReportedSeverity, number>;
  /** How many are in the baseline. */
  accepted: number;
  /** How many findings each rule has, those in the baseline included. */
  rules: Record<string, number>;
}

/** Findings with the same rule, block or file. */
export interface FindingGroup {
  /** Id of the rule or block, or path of the file; empty for findings in no block. */
  id: string;
  severity: ReportedSeverity;
  /** How many of them are blockers. */
  blocking: number;
  /** Of the rule; empty for other groups. */
  guideline: string;
  count: number;
}

/** What is reviewed, to the day: a time would be another with each edit. */
export interface OriginPart {
  project: string;
  /** In the time zone of the server, `2026-01-31`. */
  day: string;
  /** Null outside a git repository, before the first commit, and where git may not be asked. */
  commit: ReportCommit | null;
}

/** What new code is compared with, as the end of a sentence, or why and what to do where that cannot be told, as sentences. */
export type NewCodeWords = { words: string } | { problem: string };

/** A page of a list. */
export interface ListPage<Entry> {
  /** How many the whole list has. */
  total: number;
  entries: Entry[];
}

/** The header of a group of rows of the log, and what they come to. */
export interface LogGroup {
  kind: 'group';
  /** What the rows have in common; empty for those without a value. */
  value: string;
  folded: boolean;
  issues: number;
  reviews: number;
  /** Story points of the issues, and of those that are done; null where no issue has any. */
  points: number | null;
  pointsDone: number | null;
  /** Logged time in seconds; null where no issue has any. */
  spent: number | null;
}

/** A line of the log's table. */
export type LogLine = LogRow | LogGroup;

/** A field of issues, for columns and for those who fill it in. */
export interface LogFieldInfo {
  /** In the log. */
  name: string;
  /** Key of the column that shows it. */
  column: string;
  input: 'text' | 'choice' | 'date' | 'number' | 'list';
  /** The only values, in their order; empty where there are others. */
  choices: string[];
  /** Completes "expected …". */
  allowed: string;
  /** Why it is not changed by hand, as a sentence; null when it is. */
  readOnly: string | null;
  /** Some issue has a value. */
  isUsed: boolean;
}

/** A review on the time line of the score. */
export interface TrendPoint {
  time: string;
  score: number;
  grade: string;
  /** Change of the score since the review before; null for the first. */
  delta: number | null;
  errors: number | null;
  warnings: number | null;
  branch: string;
  /** Abbreviated. */
  commit: string;
}

/** How much is finished by week, as `track report` counts it. */
export interface VelocityPart {
  /** What it comes to, or why nothing can be told yet; each a sentence. */
  words: string[];
  unit: 'points' | 'issues';
  /** The last weeks with everything between them, such as `2026-W05`, oldest first; none where one week alone has work in it. */
  weeks: { week: string; finished: number }[];
}

/** One import statement between two blocks. */
export interface BlockImport {
  /** The importing file. */
  path: string;
  range: ReportRange;
  /** The imported file. */
  to: string;
  /** What is imported by name; empty for a whole module. */
  names: string[];
  typeOnly: boolean;
}

/** What passes through a block. */
export interface BlockLoad {
  block: string;
  /** Pairs of two other blocks whose shortest way leads over it, to the whole number. */
  onWays: number;
  usedBy: number;
  uses: number;
  /** Ce / (Ca + Ce), counting blocks; null when it stands alone. */
  instability: number | null;
  /** Why it is a bottleneck: it is on many of the ways, or many use it although it uses many itself. Empty when it is none. */
  reasons: ('ways' | 'users')[];
}

export interface Bottlenecks {
  /** Pairs of blocks of which one reaches the other. */
  pairs: number;
  /** From how many of the blocks ways were counted; fewer than all in a large graph, where counts are estimates. */
  sources: number;
  of: number;
  /** Those that are bottlenecks, those on most ways first; where one block was asked about, only this one, whether it is one or not. */
  blocks: BlockLoad[];
}

/** A name that passes from a block to one that uses it. */
export interface FlowName {
  /** Of a whole file, its name. */
  name: string;
  /** In how many imports. */
  count: number;
  /** The first of them. */
  path: string;
  range: ReportRange;
}

/** What passes along an edge, each list with the names of most imports first. */
export interface EdgeFlow {
  from: string;
  to: string;
  /** Used as types, classes that are extended among them. */
  types: FlowName[];
  /** Read or handed on. */
  values: FlowName[];
  calls: FlowName[];
  /** Classes of which objects are made. */
  makes: FlowName[];
}

/** The answer to each kind of question. */
export interface Answers {
  origin: OriginPart;
  /** Without the health of blocks, which is among the figures. */
  graph: ReportGraph;
  /** By id of the block. */
  figures: Record<string, BlockFigures>;
  score: ScorePart;
  /** For each tangle of the graph, by its first block, the first findings that say where to cut. */
  cuts: Record<string, ReportFinding[]>;
  /** `found` is the number of findings in all groups; `newCode` is there where only those in new code are wanted. */
  groups: ListPage<FindingGroup> & { found: number; newCode?: NewCodeWords };
  findings: ListPage<ReportFinding>;
  /** The lines of the table: rows, and headers where they are grouped. `found` counts the rows that match, folded ones too; `all` every row. */
  log: ListPage<LogLine> & { found: number; all: number };
  /** Where the line of a row is, or the header over it where its group is folded; null when it does not match. Rows go by their `lineId`. */
  'log-place': { index: number | null };
  /** All fields of issues, in the order of the log. */
  'log-fields': LogFieldInfo[];
  /** As CSV. */
  'log-table': { csv: string };
  /** The latest reviews with a score, oldest first. */
  trend: TrendPoint[];
  velocity: VelocityPart;
  imports: BlockImport[];
  bottlenecks: Bottlenecks;
  /** In the order of the question, without those that are no edge. */
  flows: EdgeFlow[];
}

/** The part that an answer comes from. */
export const PART_OF = {
  origin: 'origin', graph: 'graph', figures: 'figures', score: 'score', cuts: 'cuts', groups: 'findings', findings: 'findings',
  log: 'log', 'log-place': 'log', 'log-table': 'log', 'log-fields': 'log', trend: 'log', velocity: 'log', imports: 'imports', bottlenecks: 'graph',
  flows: 'imports',
} as const satisfies Record<keyof Answers, Part>;
