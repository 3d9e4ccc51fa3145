/** Adds a seed to a call that draws at random. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { librariesWith, modulesOf } from '../ml-libraries.ts';
import { argumentsOf, calleeTarget, functionOf, lastName } from '../names.ts';
import { createScopes, importedNames } from '../scopes.ts';
import { part, type Node, type Source } from '../syntax.ts';
import { indentOf, insert, newlineOf, nodeAt, openSource, replace } from './edit.ts';
import { topImports } from './imports.ts';
import { seedFor } from './seeds.ts';

/** Libraries whose calls take `random_state`; others use another name. */
const TAKES = modulesOf(librariesWith('random-state'));
/** Their tables take `seed`, or nothing, where pandas takes `random_state`. */
const OTHER_TABLES = /^(polars|pyspark|dask|cudf|modin|vaex)(\.|$)/;

/** Data: `argument`, `random_state` or `seed`. Applies when the callee is known to take it. */
export const seedArgument: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const call = source === null ? null : nodeAt(source, request.span, 'call');
  const list = call === null ? null : part(call, 'arguments');
  if (source === null || call === null || list?.type !== 'argument_list' || !takes(source, call)) return null;
  const seed = seedFor(source, call).text;
  const { positional, keywords } = argumentsOf(source, call);
  if (request.data.argument === 'seed')
    return positional.length + keywords.length > 0 ? null : [{ path: request.path, edits: [insert(source, list.start + 1, seed)] }];
  const given = keywords.find(({ name }) => name === 'random_state');
  if (given === undefined) return [{ path: request.path, edits: [appended(source, list, `random_state=${seed}`)] }];
  return given.value.type === 'none' ? [{ path: request.path, edits: [replace(source, given.value, seed)] }] : null;
};

function takes(source: Source, call: Node): boolean {
  const target = calleeTarget(source, createScopes(source), functionOf(call));
  if (target !== null) return TAKES.test(target.module) || /^numpy(\.random)?$/.test(target.module);
  // Rows drawn from a table: a pandas table, unless another table library is imported.
  const imported = topImports(source).flatMap((each) => importedNames(source, each)).map(({ specifier }) => specifier);
  return lastName(source, functionOf(call)) === 'sample' && imported.some((each) => /^pandas(\.|$)/.test(each))
    && !imported.some((each) => OTHER_TABLES.test(each));
}

/** After the last argument, on a line of its own if that has one. */
function appended(source: Source, list: Node, argument: string): TextEdit {
  const last = list.children.at(-1);
  if (last === undefined) return insert(source, list.start + 1, argument);
  const behind = source.text.slice(last.end, list.end - 1);
  const comma = /^\s*,/.exec(behind)?.[0].length ?? 0;
  const apart = behind.includes('\n') ? newlineOf(source) + indentOf(source, last) : ' ';
  if (comma > 0) return insert(source, last.end + comma, `${apart}${argument}${apart === ' ' ? '' : ','}`);
  return insert(source, last.end, `,${apart}${argument}`);
}
