/** Tokens that secretlint knows: GitHub, Slack, npm, OpenAI, Anthropic, Linear, SendGrid, Shopify, 1Password. */
import type { Candidate } from './candidate.ts';
import { isInventedToken } from './placeholders.ts';
import { proofOf } from './token-proof.ts';

/** Where one of these tokens may begin: only then is secretlint loaded and run, on these lines alone. */
export const VENDOR_HINT =
  'gh[opusr]_[A-Za-z0-9]{36}|github_pat_\\w{60}|xox[abpor]-\\w|xapp-\\d|npm_[A-Za-z0-9]{36}|lin_api_\\w{32}|shp(?:pa|ca|'
    + 'at|ss)_\\w{32}|ops_ey\\w{20}|hooks\\.slack\\.com/services/T|sk-ant-api0|T3BlbkFJ|SG\\.\\w{10}';

/** Kind and length of the public prefix by secretlint's message id; other finders read the rest more exactly. */
const KINDS = new Map([
  ['GITHUB_TOKEN', { kind: 'GitHub token', shown: 4 }],
  ['SLACK_TOKEN', { kind: 'Slack token', shown: 4 }],
  ['IncomingWebhook', { kind: 'Slack webhook', shown: 0 }],
  ['NPM_ACCESS_TOKEN', { kind: 'npm token', shown: 4 }],
  ['OPENAI_TOKEN', { kind: 'OpenAI API key', shown: 3 }],
  ['ANTHROPIC_API_KEY', { kind: 'Anthropic API key', shown: 3 }],
  ['LINEAR_API_TOKEN', { kind: 'Linear API key', shown: 4 }],
  ['SENDGRID_KEY', { kind: 'SendGrid API key', shown: 3 }],
  ['SHOPIFY_KEY', { kind: 'Shopify token', shown: 4 }],
  ['OPS_TOKEN', { kind: '1Password service account token', shown: 4 }],
]);
const RULES = /-rule-(?:github|slack|npm|openai|anthropic|linear|sendgrid|shopify|1password)$/;
/** How far around a hint secretlint may look; the longest of these tokens has about 1,300 characters. */
const BEFORE = 120;
const AFTER = 1500;

type Lint = (content: string) => Promise<{ start: number; end: number; message: string }[]>;
let loaded: Promise<Lint> | null = null;

/**
 * Runs secretlint on the surroundings of hints.
 * @param text the whole file
 * @param hints offsets in ascending order
 * @throws {Error} when secretlint cannot be loaded or fails; the error does not quote the text
 */
export async function findVendorTokens(text: string, hints: readonly number[]): Promise<Candidate[]> {
  if (hints.length === 0) return [];
  const windows = windowsAround(text.length, hints);
  // One run over the joined pieces costs less than one run per piece.
  const content = windows.map(({ start, end }) => text.slice(start, end)).join('\n');
  const messages = await lint(content);
  const candidates: Candidate[] = [];
  let base = 0;
  for (const { start, end } of windows) {
    for (const message of messages) {
      const known = KINDS.get(message.message);
      if (known === undefined || message.start < base || message.end > base + end - start) continue;
      const from = message.start - base + start;
      const to = message.end - base + start;
      const value = text.slice(from, to);
      // secretlint also reports words joined by underscores; a real token has digits.
      if (!/\d/.test(value.slice(known.shown)) || isInventedToken(value)) continue;
      candidates.push({ start: from, end: to, kind: known.kind, shown: known.shown, confidence: 'high', name: null, ...proofOf(known.kind, value) });
    }
    base += end - start + 1;
  }
  return candidates;
}

function windowsAround(length: number, hints: readonly number[]): { start: number; end: number }[] {
  const windows: { start: number; end: number }[] = [];
  for (const hint of hints) {
    const start = Math.max(0, hint - BEFORE);
    const end = Math.min(length, hint + AFTER);
    const last = windows.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}

async function lint(content: string): Promise<{ start: number; end: number; message: string }[]> {
  let messages: { start: number; end: number; message: string }[] | null = null;
  try {
    loaded ??= load();
    messages = await (await loaded)(content);
  } catch {
    // An error of secretlint may quote the text, so it is replaced.
    loaded = null;
  }
  if (messages === null) throw new Error('secretlint could not be loaded or has failed');
  return messages;
}

/** Loaded on demand: most workspaces have no such token and should not pay for loading it. */
async function load(): Promise<Lint> {
  const [{ lintSource }, { rules }] = await Promise.all([import('@secretlint/core'), import('@secretlint/secretlint-rule-preset-recommend')]);
  const config = { rules: rules.filter((rule) => RULES.test(rule.meta.id)).map((rule) => ({ id: rule.meta.id, rule })) };
  return async (content) => {
    const source = { filePath: 'text', content, contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.map((message) => ({ start: message.range[0], end: message.range[1], message: message.messageId }));
  };
}
