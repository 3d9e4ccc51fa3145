/** `object.name` that is not called. */
import { keepColumns, placesOf } from '../domain/columns.ts';
import { turned } from '../domain/combine.ts';
import { traceOf } from '../domain/flow.ts';
import type { Model, Table } from '../domain/kinds.ts';
import { isMadeUp } from '../domain/rows.ts';
import {
  as, blank, classOf, countOf, countedBy, instanceOf, knowledge, libraryOf, modelOf, ofFunction, ofLibrary, rowsOf, setTable, table, type Value,
} from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import { bound, functionFrom, methodOf } from './callables.ts';
import { openColumn } from './column-expressions.ts';
import type { Machine } from './machine.ts';
import { innerTest, knowledgeOf } from './models.ts';

/** @param node the whole expression @param object what stands before the dot @param name behind it */
export function attributeOf(machine: Machine, node: Light, object: Value, name: string): Value {
  const kept = object.attributes?.get(name);
  if (kept !== undefined) return kept;
  const library = libraryOf(object);
  if (library !== null && machine.libraries.does(library, 'namesColumns')) return openColumn(machine, name);
  if (library !== null) return ofLibrary(`${library}.${name}`);
  const own = instanceOf(object);
  const method = own === null ? null : methodOf(own, name);
  if (method !== null) return bound(object, method);
  const model = modelOf(object);
  const ofIt = model === null ? null : ofModel(machine, node, object, model, name);
  if (ofIt !== null) return ofIt;
  const cls = classOf(object);
  if (cls !== null) {
    const definition = cls.methods.get(name);
    return cls.scope.names.get(name) ?? (definition === undefined ? blank() : ofFunction(functionFrom(name, definition, cls.scope)));
  }
  const known = as(object, 'table');
  if (known !== null) return ofTable(machine, object, known, name);
  return { ...countOf(countedBy(object)), ...traceOf([object]), learned: new Set(object.learned), gist: object.gist };
}

function ofTable({ libraries }: Machine, object: Value, known: Table, name: string): Value {
  const roles = libraries.rolesOf(name);
  if (roles.has('turns')) return turned(object);
  const { rows, index, mask, single, random, grouped, windows } = known;
  if (roles.has('view')) return setTable({ ...object }, { view: object });
  if (roles.has('labels')) return table(rows, [], { index: true });
  if (roles.has('shape')) return countOf(rows);
  const facts = { view: object, index, mask, single, random, grouped, windows };
  const made: Value = { ...table(rows, object.learned, facts), ...traceOf([object]), gist: object.gist, where: placesOf(object) };
  if (roles.has('values')) return made;
  keepColumns(made, [name]);
  return setTable(made, { column: name });
}

/** @returns null where the attribute is not one of models */
function ofModel(machine: Machine, node: Light, object: Value, model: Model, name: string): Value | null {
  const { libraries } = machine;
  if (libraries.is(name, 'modelItself')) return object;
  if (libraries.is(name, 'innerScores')) return innerTest(machine, node, model);
  if (libraries.is(name, 'vectors')) return knowledge(knowledgeOf(machine, node, model));
  if (libraries.is(name, 'bestSettings')) return blank();
  if (libraries.is(name, 'resultForRows')) return table(model.data === null ? null : rowsOf(model.data), knowledgeOf(machine, node, model));
  // What a model or selector has learned, read from it: coefficients, importances, columns that it keeps.
  if (libraries.is(name, 'learnedNumbers') && model.data !== null && isMadeUp(rowsOf(model.data)!)) return blank();
  if (libraries.is(name, 'learnedNumbers')) return knowledge(knowledgeOf(machine, node, model));
  return rowsOf(object) === null ? blank() : null;
}
