/**
 * Checkpoints of the log, in the public formats of C2SP: the text of tlog-checkpoint (origin, size, root), signed with Ed25519 as a
 * signed-note. Whoever has the public key can check them with any program that knows these formats.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What a checkpoint says about a log. */
export interface Checkpoint {
  /** Name of the log. */
  origin: string;
  /** How many entries it had. */
  size: number;
  root: Buffer;
}

interface Signature {
  name: string;
  /** Hash of name and key, 4 bytes in hexadecimal. */
  keyId: string;
  bytes: Buffer;
}

/** A checkpoint as it is kept or handed out. */
export interface SignedCheckpoint extends Checkpoint {
  /** What was signed. */
  body: string;
  signatures: Signature[];
}

/** Checks the signatures of one signer. */
export interface Verifier {
  name: string;
  keyId: string;
  key: KeyObject;
}

/** Signs, and tells others how to check it. */
export interface Signer extends Verifier {
  secret: KeyObject;
}

/** What is wrong with a key, without a word of it. */
export class BadKey extends Error {}

/** Ed25519 in the formats of signed-note. */
const ALGORITHM = 1;
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const NAME = /^[^\s+]+$/;

/** @returns whether a log and its signer may have this name */
export function isName(name: string): boolean {
  return NAME.test(name) && name.length <= 200;
}

/**
 * @param pem an Ed25519 key in PEM, as `openssl genpkey -algorithm ed25519` writes it
 * @param name of the signer, the origin of the log
 * @throws {BadKey}
 */
export function readSigner(pem: string, name: string): Signer {
  let secret: KeyObject;
  try {
    // In a variable of the environment, line breaks are often written as \n.
    secret = createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch {
    throw new BadKey('it is no private key in PEM');
  }
  if (secret.asymmetricKeyType !== 'ed25519') throw new BadKey('it is no Ed25519 key');
  const key = createPublicKey(secret);
  return { name, key, secret, keyId: keyIdOf(name, rawOf(key)) };
}

function rawOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
}

function keyIdOf(name: string, raw: Uint8Array): string {
  return createHash('sha256').update(name).update('\n').update(Buffer.from([ALGORITHM])).update(raw).digest().subarray(0, 4).toString('hex');
}

/** @returns the public key as text, in the format of signed-note: `name+id+key` */
export function verifierText({ name, keyId, key }: Verifier): string {
  return `${name}+${keyId}+${Buffer.concat([Buffer.from([ALGORITHM]), rawOf(key)]).toString('base64')}`;
}

/** @param text as `verifierText` gives it @throws {BadKey} */
export function readVerifier(text: string): Verifier {
  const [, name, keyId, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  if (name === undefined || keyId === undefined || encoded === undefined) throw new BadKey('it is not of the form name+id+key');
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes[0] !== ALGORITHM || bytes.length !== 33) throw new BadKey('it is no Ed25519 key');
  const raw = bytes.subarray(1);
  if (keyIdOf(name, raw) !== keyId) throw new BadKey('its id does not belong to its name and key');
  return { name, keyId, key: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' }) };
}

function bodyOf({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** @returns the checkpoint as text */
export function signCheckpoint(checkpoint: Checkpoint, { name, keyId, secret }: Signer): string {
  const body = bodyOf(checkpoint);
  const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), sign(null, Buffer.from(body), secret)]);
  return `${body}\n— ${name} ${bytes.toString('base64')}\n`;
}

const CHECKPOINT = /^(\S[^\n]*)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n\u2014][^\n]*\n)*)\n((?:\u2014 \S+ [A-Za-z0-9+/]+=*(?:\n|$))+)/gm;

/** @param text one checkpoint or several, with anything between them @returns what can be read as a checkpoint */
export function readCheckpoints(text: string): SignedCheckpoint[] {
  return [...text.replaceAll('\r\n', '\n').matchAll(CHECKPOINT)].map(([, origin = '', size = '', root = '', more = '', signatures = '']) => ({
    origin, size: Number(size), root: Buffer.from(root, 'base64'), body: `${origin}\n${size}\n${root}\n${more}`,
    signatures: signatures.split('\n').filter((line) => line !== '').flatMap((line) => {
      const [, name = '', encoded = ''] = line.split(' ');
      const bytes = Buffer.from(encoded, 'base64');
      return bytes.length < 5 ? [] : [{ name, keyId: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) }];
    }),
  }));
}

/** @returns who signed it, and whether that is so; `unknown` when none of the keys is that of a signature */
export function checkSignature({ body, signatures }: SignedCheckpoint, verifiers: readonly Verifier[]): { by: string; holds: 'yes' | 'no' | 'unknown' } {
  const known = signatures.flatMap((signature) => {
    const verifier = verifiers.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (verifier === undefined) return [];
    return [{ by: `${signature.name}+${signature.keyId}`, holds: verify(null, Buffer.from(body), verifier.key, signature.bytes) }];
  });
  const [first] = signatures;
  if (known.length === 0) return { by: first === undefined ? '' : `${first.name}+${first.keyId}`, holds: 'unknown' };
  const bad = known.find(({ holds }) => !holds);
  return { by: (bad ?? known[0]!).by, holds: bad === undefined ? 'yes' : 'no' };
}
