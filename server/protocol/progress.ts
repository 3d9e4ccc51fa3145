/** The shape of `track report --format json`, version 1. A report holds what was asked for; what could not be told is null, with a note. */
import * as z from 'zod';

/** In the order in which they are shown. */
export const REPORT_KINDS = [
  'velocity', 'completion', 'cycle-time', 'ai-ml', 'risk', 'overdue', 'weekly', 'kpi', 'hotspots', 'coupling', 'ownership',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

const count = z.int().min(0);
const amount = z.number().min(0);
/** From 0 to 100; null where nothing is there to count. */
const percent = z.number().min(0).max(100).nullable();
/** Null where nothing was measured. */
const days = z.number().min(0).nullable();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const month = z.string().regex(/^\d{4}-\d\d$/);
const week = z.string().regex(/^\d{4}-W\d\d$/);
const issue = { key: z.string(), summary: z.string(), status: z.string() };

const velocity = z.strictObject({
  /** Each week from the first with work to the last, also those in which nothing happened. */
  weeks: z.array(z.strictObject({
    week, from: day, createdIssues: count, createdPoints: amount, completedIssues: count, completedPoints: amount,
  })),
  totalStoryPoints: amount, completedStoryPoints: amount, completionRate: percent, averageCycleTimeDays: days,
  /** Issues whose points nobody set. */
  assumedIssues: count,
  /** Of the last whole weeks, up to eight; null before the first. */
  recent: z.strictObject({ weeks: count, averagePoints: amount, averageIssues: amount, lowestPoints: amount, highestPoints: amount }).nullable(),
  /** Points of finished issues by kind of work; `planned` holds those of all its issues. */
  sprints: z.array(z.strictObject({
    sprint: z.string(), planned: amount, traditional: amount, mlDevelopment: amount, dataEngineering: amount, mlops: amount, total: amount,
  })),
});

const completion = z.strictObject({
  totalIssues: count, completedIssues: count, completionRate: percent,
  totalStoryPoints: amount, completedStoryPoints: amount, completedPointsRate: percent,
  byStatus: z.array(z.strictObject({ status: z.string(), issues: count })),
  byType: z.array(z.strictObject({ type: z.string(), issues: count, completed: count })),
  /** Open issues that nobody touched for 30 days, and the longest of them. */
  untouched: count, longestUntouched: z.array(z.strictObject({ ...issue, days: count })),
});

const cycleTime = z.strictObject({
  /** Finished issues whose beginning and end are known. */
  issues: count, averageDays: days, medianDays: days, p85Days: days,
  /** Finished issues that are a single commit: git does not tell when their work began. */
  withoutBeginning: count,
  /** Finished issues that end before they begin, or have no end. */
  implausible: count,
  byType: z.array(z.strictObject({ type: z.string(), issues: count, medianDays: days })),
  byMonth: z.array(z.strictObject({ month, issues: count, medianDays: days })),
  longest: z.array(z.strictObject({ ...issue, days: z.number().min(0) })),
});

const aiMl = z.strictObject({
  totalAiIssues: count, completedAiIssues: count,
  /** Null where scores are of different metrics, whose average says nothing. */
  averageModelScore: z.number().nullable(),
  modelTypesDistribution: z.record(z.string(), count),
  scores: z.array(z.strictObject({ metric: z.string(), issues: count, average: z.number(), best: z.number(), lowerIsBetter: z.boolean() })),
  performanceTrends: z.array(z.strictObject({ day, key: z.string(), modelType: z.string(), metric: z.string(), score: z.number() })),
  performanceImprovements: z.array(z.strictObject({
    key: z.string(), modelType: z.string(), metric: z.string(), baseline: z.number(), achieved: z.number(), improvementPercent: z.number(),
  })),
});

const risk = z.strictObject({
  highRiskIssues: count, technicalDebtIssues: count, overdueIssues: count, blockedIssues: count,
  riskDistribution: z.record(z.string(), count),
  /** Issues whose risk nobody judged. */
  assumedIssues: count,
  /** Open issues of high risk, blocked or overdue. */
  toWatch: z.array(z.strictObject({ ...issue, why: z.array(z.string()) })),
});

const overdue = z.strictObject({
  openIssues: count, withDueDate: count,
  issues: z.array(z.strictObject({ ...issue, assignee: z.string(), due: day, days: count })),
});

const weekTotals = { finishedIssues: count, finishedPoints: amount, createdIssues: count };
const weekly = z.strictObject({
  week, from: day, to: day, executiveSummary: z.array(z.string()),
  workflowPerformance: z.strictObject({
    ...weekTotals, before: z.strictObject(weekTotals), inProgress: count, blocked: count, overdue: count,
    /** Null outside of git. */
    commits: count.nullable(), authors: count.nullable(), deployments: z.array(z.string()).nullable(),
    /** Of the reviews of the week. */
    score: z.strictObject({ first: z.number(), last: z.number() }).nullable(),
    gates: z.strictObject({ passed: count, total: count, passRate: percent }).nullable(),
  }),
  modelPerformance: z.array(z.strictObject({ key: z.string(), modelType: z.string(), metric: z.string(), baseline: z.number().nullable(),
    achieved: z.number() })),
  businessImpact: z.strictObject({ highValueFinished: z.array(z.strictObject(issue)) }),
  finished: z.array(z.strictObject({ ...issue, assignee: z.string(), points: amount })),
  insights: z.array(z.string()), recommendations: z.array(z.string()), actionItems: z.array(z.string()),
  /** The last week before in which something was finished, when nothing was in this one. */
  lastActiveWeek: week.nullable(),
});

const indicator = z.strictObject({
  id: z.string(), title: z.string(), unit: z.enum(['days', 'hours', '%', 'ms']),
  target: z.strictObject({ operator: z.enum(['<', '>']), value: z.number() }),
  value: z.number().nullable(), met: z.boolean().nullable(),
  /** How many things it was measured on, and one of them. */
  basis: count, basisOf: z.string(),
  /** Why there is no value; empty when there is one. */
  missing: z.string(),
});
const kpi = z.strictObject({
  from: day, to: day, indicators: z.array(indicator),
  /** Indicators of the guidelines of which neither log nor git tells. */
  notMeasured: z.array(z.string()),
  /** Null outside of git. */
  delivery: z.strictObject({
    deployments: count, byMonth: z.array(z.strictObject({ month, deployments: count, changes: count, medianLeadTimeDays: days })),
    first: z.strictObject({ tag: z.string(), day }).nullable(), last: z.strictObject({ tag: z.string(), day }).nullable(),
    leadTime: z.strictObject({ changes: count, medianHours: days, p85Hours: days }),
    /** Changes that are left out because they came with the first deployment, and those that wait for one. */
    withFirst: count, waiting: count,
    /** Squashed changes whose first commit is not known: counted from their arrival. */
    fromArrival: count,
  }).nullable(),
});

const history = { commits: count, from: day.nullable(), to: day.nullable() };
const hotspots = z.strictObject({
  ...history, files: count,
  hotspots: z.array(z.strictObject({ path: z.string(), revisions: count, lines: count, churn: count, hotspot: z.int().min(0).max(100), ageMonths: count })),
  /** How many files were last changed so long ago. */
  age: z.array(z.strictObject({ upTo: z.string(), files: count })),
});
const coupling = z.strictObject({
  ...history, largeCommits: count,
  thresholds: z.strictObject({ minRevs: count, minSharedRevs: count, minCoupling: count, maxCoupling: count, maxChangesetSize: count }),
  /** Of all of them the closest. */
  totalPairs: count, pairs: z.array(z.strictObject({ first: z.string(), second: z.string(), degree: count, shared: count, averageRevs: count })),
  sumOfCoupling: z.array(z.strictObject({ path: z.string(), soc: count })),
});
const ownership = z.strictObject({
  ...history, files: count, busFactor: count,
  /** `files` counts those of which somebody is the main author. */
  authors: z.array(z.strictObject({ author: z.string(), added: count, share: z.number(), files: count, lastCommit: day })),
  /** Files with a single author, and those whose main author has not committed for a year. */
  ofOneAuthor: count, ofAbsentAuthors: count,
  entities: z.array(z.strictObject({ path: z.string(), mainAuthor: z.string(), share: z.number(), authors: count, busFactor: count, absent: z.boolean() })),
});

export const progressSchema = z.strictObject({
  schemaVersion: z.literal(1), generatedAt: z.iso.datetime(), timeZone: z.string(),
  log: z.strictObject({ issues: count, assumedIssues: count }),
  /** Sentences about what the figures do not hold. */
  notes: z.array(z.string()),
  velocity: velocity.nullable().optional(),
  completion: completion.nullable().optional(),
  cycleTime: cycleTime.nullable().optional(),
  aiMl: aiMl.nullable().optional(),
  risk: risk.nullable().optional(),
  overdue: overdue.nullable().optional(),
  weekly: weekly.nullable().optional(),
  kpi: kpi.nullable().optional(),
  hotspots: hotspots.nullable().optional(),
  coupling: coupling.nullable().optional(),
  ownership: ownership.nullable().optional(),
});

export type Progress = z.infer<typeof progressSchema>;
export type Velocity = z.infer<typeof velocity>;
export type Completion = z.infer<typeof completion>;
export type CycleTime = z.infer<typeof cycleTime>;
export type AiMl = z.infer<typeof aiMl>;
export type Risk = z.infer<typeof risk>;
export type Overdue = z.infer<typeof overdue>;
export type Weekly = z.infer<typeof weekly>;
export type Indicator = z.infer<typeof indicator>;
export type Kpi = z.infer<typeof kpi>;
export type Hotspots = z.infer<typeof hotspots>;
export type Coupling = z.infer<typeof coupling>;
export type Ownership = z.infer<typeof ownership>;
