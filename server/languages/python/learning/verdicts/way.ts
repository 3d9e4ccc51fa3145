/** The path of the data, step by step, as a finding shows it. */
import type { DataStep } from '../../../../facts/learning-facts.ts';
import type { Choose, Learn, Repeat, Split, Test, Train } from '../domain/events.ts';
import type { Model } from '../domain/kinds.ts';
import { splitOf } from '../domain/row-relations.ts';
import type { RowSet } from '../domain/rows.ts';

/** Longer paths are cut. */
const STEPS = 8;

export const learned = ({ span, text }: Learn): DataStep => ({ span, role: 'learns', text });
export const copied = ({ span, text }: Repeat): DataStep => ({ span, role: 'copies', text });
export const trained = ({ span, text }: Train): DataStep => ({ span, role: 'trains', text });
export const tested = ({ span, text }: Test): DataStep => ({ span, role: 'tests', text });
export const splits = ({ span, text }: Split): DataStep => ({ span, role: 'splits', text });
export const chooses = ({ span, text }: Choose): DataStep => ({ span, role: 'chooses', text });

/** @returns the split that set the rows aside, if one did */
export function parted(rows: RowSet): DataStep[] {
  const split = splitOf(rows);
  return split === null ? [] : [splits(split)];
}

/** @returns the name that a finding gives a model */
export const nameOf = ({ name }: Model): string => (name === '' ? 'model' : name);

/** What a finding says about something that only fills gaps or cuts. */
export const slight = ({ use }: Learn): { slight?: true } => (use === undefined ? {} : { slight: true });

/** @returns every place once, in the order given */
export function way(steps: readonly DataStep[]): DataStep[] {
  const seen = new Set<string>();
  return steps.filter(({ span, role }) => {
    const key = `${role} ${span.join(':')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }).slice(0, STEPS);
}
