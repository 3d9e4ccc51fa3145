/** The shape of `track maturity --format json`, version 1. */

/** From 1 to 5, as they are called. */
export const MATURITY_LEVELS = ['by chance', 'repeated', 'agreed on', 'measured', 'improved all the time'] as const;

export const MEASURES = [
  'estimated', 'sprints-kept', 'models-described', 'baselines-reached', 'data-told', 'reviewed', 'tests-passed', 'gates-passed', 'covered',
  'reviews-kept', 'compared', 'compliance-judged', 'compliant',
] as const;
export type MeasureId = (typeof MEASURES)[number];

/** Something that log, reviews and audit log tell of an area. */
export interface MaturityMeasure {
  id: MeasureId;
  title: string;
  part: number;
  whole: number;
  /** Null where there is too little to tell. */
  percent: number | null;
}

export interface MaturityArea {
  id: string;
  title: string;
  /** The team's answer in the latest assessment, 1 to 5; null without one. */
  level: number | null;
  why: string;
  target: number | null;
  /** In the assessment before; null without one. */
  before: number | null;
  /** In every assessment, the oldest first. */
  trend: (number | null)[];
  /** What is measured would make it; no answer. Null where nothing could be measured. */
  proposed: number | null;
  measured: MaturityMeasure[];
}

export interface MaturityReport {
  schemaVersion: 1;
  /** Path of the team's file, relative to the folder; null when there is none. */
  file: string | null;
  /** The oldest first; the average is that of the areas that were answered. */
  assessments: { date: string; by: string; answered: number; average: number | null }[];
  areas: MaturityArea[];
  /** Days that were measured. */
  from: string;
  to: string;
  notes: string[];
}
