/** What other tools said of the workspace's files: plain data, taken from the reports that they wrote. */

/** What a message is about when no rule of ours stands for it. */
export type Topic = 'types' | 'security';

/** What a code of another tool means to us. */
export interface Meaning {
  /** Names the fault whichever tool tells of it: the id of our rule where there is one. */
  fault: string;
  /** Our rule for the same fault; null when there is none. */
  rule: string | null;
  /** Where it counts without a rule; null when it counts nowhere. */
  topic: Topic | null;
  /** The tool may repeat a secret in its words. */
  secret: boolean;
}

/** One message of a tool about a file of the workspace. */
export interface ToolMessage extends Meaning {
  /** As the tool writes it: `E722`, `arg-type`, `no-eval`. */
  code: string;
  /** Relative to the workspace, with `/`. */
  path: string;
  line: number;
  /** How grave the tool calls it, in the tool's own word. */
  level: string;
  /** The tool's words, on one line and masked. */
  text: string;
}

/** What one tool wrote into one report. */
export interface ToolReport {
  /** `mypy`, `bandit`; in a SARIF file the name that the tool gives itself. */
  tool: string;
  /** The kind of levels that its messages have. */
  levels: 'mypy' | 'pylint' | 'flake8' | 'bandit' | 'eslint' | 'sarif';
  /** Of the report, relative to the workspace. */
  path: string;
  messages: ToolMessage[];
  /** Messages about files that are not reviewed here, or about no file. */
  outside: number;
  /** How many of the files that it names were changed after it was written. */
  olderThan: number;
  /** What a clean report speaks for; null when the tool is not about one thing. */
  topic: Topic | null;
  /** The tool could not do all of its work: then a report without messages says nothing. */
  incomplete: boolean;
}
