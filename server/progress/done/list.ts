/** What has to be true before an issue is done (scrum §6.1): the list of a team, or the one that everybody begins with. */
import * as z from 'zod';
import { FIELDS } from '../../tracking/fields.ts';

/** How bad a finding has to be to stand in the way. */
export const STANDING_IN_THE_WAY = ['error', 'warning', 'info'] as const;

const PATTERN = /^[a-z][a-z-]*\/(?:\*|[a-z][a-z-]*)$/;
const id = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'An id has small letters, digits and "-", and begins with a letter, such as "load-tested".');
const words = z.string().trim().min(1).max(200);
const percent = z.number().min(0).max(100);
const values = z.array(words).min(1);

const common = {
  id,
  /** Heading under which it stands. */
  group: words,
  title: words,
  /** Left out for issues that are no work on a model. */
  only: z.enum(['models']).exactOptional(),
};

const CHECKS = ['person', 'review', 'coverage', 'tests', 'findings', 'documentation', 'gates', 'merged', 'model', 'field'];

const item = z.discriminatedUnion('check', [
  /** Nothing can be seen of it. */
  z.strictObject({ ...common, check: z.literal('person') }),
  /** Somebody approved it, by log or commit. */
  z.strictObject({ ...common, check: z.literal('review') }),
  /** Lines of its files that tests run, in percent. */
  z.strictObject({ ...common, check: z.literal('coverage'), min: percent.exactOptional() }),
  z.strictObject({ ...common, check: z.literal('tests') }),
  /** No finding in its files, of this severity or worse. */
  z.strictObject({
    ...common, check: z.literal('findings'), severity: z.enum(STANDING_IN_THE_WAY).exactOptional(),
    rules: z.array(z.string().regex(PATTERN, 'Expected a rule such as "security/sql-injection", or a category such as "security/*".')).min(1).exactOptional(),
  }),
  /** Public code of its files that is documented, in percent. */
  z.strictObject({ ...common, check: z.literal('documentation'), min: percent.exactOptional() }),
  /** Quality gates; all that are configured where none is named. */
  z.strictObject({ ...common, check: z.literal('gates'), gates: values.exactOptional() }),
  /** It is on the main branch, and was not taken back. */
  z.strictObject({ ...common, check: z.literal('merged') }),
  /** The model reaches its baseline. */
  z.strictObject({ ...common, check: z.literal('model') }),
  /** Fields of the log: filled, or one of `met`. With `open` it is not decided yet; any other value is not met. */
  z.strictObject({ ...common, check: z.literal('field'), fields: z.array(z.enum(FIELDS)).min(1), met: values.exactOptional(), open: values.exactOptional() }),
], { error: `"check" must be one of ${CHECKS.map((check) => `"${check}"`).join(', ')}.` });

export const doneListSchema = z.strictObject({
  schemaVersion: z.literal(1),
  items: z.array(item).min(1).superRefine((items, context) => {
    items.forEach((each, at) => {
      if (items.findIndex(({ id: other }) => other === each.id) < at)
        context.addIssue({ code: 'custom', path: [at, 'id'], message: `"${each.id}" is the id of two items; give each its own.` });
    });
  }),
});

export type DoneList = z.infer<typeof doneListSchema>;
export type DoneItem = DoneList['items'][number];

const TESTS = 'Code and tests';
const MODEL = 'Model';
const OPERATION = 'Operation';
const DOCUMENTS = 'Documents';

/** The list of those who keep none of their own. */
export const USUAL_LIST: DoneList = {
  schemaVersion: 1,
  items: [
    { id: 'reviewed', group: TESTS, title: 'Reviewed and approved', check: 'review' },
    { id: 'covered', group: TESTS, title: 'Tests run 90% of its lines', check: 'coverage', min: 90 },
    { id: 'tests', group: TESTS, title: 'All tests pass', check: 'tests' },
    { id: 'standards', group: TESTS, title: 'Keeps to what was agreed on', check: 'findings', severity: 'error' },
    { id: 'gates', group: TESTS, title: 'Quality gates hold', check: 'gates' },
    { id: 'merged', group: TESTS, title: 'Merged, and not taken back', check: 'merged' },
    { id: 'performance', group: MODEL, title: 'Reaches its baseline', only: 'models', check: 'model' },
    { id: 'cross-validation', group: MODEL, title: 'Cross-validated', only: 'models', check: 'person' },
    { id: 'bias', group: MODEL, title: 'Checked for bias', only: 'models', check: 'person' },
    { id: 'explained', group: MODEL, title: 'Explained as far as needed', only: 'models', check: 'person' },
    { id: 'data-origin', group: OPERATION, title: 'Origin of its data told', only: 'models', check: 'field', fields: ['Data Source'] },
    { id: 'versioned', group: OPERATION, title: 'Its version is kept', only: 'models', check: 'person' },
    {
      id: 'deployment', group: OPERATION, title: 'Deployment tried', only: 'models', check: 'field', fields: ['Deployment Stage'],
      met: ['Staging', 'Production'], open: ['Dev'],
    },
    { id: 'watched', group: OPERATION, title: 'Watched, with alerts', only: 'models', check: 'person' },
    {
      id: 'model-described', group: DOCUMENTS, title: 'Model described', only: 'models', check: 'field',
      fields: ['Algorithm Used', 'Performance Metric', 'Achieved Score'],
    },
    { id: 'documented', group: DOCUMENTS, title: '90% of public code documented', check: 'documentation', min: 90 },
    {
      id: 'compliance', group: DOCUMENTS, title: 'Complies with what is required', check: 'field', fields: ['Compliance Status'],
      met: ['Compliant'], open: ['Under Review'],
    },
    { id: 'risk', group: DOCUMENTS, title: 'Its risk was judged', check: 'field', fields: ['Risk Level'] },
  ],
};

/** @returns the list as a file that a team can change: a line for each item, so that git merges it */
export function doneListText({ items }: DoneList): string {
  return `{\n  "schemaVersion": 1,\n  "items": [\n${items.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]\n}\n`;
}

/** @returns the items of an issue, by whether it is work on a model */
export function itemsFor({ items }: DoneList, isModel: boolean): DoneItem[] {
  return items.filter(({ only }) => only !== 'models' || isModel);
}
