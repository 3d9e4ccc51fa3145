/** Messages of other tools about the workspace's files: plain data, read from the reports they wrote. */

/** What a message is about when no rule of ours covers it. */
export type Topic = 'types' | 'security';

/** What a code of another tool means to us. */
export interface Meaning {
  /** Identifies the fault regardless of which tool reports it: the id of our rule if there is one. */
  fault: string;
  /** Our rule for the same fault; null when there is none. */
  rule: string | null;
  /** Where it counts when there is no rule; null when it does not count. */
  topic: Topic | null;
  /** The tool may repeat a secret in its message. */
  secret: boolean;
}

/** One tool message about a file of the workspace. */
export interface ToolMessage extends Meaning {
  /** As the tool writes it: `E722`, `arg-type`, `no-eval`. */
  code: string;
  /** Relative to the workspace, with `/`. */
  path: string;
  line: number;
  /** The tool's own severity level. */
  level: string;
  /** The tool's message, on one line and masked. */
  text: string;
}

/** The contents of one report of one tool. */
export interface ToolReport {
  /** `mypy`, `bandit`; in a SARIF file the name the tool gives itself. */
  tool: string;
  /** The scale that its severity levels use. */
  levels: 'mypy' | 'pylint' | 'flake8' | 'bandit' | 'eslint' | 'sarif';
  /** Path of the report, relative to the workspace. */
  path: string;
  messages: ToolMessage[];
  /** Messages about files that are not reviewed here, or about no file at all. */
  outside: number;
  /** How many of the files it mentions have changed since it was written. */
  olderThan: number;
  /** What a clean report vouches for; null when the tool covers more than one subject. */
  topic: Topic | null;
  /** The tool could not finish its work: a report without messages then proves nothing. */
  incomplete: boolean;
}
