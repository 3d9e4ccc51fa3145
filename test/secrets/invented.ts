/**
 * Values that look like real secrets, put together at run time so that no scanner takes this
 * repository for leaking them. They come from a counter and open nothing.
 */

const ALPHABET = 'q7Zr2KpX9mTb4VhJ6sWd8LcN3fGy5RxQ1vBk';

/**
 * Letters and digits in no order.
 * @param length how many
 * @param alphabet what they are taken from
 * @param seed another seed, another value
 */
export function random(length: number, alphabet: string = ALPHABET, seed = 7): string {
  let state = seed;
  let text = '';
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += alphabet[Math.floor(state / 65_536) % alphabet.length];
  }
  return text;
}

/** Digits and the letters a to f. */
export function hex(length: number): string {
  return random(length, '0123456789abcdef', 11);
}

/** A text as base64url, as the parts of a JSON Web Token are. */
export function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** A JSON Web Token with the given claims. */
export function webToken(claims: object): string {
  return [base64url('{"alg":"HS256","typ":"JWT"}'), base64url(JSON.stringify(claims)), random(43)].join('.');
}

/** A private key block with a body of its own. */
export function privateKey(kind: string, lineEnd: string): string {
  const edge = (word: string): string => `${'-'.repeat(5)}${word} ${kind}PRIVATE KEY${'-'.repeat(5)}`;
  return [edge('BEGIN'), `MII${random(61)}`, random(64, ALPHABET, 3), random(30, ALPHABET, 5), edge('END')].join(lineEnd);
}
