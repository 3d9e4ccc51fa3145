/** Proofs about the audit log that anybody can check who has a checkpoint of it. */
import { leavesOf, linesOf } from '../../audit/entries.ts';
import { consistencyProof, inclusionProof, rootOf, verifyConsistency, verifyInclusion } from '../../audit/merkle.ts';
import { Failure } from '../failure.ts';
import { logOf } from './anchors.ts';

/** All hashes in base64. */
export interface InclusionProof {
  schemaVersion: 1;
  kind: 'inclusion';
  index: number;
  size: number;
  /** The line itself. */
  entry: string;
  leafHash: string;
  root: string;
  proof: string[];
}

export interface ConsistencyProof {
  schemaVersion: 1;
  kind: 'consistency';
  from: number;
  to: number;
  fromRoot: string;
  toRoot: string;
  proof: string[];
}

/** @param index of the entry, from 0 @param size of the tree; all entries when it is undefined @throws {Failure} when there is no such entry */
export async function proveInclusion(root: string, index: number, size?: number): Promise<InclusionProof> {
  const { lines, leaves } = await treeOf(root, size);
  if (index >= leaves.length) throw new Failure(`There is no entry ${index}; the tree has ${leaves.length}, counted from 0.`);
  const claim = { index, size: leaves.length, leaf: leaves[index]!, root: rootOf(leaves), proof: inclusionProof(leaves, index) };
  if (!verifyInclusion(claim)) throw new Failure('The proof does not hold.');
  return {
    schemaVersion: 1, kind: 'inclusion', index, size: leaves.length, entry: lines[index]!, leafHash: text(claim.leaf), root: text(claim.root),
    proof: claim.proof.map(text),
  };
}

/** @param from size of the smaller tree @param to size of the larger; all entries when it is undefined @throws {Failure} when there are not so many */
export async function proveConsistency(root: string, from: number, to?: number): Promise<ConsistencyProof> {
  const { leaves } = await treeOf(root, to);
  if (from < 1 || from > leaves.length) throw new Failure(`A log of ${leaves.length} entries has no beginning of ${from}.`);
  const claim = { from, to: leaves.length, fromRoot: rootOf(leaves.slice(0, from)), toRoot: rootOf(leaves), proof: consistencyProof(leaves, from) };
  if (!verifyConsistency(claim)) throw new Failure('The proof does not hold.');
  return {
    schemaVersion: 1, kind: 'consistency', from, to: leaves.length, fromRoot: text(claim.fromRoot), toRoot: text(claim.toRoot), proof: claim.proof.map(text),
  };
}

async function treeOf(root: string, size: number | undefined): Promise<{ lines: string[]; leaves: Buffer[] }> {
  const { lines } = linesOf(await logOf(root));
  if (size !== undefined && (size < 1 || size > lines.length)) throw new Failure(`The log has ${lines.length} entries, not ${size}.`);
  return { lines, leaves: leavesOf(lines.slice(0, size)) };
}

function text(hash: Buffer): string {
  return hash.toString('base64');
}
