/** The Merkle tree of RFC 6962 over the entries of a log: its root, proofs, and how anybody checks them. SHA-256 throughout. */
import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** @returns the hash of one entry */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(LEAF, entry);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(NODE, left, right);
}

/** @param leaves hashes of entries, in order @returns the root; that of an empty tree is the hash of nothing */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  const cut = cutOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, cut)), rootOf(leaves.slice(cut)));
}

/** The largest power of two below a size of at least 2. */
function cutOf(size: number): number {
  let cut = 1;
  while (cut * 2 < size) cut *= 2;
  return cut;
}

/**
 * @param leaves of the whole tree
 * @param index of the entry that is proven to be in it
 * @returns hashes from the entry up to the root
 */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return [];
  const cut = cutOf(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return index < cut ? [...inclusionProof(left, index), rootOf(right)] : [...inclusionProof(right, index - cut), rootOf(left)];
}

/**
 * @param leaves of the larger tree
 * @param size of the smaller one, at least 1, which is proven to be the beginning of the larger
 */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  return subproof(leaves, size, true);
}

/** @param isWhole whether the smaller tree is all of the left part, so that its root is known already */
function subproof(leaves: readonly Buffer[], size: number, isWhole: boolean): Buffer[] {
  if (size === leaves.length) return isWhole ? [] : [rootOf(leaves)];
  const cut = cutOf(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return size <= cut ? [...subproof(left, size, isWhole), rootOf(right)] : [...subproof(right, size - cut, false), rootOf(left)];
}

/** What an inclusion proof claims. */
export interface Inclusion {
  index: number;
  /** Of the tree. */
  size: number;
  leaf: Buffer;
  root: Buffer;
  proof: readonly Buffer[];
}

/** @returns whether the entry with this hash stands at this place of the tree with this root (RFC 9162, 2.1.3.2) */
export function verifyInclusion({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (!isPlace(index) || !isPlace(size) || index >= size || !areHashes(leaf, root, ...proof)) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

/** What a consistency proof claims. */
export interface Consistency {
  from: number;
  to: number;
  fromRoot: Buffer;
  toRoot: Buffer;
  proof: readonly Buffer[];
}

/** @returns whether the tree of the one root is the beginning of the tree of the other (RFC 9162, 2.1.4.2) */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: Consistency): boolean {
  // Everything begins with nothing, which proves nothing.
  if (!isPlace(from) || !isPlace(to) || from === 0 || from > to) return false;
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot);
  if (!areHashes(fromRoot, toRoot, ...proof)) return false;
  const isPower = Number.isInteger(Math.log2(from));
  const path = isPower ? [fromRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let [at, last] = [from - 1, to - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [old, now] = [first, first];
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, now] = [nodeHash(sibling, old), nodeHash(sibling, now)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else now = nodeHash(now, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && old.equals(fromRoot) && now.equals(toRoot);
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(...hashes: readonly Buffer[]): boolean {
  return hashes.every(({ length }) => length === 32);
}
