/** Trees and proofs of RFC 6962: reference roots, public vectors, and properties. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { consistencyProof, inclusionProof, leafHash, rootOf, verifyConsistency, verifyInclusion } from '../../server/audit/merkle.ts';

/** Entries and roots of the reference tree of Certificate Transparency, as in `testonly/constants.go` of github.com/transparency-dev/merkle. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

interface Vectors {
  inclusion: { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null; desc: string; wantErr: boolean }[];
  consistency: { size1: number; size2: number; root1: string; root2: string; proof: string[] | null; desc: string; wantErr: boolean }[];
}

const vectors = JSON.parse(readFileSync(path.join(import.meta.dirname, 'rfc6962-vectors.json'), 'utf8')) as Vectors;
const bytes = (text: string | null): Buffer => Buffer.from(text ?? '', 'base64');

const anyLeaves = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 }).map((entries) => entries.map((entry) => leafHash(entry)));

describe('the tree of RFC 6962', () => {
  const leaves = ENTRIES.map((entry) => leafHash(Buffer.from(entry, 'hex')));

  it('has the reference roots', () => {
    assert.equal(leafHash(Buffer.from('L123456')).toString('hex'), '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56');
    assert.deepEqual(ROOTS.map((_, size) => rootOf(leaves.slice(0, size)).toString('hex')), ROOTS);
  });

  it('accepts and refuses the inclusion proofs of transparency-dev/merkle as wanted', () => {
    assert.ok(vectors.inclusion.length > 90);
    const wrong = vectors.inclusion.filter(({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) =>
      verifyInclusion({ index: leafIdx, size: treeSize, leaf: bytes(leaf), root: bytes(root), proof: (proof ?? []).map(bytes) }) === wantErr);
    assert.deepEqual(wrong.map(({ desc }) => desc), []);
  });

  it('accepts and refuses the consistency proofs of transparency-dev/merkle as wanted', () => {
    assert.ok(vectors.consistency.length > 90);
    const wrong = vectors.consistency.filter(({ size1, size2, root1, root2, proof, wantErr }) =>
      verifyConsistency({ from: size1, to: size2, fromRoot: bytes(root1), toRoot: bytes(root2), proof: (proof ?? []).map(bytes) }) === wantErr);
    assert.deepEqual(wrong.map(({ desc }) => desc), []);
  });

  it('proves every entry of every tree, and no entry with another hash, place or root', () => {
    fc.assert(fc.property(anyLeaves, fc.nat(), fc.nat(), (all, at, other) => {
      const [index, wrong] = [at % all.length, other % all.length];
      const claim = { index, size: all.length, leaf: all[index]!, root: rootOf(all), proof: inclusionProof(all, index) };
      assert.equal(verifyInclusion(claim), true);
      assert.equal(verifyInclusion({ ...claim, leaf: leafHash(Buffer.from('another entry')) }), false);
      assert.equal(verifyInclusion({ ...claim, root: leafHash(Buffer.from('another root')) }), false);
      if (!all[wrong]!.equals(all[index]!)) assert.equal(verifyInclusion({ ...claim, index: wrong }), false);
      if (claim.proof.length > 0) assert.equal(verifyInclusion({ ...claim, proof: claim.proof.slice(1) }), false);
      assert.equal(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] }), false);
    }));
  });

  it('proves that each tree is the beginning of each later one, and of no other', () => {
    fc.assert(fc.property(anyLeaves, fc.nat(), fc.nat(), (all, at, changed) => {
      const from = 1 + (at % all.length);
      const [fromRoot, toRoot, proof] = [rootOf(all.slice(0, from)), rootOf(all), consistencyProof(all, from)];
      assert.equal(verifyConsistency({ from, to: all.length, fromRoot, toRoot, proof }), true);
      const forked = all.map((leaf, index) => (index === changed % from ? leafHash(Buffer.from('another entry')) : leaf));
      assert.equal(verifyConsistency({ from, to: all.length, fromRoot: rootOf(forked.slice(0, from)), toRoot, proof }), false);
      assert.equal(verifyConsistency({ from, to: all.length, fromRoot, toRoot: rootOf(forked), proof: consistencyProof(forked, from) }), false);
    }));
  });
});
