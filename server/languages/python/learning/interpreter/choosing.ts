/** Where results on rows decide what is kept. */
import { traceOf } from '../domain/flow.ts';
import type { Test } from '../domain/events.ts';
import { rowsOf, type Value } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';

/** `if score > best`: a result decides how a loop continues, or which of several models is taken. */
export function chooseBy(machine: Machine, node: Light, condition: Value): void {
  if (condition.scores === null || (machine.loops.length === 0 && !areSeveral(condition.scores))) return;
  note(machine, node.fields['condition'] ?? node, condition.scores);
}

/** `max(scores)`, `np.argmax(scores)`, `results.accuracy.idxmax()`: the best of several. */
export function chooseBest(machine: Machine, node: Light, name: string, values: readonly Value[]): void {
  if (!machine.libraries.is(name, 'picksBest')) return;
  const { scores } = traceOf(values);
  if (scores !== null && areSeveral(scores)) note(machine, node, scores);
}

/** A border found on these rows determines their answers: the test chose it. */
export function chooseBorder(machine: Machine, node: Light, [answered, border]: readonly Value[]): void {
  if (answered === undefined || border === undefined || answered.answers === null || rowsOf(answered) === null || rowsOf(border) !== null) return;
  note(machine, node, border.scores ?? []);
}

function note(machine: Machine, node: Light, scores: Iterable<Test>): void {
  for (const test of scores) machine.events.chooses.push({ ...machine.at(node), rows: test.rows, test });
}

/** Results of several models, or of one that was trained again. */
function areSeveral(scores: ReadonlySet<Test>): boolean {
  return new Set([...scores].map(({ model, version }) => `${model.id} ${version}`)).size > 1;
}
