/** Messages of the rule `security/weak-crypto` for all languages. */
import type { Span } from '../../../facts/span.ts';
import type { DraftRest, Said } from '../../kit/messages.ts';

export const messages = {
  passwordHash: '{algorithm} is too fast to hash {what}. Use scrypt, bcrypt or argon2.',
  weakHash: '{algorithm} is broken for {what}. Use SHA-256 or better.',
  unclearHash: '{algorithm} is not collision-resistant. Use SHA-256 unless this is only a checksum.',
  cipher: '{algorithm} is broken. Use aes-256-gcm with a random IV.',
  createCipher: '{callee} derives its key insecurely and was removed in Node 22. Use createCipheriv with a key from scrypt.',
  fixedVector: 'The IV is fixed, so equal messages give equal ciphertexts. Make one with randomBytes for each message.',
  fixedSalt: 'The salt is fixed, so equal passwords give equal hashes. Make one with randomBytes for each password.',
  rounds: 'The work factor of {callee} is {count}. Use at least {least}.',
  shortKey: 'An RSA key of {count} bits can be broken. Use at least {least}.',
  random: 'Math.random is predictable, and {name} must not be. Use crypto.randomBytes or crypto.randomUUID.',
  unsigned: 'The algorithm "none" accepts unsigned tokens. List the algorithms that you use.',
  again: 'Also here.',
  leftUnsigned: 'The algorithm "none" leaves the token unsigned. Name one that signs.',
  pythonPasswordHash: '{algorithm} is too fast to hash {what}. Use hashlib.scrypt, bcrypt or argon2.',
  pythonFixedVector: 'The IV is fixed, so equal messages give equal ciphertexts. Make one with os.urandom for each message.',
  pythonFixedSalt: 'The salt is fixed, so equal passwords give equal hashes. Make one with os.urandom for each password.',
  pythonRandom: '{callee} is predictable, and {name} must not be. Use the secrets module.',
  pythonUnverified: '{callee} reads a token without verifying its signature. Leave verification on and list the algorithms.',
  unverified: '{callee} reads the token of a request without verifying its signature. Use verify.',
} as const;

/** @returns the finding of a token issued without a signature: another check may stand in for it, so it does not block */
export function leftUnsigned(span: Span): Judgement {
  return { messageId: 'leftUnsigned', span, severity: 'warning', blocks: false };
}

/** A finding of this rule; what it omits is taken from the call. */
export type Judgement = Said<typeof messages> & Partial<DraftRest>;
