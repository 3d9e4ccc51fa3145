/** What the documents of Scrum are filled with. Facts only: what people decide in a meeting is left to them. */

export const DOCUMENT_KINDS = ['planning', 'stand-up', 'review', 'retrospective', 'story'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface ScrumIssue {
  key: string;
  summary: string;
  status: string;
  assignee: string;
  /** Null where nobody set them. */
  points: number | null;
}

export type Level = 'High' | 'Medium' | 'Low';

export interface SprintHealth {
  /** From 0 to 100, the average of the parts that are known; null when none is. */
  score: number | null;
  /** Null where nothing tells. */
  velocity: number | null;
  quality: number | null;
  experiments: number | null;
}

export interface RiskEntry extends ScrumIssue {
  probability: Level;
  impact: Level;
  level: Level;
}

export interface SprintFacts {
  /** Of the log; null where it names none, so that the last two weeks are told. */
  sprint: string | null;
  day: string;
  /** Points that people set. */
  planned: number;
  achieved: number;
  /** Average of the last three sprints before, or of the last weeks; null before the first. */
  velocityTarget: number | null;
  finished: ScrumIssue[];
  open: ScrumIssue[];
  /** Of the whole log: what is stuck does not ask for the sprint. */
  blocked: ScrumIssue[];
  overdue: ScrumIssue[];
  /** Issues whose points nobody set. */
  toEstimate: ScrumIssue[];
  /** Open issues, the highest first. */
  priorities: (ScrumIssue & { score: number })[];
  risks: RiskEntry[];
  health: SprintHealth;
  velocity: { sprint: string; traditional: number; mlDevelopment: number; dataEngineering: number; mlops: number; total: number }[];
  models: { key: string; modelType: string; metric: string; baseline: number | null; achieved: number }[];
  /** Days; null where nothing was measured. */
  cycleTime: { medianDays: number | null; longest: { key: string; days: number }[] };
  reverted: ScrumIssue[];
  /** For the stand-up: by person, since the last working day. */
  people: { name: string; since: ScrumIssue[]; now: ScrumIssue[]; blocked: ScrumIssue[]; commits: number }[];
  since: string;
}

export interface StoryFacts extends ScrumIssue {
  description: string;
  type: string;
  priority: string;
  score: number;
  /** The parts of the score, from 0 to 10, and what each rests on. */
  factors: { name: string; value: number; weight: number; from: string }[];
  model: { type: string; metric: string; lowerIsBetter: boolean; baseline: number | null; achieved: number | null; inferenceMs: number | null } | null;
  /** Definition of done: whether an item is met, and what that is known from. */
  done: { group: string; item: string; done: boolean; evidence: string }[];
}
