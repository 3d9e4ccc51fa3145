/** Leaks where the file does not show the end: tables that leave it, and what was fitted and kept for later. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events, Learn } from '../domain/events.ts';
import { repeatIn, touches } from '../domain/row-relations.ts';
import type { RowSet } from '../domain/rows.ts';
import { ownFitOf } from './own-fit.ts';
import { copied, learned, parted, slight, splits, way } from './way.ts';

interface Leaving { rows: RowSet; learned: ReadonlySet<Learn> }

/** Parts of one split leave the file together, and one knows of the other. */
export function escaped({ escapes }: Events): LeakFact[] {
  return escapes.flatMap(({ parts }) => parts.flatMap((a) => parts.flatMap((b) => between(withoutTarget(a, parts), b))));
}

/** A border that is known in only one of the tables of these rows is part of the question: `y = price > price.mean()`. */
function withoutTarget({ rows, learned: all }: Leaving, parts: readonly Leaving[]): Leaving {
  const alike = parts.filter((each) => each.rows === rows);
  return { rows, learned: new Set([...all].filter((learn) => learn.use !== 'cuts' || alike.every((each) => each.learned.has(learn)))) };
}

function between(a: Leaving, b: Leaving): LeakFact[] {
  const [one, other] = [a.rows, b.rows];
  if (one.kind !== 'part' || other.kind !== 'part' || one.side !== '0' || one === other || one.split === undefined) return [];
  if (one.parent !== other.parent || one.key !== other.key || one.split.plain === true) return [];
  const found = [...a.learned].filter((learn) => touches(learn.rows, other))
    .map((learn): LeakFact => ({
      kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), ...parted(other)]), ...slight(learn),
    }));
  const repeat = repeatIn(one.parent);
  found.push(...ownFitOf(a, b));
  return repeat === null ? found : [...found, { kind: 'overlap', span: repeat.span, about: repeat.name, steps: way([copied(repeat), ...parted(other)]) }];
}

/** Fitted on rows that are split afterwards, and kept for a use that the file does not show. */
export function unapplied({ kept, partings, trains, tests, escapes }: Events): LeakFact[] {
  return kept.flatMap((learn): LeakFact[] => {
    const parting = partings.find(({ rows, split }) => split.id > learn.id && touches(learn.rows, rows));
    if (parting === undefined || [...trains, ...tests, ...escapes.flatMap(({ parts }) => parts)].some((each) => each.learned.has(learn))) return [];
    return [{ kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), splits(parting.split)]), ...slight(learn) }];
  });
}
