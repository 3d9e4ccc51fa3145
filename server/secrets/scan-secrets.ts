/**
 * The scanner for hard-coded secrets. Regular expressions look for places where a secret could be;
 * only those are read further, and secretlint is loaded only for tokens that it knows. Values leave
 * this folder only as asterisks.
 */
import type { SecretFact } from '../facts/file-facts.ts';
import { BEARER_HINT, readBearer } from './bearer-tokens.ts';
import { withoutOverlaps, type Candidate } from './candidate.ts';
import { findCommandArguments } from './command-arguments.ts';
import { CONNECTION_HINT, readConnectionSecret } from './connection-strings.ts';
import { ENCODED_HINT, readEncoded } from './encoded-secrets.ts';
import { fileKind, isGenerated, type FileKind } from './file-kind.ts';
import { findKeyArguments } from './key-arguments.ts';
import { LineIndex } from './line-index.ts';
import { NAME_HINT, nameAround, readNamedValue } from './named-values.ts';
import { PRIVATE_KEY_HINT, readPrivateKey } from './private-keys.ts';
import { isAlsoIdentifier, isDataInData, remarkAt } from './remarks.ts';
import { CodeBlocks, Samples } from './samples.ts';
import { Documentation, inComment, nameBefore } from './surroundings.ts';
import { readToken, TOKEN_HINTS } from './token-forms.ts';
import { readUrlPassword, URL_HINT } from './url-credentials.ts';
import { isRandom } from './value-shape.ts';
import { findVendorTokens, VENDOR_HINT } from './vendor-tokens.ts';

export { isSecretCarrier } from './file-kind.ts';
export { maskSecrets } from './mask-secrets.ts';

const FORM_HINTS = new RegExp(
  `(${VENDOR_HINT})|(${TOKEN_HINTS.join('|')})|(${PRIVATE_KEY_HINT})|(${URL_HINT})|(${CONNECTION_HINT})|(${ENCODED_HINT})|${BEARER_HINT}`,
  'g',
);
/** The same one by one: most files hold none, and looking for each apart takes half the time. */
const ANY_FORM = [VENDOR_HINT, ...TOKEN_HINTS, PRIVATE_KEY_HINT, URL_HINT, CONNECTION_HINT, ENCODED_HINT, BEARER_HINT].map((hint) => new RegExp(hint));
const NAME_HINTS = new RegExp(NAME_HINT, 'gi');
/** Fixed, so that the length of the secret is not revealed. */
const ASTERISKS = '********';
/** Most findings in one file; a file with more holds data. */
const MOST = 500;

/**
 * Finds secrets that are written into a file.
 * @param path decides how the text is read and judged; lock files and generated files are skipped
 * @param text the whole file
 * @returns by position; the secrets themselves are masked
 * @throws {Error} when secretlint cannot be loaded; the error does not quote the text
 */
export async function scanSecrets(path: string, text: string): Promise<SecretFact[]> {
  if (text === '' || isGenerated(path)) return [];
  const kind = fileKind(path);
  const documentation = new Documentation(text);
  const blocks = new CodeBlocks(text);
  const quiet = (offset: number): boolean =>
    inComment(text, offset, kind.syntax) || (kind.syntax === 'python' && documentation.covers(offset)) || blocks.covers(offset);
  const { candidates, vendorHints } = findForms(text, kind, quiet);
  candidates.push(...findNamed(text, kind, quiet), ...findKeyArguments(text, kind, quiet), ...findCommandArguments(text, kind, quiet));
  candidates.push(...await findVendorTokens(text, vendorHints));
  if (candidates.length === 0) return [];
  const lines = new LineIndex(text);
  const samples = new Samples(text, kind.syntax);
  const kept = withoutOverlaps(candidates).slice(0, MOST).map((each) => {
    // A sample is not reported, but it may be a real secret, so it is masked like any other.
    if (samples.has(each.start)) return { ...each, doubt: 'sample' as const };
    return { ...each, ...signsAround(text, each, kind, (offset) => documentation.isDocstring(offset)) };
  });
  const values = new Set(kept.map(({ start, end }) => text.slice(start, end)));
  const groups = alikeGroups(kept.map(({ start, end, name, confidence }) => {
    const given = name ?? nameBefore(text, start);
    // A word alone may be handed to two services; a token is the same wherever it is.
    return given === '' && confidence !== 'high' ? '' : `${given}=${text.slice(start, end)}`;
  }));
  return kept.map(({ start, end, kind: what, shown, confidence, name, doubt, proof, commented }, index) => ({
    kind: what,
    span: lines.span(start, end),
    masked: text.slice(start, start + Math.min(shown, 4)) + ASTERISKS,
    name: harmless(name ?? nameBefore(text, start), values),
    confidence,
    ...(doubt === undefined ? {} : { doubt }),
    ...(proof === undefined ? {} : { proof }),
    ...(commented === undefined ? {} : { commented }),
    ...(groups[index] === undefined ? {} : { alike: groups[index] }),
  }));
}

