/** How far the form of a vendor's token proves that it was issued: published lengths, alphabets and check sums. */
import { crc32 } from 'node:zlib';
import type { Candidate } from './candidate.ts';
import { isMachineMade } from './value-shape.ts';

/** Whole tokens as their vendors issue them today; a kind that is not listed proves no more than its form. */
const ISSUED: Readonly<Record<string, RegExp>> = {
  'GitHub token': /^github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}$/,
  'Slack token': /^(?:xox[bp](?:-\d{10,14}){2,3}-[A-Za-z0-9]{24,36}|xapp-\d-A[A-Z0-9]{8,12}-\d{10,14}-[a-f0-9]{64})$/,
  'Slack webhook': /\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}$/,
  'OpenAI API key': /^sk-(?:(?:proj-|svcacct-|admin-)?[\w-]{20,100}T3BlbkFJ[\w-]{20,100}|[A-Za-z0-9]{48})$/,
  'Anthropic API key': /^sk-ant-(?:api|admin|oat|sid)\d\d-[\w-]{80,120}$/,
  'SendGrid API key': /^SG\.[\w-]{22}\.[\w-]{43}$/,
  'Linear API key': /^lin_api_[A-Za-z0-9]{40}$/,
  'Shopify token': /^shp(?:pa|ca|at|ss)_[a-f0-9]{32}$/i,
  '1Password service account token': /^ops_eyJ[\w-]{200,}={0,2}$/,
  'Stripe live key': /^[sr]k_live_(?:[A-Za-z0-9]{24}|[A-Za-z0-9]{90,110})$/,
  'PyPI token': /^pypi-AgEIcHlwaS5vcmc[\w-]{80,300}$/,
  'GitLab token': /^gl(?:pat|dt|rt|ptt|soat)-(?:[\w-]{20}|[\w-]{27,300}\.\d\d\.\w{9})$/,
  'Hugging Face token': /^hf_[A-Za-z]{34}$|^hf_[A-Za-z0-9]{34}$/,
  'Weights & Biases key': /^(?:[0-9a-f]{40}|wandb_v1_\w{60,100})$/,
  'DigitalOcean token': /^do[opr]_v1_[a-f0-9]{64}$/,
  'Databricks token': /^dapi[0-9a-f]{32}(?:-\d)?$/,
  'Groq API key': /^gsk_[A-Za-z0-9]{52}$/,
  'xAI API key': /^xai-[A-Za-z0-9]{80}$/,
  'Replicate token': /^r8_[A-Za-z0-9]{37}$/,
  'Pinecone API key': /^pcsk_\w{60,90}$/,
  'Vault token': /^hvs\.[\w-]{90,200}$/,
  'Atlassian token': /^ATATT3x[\w-]{150,250}=[A-F0-9]{8}$/,
  'NVIDIA API key': /^nvapi-[\w-]{64}$/,
  'LangSmith API key': /^lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}$/,
  'age secret key': /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/,
  'Discord webhook': /^[\w-]{68}$/,
};
/** The last six of 36 characters are a check sum of the first thirty, as GitHub and npm publish. */
const WITH_CHECK_SUM = /^(?:gh[opusr]|npm)_([A-Za-z0-9]{30})([A-Za-z0-9]{6})$/;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Numbers of workspaces and users; documentation writes `1234` for them. */
const SLACK_NUMBERS = /^xox[a-z](?:-\d{1,8})+-|^xox[a-z]-[a-z-]*$/i;

/**
 * Judges a token that a finder has recognized.
 * @param kind in words, as the finder names it
 * @param value the whole token
 * @returns what its form proves, or the doubt that it only shows what a token looks like
 */
export function proofOf(kind: string, value: string): Pick<Candidate, 'proof' | 'doubt'> {
  if (kind === 'Slack token' && SLACK_NUMBERS.test(value)) return { doubt: 'example' };
  const sum = WITH_CHECK_SUM.exec(value);
  if (sum !== null) return { proof: checkSum(sum[1]!) === sum[2] ? 'issued' : 'form' };
  return { proof: ISSUED[kind]?.test(value) === true ? 'issued' : 'form' };
}

/** CRC-32 in base 62, six digits. */
function checkSum(text: string): string {
  let digits = '';
  for (let rest = crc32(text); digits.length < 6; rest = Math.floor(rest / 62)) digits = DIGITS[rest % 62]! + digits;
  return digits;
}

/**
 * What proves a value that only its name calls a secret.
 * @param value without quotes
 * @param strong the name is hardly ever given to anything else
 */
export function proofOfNamed(value: string, strong: boolean): Pick<Candidate, 'proof'> {
  return strong && isMachineMade(value) ? { proof: 'generated' } : {};
}
