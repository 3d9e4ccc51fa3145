/** Which regular expressions take exponential time. */
import assert from 'node:assert/strict';
import { isExponential } from '../../server/text/patterns/ambiguity.ts';

const EXPONENTIAL = [
  String.raw`^(a+)+$`, String.raw`(a*)*b`, String.raw`^(\w+\s?)*$`, String.raw`(a|a)*b`, String.raw`(.*,)*x`, String.raw`(x+x+)+y`,
  String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`, String.raw`^(\d+|[0-9a-f]+)*$`, String.raw`(\s*\S+\s*)*end`, String.raw`'((?:\\.|[^'])*)'`,
  String.raw`^(\| ?:?-*:? ?)+\|\s?$`, String.raw`(?:"((?:\\.|[^"])*?)"|(\S*))`,
];
const OTHERS = [
  String.raw`^(a+b)+$`, String.raw`(a+)+`, String.raw`^(\w+\s)*$`, String.raw`^[\w.]+@[\w.]+$`, String.raw`(?:ab|cd)*e`, String.raw`^(\d{3})+$`,
  String.raw`^(\w+\.)*\w+$`, String.raw`(\b\w+)*x`, String.raw`\s+$`, String.raw`"(?:[^"\\]|\\.)*"`, String.raw`^(?:[a-z0-9]+-)*[a-z0-9]+$`,
  String.raw`^(\/[^/]+)*$`, String.raw`\d+(.\d+)*`, String.raw`^([ \t]*>[ \t]*)*`, String.raw`^(\s*\n)+`, String.raw`(a)\1*)`, String.raw`(a?)*b`,
];

describe('exponential time of regular expressions', () => {
  for (const source of EXPONENTIAL) it(`is found in ${source}`, () => assert.equal(isExponential(source), true));
  for (const source of OTHERS) it(`is not seen in ${source}`, () => assert.equal(isExponential(source), false));
});
