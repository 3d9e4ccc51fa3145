/** What a contract is held against in its own file: the public functions and the types in their signatures. */
import type { ClassFact, FunctionFact } from '../../facts/file-facts.ts';
import type { ContractFact } from '../../facts/module-facts.ts';
import type { StatedContract } from './contract-text.ts';

/** More names say nothing more. */
const MOST = 100;
const TYPE_NAME = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/g;

export interface Surface {
  functions: readonly FunctionFact[];
  classes: readonly ClassFact[];
  /** The file can contain types. */
  typesExpected: boolean;
  /** The compiler infers results, so that only parameters need types. */
  resultsInferred: boolean;
}

/** @returns the contract with the surface of its file; null for no contract */
export function withSurface(contract: StatedContract | null, { functions, classes, typesExpected, resultsInferred }: Surface): ContractFact | null {
  if (contract === null) return null;
  const offered = functions.filter((each) => each.public && each.name !== '');
  const lacks = ({ missingTypes }: FunctionFact): boolean =>
    missingTypes !== undefined && (missingTypes.params.length > 0 || (missingTypes.returns && !resultsInferred));
  const written = [
    ...offered.flatMap(({ params, returnType }) => [...params.map(({ type }) => type), returnType]),
    ...classes.filter((each) => each.public).flatMap((each) => [each.name, ...each.extends, ...each.implements, ...each.fields.map(({ type }) => type)]),
  ];
  return {
    ...contract,
    surface: {
      untyped: typesExpected ? offered.filter(lacks).map(({ name }) => name).slice(0, MOST) : [],
      types: [...new Set(written.flatMap((text) => text?.match(TYPE_NAME) ?? []))].sort().slice(0, MOST),
    },
  };
}
