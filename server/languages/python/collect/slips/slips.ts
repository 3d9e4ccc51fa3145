/** Collects slips: statements and calls that do something else than they read as. */
import type { SlipFact } from '../../../../facts/file-facts.ts';
import { slipsIn, type AddSlip as AddTo } from '../../../kit/slips.ts';
import type { Scopes } from '../../scopes.ts';
import type { Node, Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import { changedLoops } from './changed-loops.ts';
import { misreadCalls } from './misread-calls.ts';
import { noEffect } from './no-effect.ts';
import { plainBraces } from './plain-braces.ts';

export type AddSlip = AddTo<Node>;

/** @param source a file @param scopes of its names @returns collectors for the walk, and what they have found after it */
export function slipCollectors(source: Source, scopes: Scopes): { collectors: Collector[]; slips: SlipFact[] } {
  const { slips, add } = slipsIn<Node>(source);
  return {
    slips,
    collectors: [plainBraces(source, scopes, add), misreadCalls(source, scopes, add), changedLoops(source, scopes, add), noEffect(source, scopes, add)],
  };
}
