/** Checkpoints of a folder's audit log: where they are kept, and the keys that they are signed and checked with. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leavesOf, linesOf } from '../../audit/entries.ts';
import { rootOf } from '../../audit/merkle.ts';
import {
  BadKey, readCheckpoints, readSigner, readVerifier, signCheckpoint, verifierText, type SignedCheckpoint, type Signer, type Verifier,
} from '../../audit/note.ts';
import { originOf, verifyLog, type Verified } from '../../audit/verify.ts';
import { addNote, addTag, keptTexts } from '../../host/git-anchors.ts';
import { GitError } from '../../host/git.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { Failure } from '../failure.ts';
import { AUDIT_FILE, readAudit } from './record.ts';

const CHECKPOINTS = 'logs/audit_checkpoints';
const EXTENSION = '.checkpoint';
/** Name of notes and folder of tags in git. */
const GIT_NAME = 'archwright-audit';
/** Holds the private key, as PEM. */
const SECRET_KEY = 'ARCHWRIGHT_AUDIT_KEY';
/** Holds public keys, separated by blanks. */
const PUBLIC_KEYS = 'ARCHWRIGHT_AUDIT_PUBLIC_KEY';

const HOW = `Make a key with "openssl genpkey -algorithm ed25519", keep it outside of the repository, and put its text into ${SECRET_KEY}; `
  + 'in VS Code, "Archwright: Set Audit Key" keeps it.';

export interface VerifyOptions {
  /** Public keys, as `track audit checkpoint` tells them. */
  keys: readonly string[];
  /** Files with checkpoints that were kept elsewhere. */
  checkpoints: readonly string[];
  /** False where git must not be asked for the checkpoints that it keeps. */
  asksGit?: boolean;
  /** Private key in PEM that an editor keeps; it is used where the environment has none. */
  keptKey?: string | undefined;
}

/** @returns what is found @throws {Failure} without a log, and for a key or file that cannot be used */
export async function verifyAudit(root: string, options: VerifyOptions): Promise<Verified> {
  const text = await logOf(root);
  return verifyLog(text, { checkpoints: await checkpointsOf(root, options), verifiers: verifiersOf(text, options) });
}

/** @throws {Failure} when there is none */
export async function logOf(root: string): Promise<string> {
  const text = await readAudit(root);
  if (text === null) throw new Failure(`There is no audit log here. "archwright track audit start" begins ${AUDIT_FILE}.`);
  return text;
}

export interface CheckpointOptions extends VerifyOptions {
  /** Keep it in git too, as a note or a tag of the current commit. */
  git: 'note' | 'tag' | undefined;
}

export interface MadeCheckpoint {
  /** The checkpoint, to be handed out; null when the log is not intact and nothing was signed. */
  text: string | null;
  verified: Verified;
  /** Public key with which others check it. */
  key: string;
  /** Where it is kept. */
  kept: string[];
}

/** Signs the log as it is now, unless it was tampered with. @throws {Failure} without a log or a key */
export async function makeCheckpoint(root: string, options: CheckpointOptions): Promise<MadeCheckpoint> {
  const log = await logOf(root);
  const { lines } = linesOf(log);
  const origin = originOf(lines);
  const secret = secretOf(options);
  if (secret === null) throw new Failure(`${SECRET_KEY} is not set. ${HOW}`);
  const signer = signerOf(secret, origin ?? 'log');
  const checkpoints = await checkpointsOf(root, options);
  const verified = verifyLog(log, { checkpoints, verifiers: verifiersOf(log, options) });
  const key = verifierText(signer);
  if (!verified.intact || origin === null) return { text: null, verified, key, kept: [] };
  const text = signCheckpoint({ origin, size: lines.length, root: rootOf(leavesOf(lines)) }, signer);
  return { text, verified, key, kept: await keep(root, lines.length, text, options.git) };
}

/** @returns the private key, as PEM; null when there is none */
function secretOf({ keptKey }: VerifyOptions): string | null {
  return [process.env[SECRET_KEY], keptKey].find((secret) => secret !== undefined && secret.trim() !== '') ?? null;
}

function signerOf(secret: string, name: string): Signer {
  try {
    return readSigner(secret, name);
  } catch (error) {
    if (error instanceof BadKey) throw new Failure(`${SECRET_KEY} cannot be used: ${error.message}. ${HOW}`);
    throw error;
  }
}

async function keep(root: string, size: number, text: string, where: CheckpointOptions['git']): Promise<string[]> {
  const path = `${CHECKPOINTS}/${String(size).padStart(8, '0')}${EXTENSION}`;
  try {
    // In git first: what cannot be done there is said before anything is written.
    if (where === 'note') await addNote(root, GIT_NAME, text);
    if (where === 'tag') await addTag(root, `${GIT_NAME}/${size}`, text);
    await mkdir(join(root, CHECKPOINTS), { recursive: true });
    await replaceFile(join(root, path), text);
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`git cannot keep the checkpoint: ${error.message}.`);
    throw new Failure(`Cannot write ${path} (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
  const inGit = { note: [`git notes --ref=${GIT_NAME}`], tag: [`tag ${GIT_NAME}/${size}`], none: [] }[where ?? 'none'];
  return [path, ...inGit];
}

/** All checkpoints that can be found: beside the log, in git, and in the files that were named. Equal ones count once. */
async function checkpointsOf(root: string, { checkpoints: named, asksGit = true }: VerifyOptions): Promise<SignedCheckpoint[]> {
  const given = await Promise.all(named.map(async (file) => {
    const text = await readFile(file, 'utf8').catch(() => null);
    const found = text === null ? [] : readCheckpoints(text);
    if (found.length === 0) throw new Failure(`"${file}" ${text === null ? 'cannot be read' : 'holds no checkpoint'}.`);
    return found;
  }));
  const names = await readdir(join(root, CHECKPOINTS)).catch(() => []);
  const files = names.filter((name) => name.endsWith(EXTENSION)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(root, CHECKPOINTS, name), 'utf8').catch(() => '')));
  const found = [...given.flat(), ...[...texts, asksGit ? await keptTexts(root, GIT_NAME) : ''].flatMap(readCheckpoints)];
  const keyOf = ({ body, signatures }: SignedCheckpoint): string => `${body}${signatures.map(({ name, bytes }) => `${name} ${bytes.toString('hex')}`).join()}`;
  return [...new Map(found.map((each) => [keyOf(each), each])).values()];
}

/** The keys that were given, and that of the private key, if it is at hand. */
function verifiersOf(log: string, options: VerifyOptions): Verifier[] {
  const given = [...options.keys, ...(process.env[PUBLIC_KEYS] ?? '').split(/\s+/).filter((key) => key !== '')].map((key) => {
    try {
      return readVerifier(key);
    } catch (error) {
      if (error instanceof BadKey) throw new Failure(`The public key "${key}" cannot be used: ${error.message}.`);
      throw error;
    }
  });
  const secret = secretOf(options);
  return secret === null ? given : [...given, signerOf(secret, originOf(linesOf(log).lines) ?? 'log')];
}