const SHOWN_WHILE_EMPTY = /placeholder["']?\s{0,9}[=:]\s{0,9}\{?["'`][^"'`]{0,40}$/i;

/** The file of an environment says itself that it is one of tests. */
const OF_A_TEST_RUN = /^[^\S\n]*(?:export[^\S\n]+)?(?:NODE|APP|RAILS|FLASK|DJANGO|RACK)_ENV[^\S\n]*=[^\S\n]*["']?test(?:ing)?["']?[^\S\n]*$/m;

/** What the surrounding text says: an example in a comment, data inside data, the value of an identifier. */
function signsAround(text: string, { start, end, confidence, proof, doubt }: Candidate, kind: FileKind, isDocstring: (offset: number) => boolean):
  Pick<Candidate, 'doubt' | 'commented'> {
  if (doubt === 'example' || doubt === 'limited') return {};
  // What an input shows as long as it is empty is there for everyone to read.
  if (SHOWN_WHILE_EMPTY.test(text.slice(Math.max(0, start - 80), start))) return { doubt: 'example' };
  if (proof !== 'issued' && kind.syntax === 'lines' && OF_A_TEST_RUN.test(text)) return { doubt: 'example' };
  const remark = remarkAt(text, start, kind, isDocstring);
  if (remark === 'shown' || (proof !== 'issued' && isDataInData(text, start, kind))) return { doubt: 'example' };
  if (confidence === 'medium' && isAlsoIdentifier(text, start, end)) return { doubt: 'example' };
  return remark === 'commented' ? { commented: true } : {};
}

/** A number for each text that occurs several times, undefined for the others and for the empty one; the texts themselves must not leave this folder. */
function alikeGroups(texts: readonly string[]): (number | undefined)[] {
  const several = [...new Set(texts)].filter((text) => text !== '' && texts.indexOf(text) !== texts.lastIndexOf(text));
  return texts.map((text) => (several.includes(text) ? several.indexOf(text) : undefined));
}

/** A secret may be where a name is expected, such as the argument before another; it must not be passed on as a name. */
function harmless(name: string, values: ReadonlySet<string>): string {
  return values.has(name) || isRandom(name, 20) ? '' : name;
}

function findForms(text: string, kind: FileKind, quiet: (offset: number) => boolean): { candidates: Candidate[]; vendorHints: number[] } {
  const candidates: Candidate[] = [];
  const vendorHints: number[] = [];
  if (!ANY_FORM.some((form) => form.test(text))) return { candidates, vendorHints };
  const hints = new RegExp(FORM_HINTS);
  for (let hint = hints.exec(text); hint !== null; hint = hints.exec(text)) {
    const at = hint.index;
    const [, vendor, token, key, url, connection, encoded] = hint;
    if (vendor !== undefined) vendorHints.push(at);
    const found = key !== undefined ? readPrivateKey(text, at, kind)
      : url !== undefined ? readUrlPassword(text, at, kind, quiet(at))
      : connection !== undefined ? readConnectionSecret(text, at, kind.invented || quiet(at))
      : encoded !== undefined ? readEncoded(text, at, kind)
      : vendor !== undefined || token !== undefined ? readToken(text, at, kind)
      : readBearer(text, at, kind.invented, quiet(at));
    if (found !== null) candidates.push(found);
    // A hint may hide another behind its first characters: a token as the password of a URL.
    hints.lastIndex = found === null || url !== undefined ? at + 3 : found.end;
  }
  return { candidates, vendorHints };
}

function findNamed(text: string, kind: FileKind, quiet: (offset: number) => boolean): Candidate[] {
  const candidates: Candidate[] = [];
  const hints = new RegExp(NAME_HINTS);
  for (let hint = hints.exec(text); hint !== null; hint = hints.exec(text)) {
    const [start, end] = nameAround(text, hint.index);
    const found = readNamedValue(text, start, end, kind, quiet);
    if (found !== null) candidates.push(found);
    // One name may hold several hints: client_secret_token.
    hints.lastIndex = Math.max(hints.lastIndex, end);
  }
  return candidates;
}
