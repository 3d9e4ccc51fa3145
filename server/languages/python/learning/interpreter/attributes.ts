/** `object.name` that is not called. */
import { keepColumns, placesOf } from '../domain/columns.ts';
import { knowledge } from '../domain/combine.ts';
import type { Learn } from '../domain/events.ts';
import { bind, methodOf } from './callables.ts';
import { SHAPES } from '../knowledge/names.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { innerTest, knowledgeOf } from './models.ts';
import { blank, table, traceOf, type Value } from '../domain/values.ts';

/** Another look at the same rows: what is done to it in place is done to the table. */
const VIEWS = new Set(['loc', 'iloc', 'at', 'iat', 'ix']);

export function attributeOf(machine: Machine, node: Light, object: Value, name: string): Value {
  const kept = object.attributes?.get(name);
  if (kept !== undefined) return kept;
  if (object.lib !== null) return { ...blank(), lib: `${object.lib}.${name}` };
  if (object.instanceOf !== null) {
    const method = methodOf(object.instanceOf, name);
    if (method !== null) return bind(object, method);
  }
  if (object.model !== null) {
    const found = ofModel(machine, node, object, name);
    if (found !== null) return found;
  }
  if (object.cls !== null) {
    const own = object.cls.scope.names.get(name);
    if (own !== undefined) return own;
    const method = object.cls.methods.get(name);
    return method === undefined ? blank() : { ...blank(), fn: { name, node: method, parameters: method.fields['parameters'] ?? null, body: method.fields['body'] ?? method, scope: object.cls.scope, self: null } };
  }
  if (object.rows !== null) return ofTable(object, name);
  return { ...blank(), learned: new Set(object.learned), sizeOf: object.sizeOf, gist: object.gist, ...traceOf([object]) };
}

function ofTable(object: Value, name: string): Value {
  if (VIEWS.has(name)) return { ...object, learned: object.learned, view: object };
  if (name === 'index') return { ...table(object.rows), index: true };
  if (SHAPES.has(name)) return { ...blank(), sizeOf: object.rows, };
  const made = { ...table(object.rows, object.learned), ...traceOf([object]), view: object, index: object.index, mask: object.mask, single: object.single, random: object.random, grouped: object.grouped, windows: object.windows, gist: object.gist };
  made.where = placesOf(object);
  if (/^(values|T|data|target|str|dt|cat|sparse|array)$/.test(name)) return made;
  keepColumns(made, [name]);
  made.column = name;
  return made;
}

function ofModel(machine: Machine, node: Light, object: Value, name: string): Value | null {
  const model = object.model!;
  if (/^(best_estimator_|estimator_?|named_steps|steps|model|best_model)$/.test(name)) return object;
  if (/^(best_score_|cv_results_)$/.test(name)) return innerTest(machine, node, object);
  if (/^(wv|docvecs|dv|vectors)$/.test(name)) return knowledge(knowledgeOf(machine, node, model));
  if (name === 'best_params_' || name === 'best_params') return blank();
  if (/^(labels_|embedding_)$/.test(name)) {
    const rows = model.data?.rows ?? null;
    return table(rows, knowledgeOf(machine, node, model));
  }
  // What a model or selector has learned, taken out of it: coefficients, importances, columns that it keeps.
  if (/[a-z]_$/.test(name) || name === 'pvalues' || name === 'params') {
    const learns: Learn[] = [...knowledgeOf(machine, node, model)];
    return knowledge(learns);
  }
  return object.rows === null ? blank() : null;
}
