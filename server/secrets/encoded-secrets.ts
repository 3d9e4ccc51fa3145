/** Private keys and tokens in base64, as secrets of Kubernetes and variables of CI hold them. */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isInventedToken } from './placeholders.ts';
import { PRIVATE_KEY_HINT, readPrivateKey } from './private-keys.ts';

/** Where one may begin: the first letters of a token or a key, encoded. */
export const ENCODED_HINT =
  '(?:LS0tLS1CRUdJTi|Z2h[wv1zy]X|Z2l0aHViX3BhdF|QUtJQ|c2tfbGl2ZV|cmtfbGl2ZV|eG94[Yc]|Z2xwYXQt|c2stYW50|c2stcHJva|aGZf|bnBtX)[A-Za-z0-9+/]{16}';

const RUN = /[A-Za-z0-9+/]{20,12000}={0,2}/y;
const TOKEN = new RegExp(
  String.raw`^(?:(?:gh[opusr]|npm)_[A-Za-z0-9]{36}|github_pat_\w{60,90}|AKIA[A-Z2-7]{16}|[sr]k_live_[A-Za-z0-9]{20,110}|xox[abp]-[\w-]{30,100}|`
  + String.raw`glpat-[\w.-]{20,300}|sk-(?:ant|proj)-[\w-]{30,200}|hf_[A-Za-z0-9]{34})\s*$`,
);

/**
 * Decodes a run of base64 at a hint.
 * @param text the whole file
 * @param at offset of the hint
 * @param kind what the path says
 * @returns null when it encodes neither a key nor a token
 */
export function readEncoded(text: string, at: number, kind: FileKind): Candidate | null {
  RUN.lastIndex = at;
  const run = RUN.exec(text)?.[0];
  // In the middle of a longer run it is another text.
  if (run === undefined || /[A-Za-z0-9+/]/.test(text[at - 1] ?? '')) return null;
  const decoded = Buffer.from(run, 'base64').toString('latin1');
  const key = decoded.search(new RegExp(PRIVATE_KEY_HINT));
  const found = { start: at, end: at + run.length, shown: 0, confidence: 'high' as const, name: null };
  const inner = key < 0 ? null : readPrivateKey(decoded, key, kind);
  if (inner !== null) return { ...found, kind: 'private key in base64', proof: 'issued', ...(inner.doubt === undefined ? {} : { doubt: inner.doubt }) };
  return TOKEN.test(decoded) && !isInventedToken(decoded) ? { ...found, kind: 'token in base64', proof: 'form' } : null;
}
