/** `.archwright/maturity.json`: how a team sees itself (scrum §9.1), area by area, at one time after another. */
import * as z from 'zod';
import { MEASURES, type MeasureId } from '../../protocol/maturity.ts';

const words = z.string().trim().min(1).max(200);
const level = z.int().min(1).max(5);
const areaId = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'An id has small letters, digits and "-", and begins with a letter, such as "on-call".');

const area = z.strictObject({
  id: areaId,
  title: words,
  /** What is measured beside it. */
  measures: z.array(z.enum(MEASURES)).exactOptional(),
});

const answer = z.strictObject({
  /** Null until somebody answers. */
  level: level.nullable(),
  why: z.string().max(1000).exactOptional(),
  target: level.exactOptional(),
});

const assessment = z.strictObject({ date: z.iso.date('Expected a day such as "2026-01-31".'), by: z.string().max(200), answers: z.record(z.string(), answer) });

export interface Area {
  id: string;
  title: string;
  measures: readonly MeasureId[];
}

/** The areas of those who name none. */
export const USUAL_AREAS: readonly Area[] = [
  { id: 'agile', title: 'Agile practices', measures: ['estimated', 'sprints-kept'] },
  { id: 'ml-engineering', title: 'Machine learning', measures: ['models-described', 'baselines-reached'] },
  { id: 'data', title: 'Data', measures: ['data-told'] },
  { id: 'collaboration', title: 'Collaboration', measures: ['reviewed'] },
  { id: 'automation', title: 'Automation', measures: ['tests-passed', 'gates-passed'] },
  { id: 'measurement', title: 'Measurement', measures: ['covered', 'reviews-kept'] },
  { id: 'innovation', title: 'Innovation', measures: ['compared'] },
  { id: 'compliance', title: 'Compliance', measures: ['compliance-judged', 'compliant'] },
];

export const maturitySchema = z.strictObject({
  schemaVersion: z.literal(1),
  areas: z.array(area).min(1).exactOptional(),
  assessments: z.array(assessment),
}).superRefine(({ areas, assessments }, context) => {
  const ids = (areas ?? USUAL_AREAS).map(({ id }) => id);
  const refuse = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
  areas?.forEach(({ id }, at) => {
    if (ids.indexOf(id) < at) refuse(['areas', at, 'id'], `"${id}" is the id of two areas; give each its own.`);
  });
  assessments.forEach(({ date, answers }, at) => {
    if (assessments.findIndex((each) => each.date === date) < at) refuse(['assessments', at, 'date'], `There are two assessments of ${date}.`);
    for (const id of Object.keys(answers)) {
      if (!ids.includes(id)) refuse(['assessments', at, 'answers', id], `There is no area "${id}". The areas are ${ids.join(', ')}.`);
    }
  });
});

export type MaturityFile = z.infer<typeof maturitySchema>;

/** @returns the areas of a file, in its order */
export function areasOf(file: MaturityFile | null): readonly Area[] {
  return file?.areas?.map(({ id, title, measures }) => ({ id, title, measures: measures ?? [] })) ?? USUAL_AREAS;
}

/** @param day of the assessment @returns a file to begin with: every usual area, to be answered; a line each, so that git merges it */
export function maturityTemplate(day: string): string {
  const answers = USUAL_AREAS.map(({ id }) => `        ${JSON.stringify(id)}: { "level": null, "why": "" }`);
  return `{\n  "schemaVersion": 1,\n  "assessments": [\n    {\n      "date": "${day}",\n      "by": "",\n      "answers": {\n${answers.join(',\n')}\n`
    + '      }\n    }\n  ]\n}\n';
}
