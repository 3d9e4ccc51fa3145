/** What the rule `security/weak-crypto` says, in all languages. */
import type { DraftRest, Said } from '../../kit/messages.ts';

export const messages = {
  passwordHash: '{algorithm} is too fast for {what}: a machine tries billions a second. Use scrypt, bcrypt or argon2.',
  weakHash: '{algorithm} is broken for {what}. Use SHA-256 or better.',
  unclearHash: '{algorithm} protects nothing that someone wants to forge. Use SHA-256, unless this is only a checksum.',
  cipher: '{algorithm} is broken. Use aes-256-gcm with a random vector.',
  createCipher: '{callee} derives key and vector from a password in a weak way and is gone from Node 22. Use createCipheriv with a key from scrypt.',
  fixedVector: 'The vector is fixed, so equal texts give equal ciphers. Make one with randomBytes for every message.',
  fixedSalt: 'The salt is fixed, so equal passwords give equal hashes. Make one with randomBytes for every password and keep it beside the hash.',
  rounds: '{count} rounds are too few for {callee}; use at least {least}.',
  shortKey: 'An RSA key of {count} bits can be broken; use at least {least}.',
  random: 'Math.random can be predicted, and {name} must not be. Use crypto.randomBytes or crypto.randomUUID.',
  unsigned: 'The algorithm "none" accepts tokens that nobody signed. List the algorithms that you use.',
  pythonPasswordHash: '{algorithm} is too fast for {what}: a machine tries billions a second. Use hashlib.scrypt, bcrypt or argon2.',
  pythonFixedVector: 'The vector is fixed, so equal texts give equal ciphers. Make one with os.urandom for every message.',
  pythonFixedSalt: 'The salt is fixed, so equal passwords give equal hashes. Make one with os.urandom for every password and keep it beside the hash.',
  pythonRandom: '{callee} can be predicted, and {name} must not be. Use the module secrets.',
  pythonUnverified: '{callee} reads a token without checking its signature. Leave the check on and list the algorithms.',
  unverified: '{callee} reads the token of a request without checking its signature. Use verify.',
} as const;

/** A finding of this rule; the call stands for what it leaves out. */
export type Judgement = Said<typeof messages> & Partial<DraftRest>;
