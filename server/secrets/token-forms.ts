/**
 * Token forms of vendors that secretlint's preset does not know or matches too narrowly. Each regular
 * expression is tried only where its hint matched, has bounded repetition, and captures the value
 * in group 1 when more than the value is matched.
 */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isBesideLocalAddress } from './harmless-signs.ts';
import { isInventedToken } from './placeholders.ts';
import { isInNotebookOutput } from './surroundings.ts';
import { proofOf } from './token-proof.ts';
import { entropy } from './value-shape.ts';

/** Settings of Firebase for a browser name the project, not a secret. */
const WEB_SETTINGS = /authDomain|messagingSenderId|storageBucket|firebase/i;

interface TokenForm {
  kind: string;
  form: RegExp;
  shown: number;
  /** Also requires the randomness of a generated key, where the form alone is loose. */
  mixed?: boolean;
}

const FORMS: TokenForm[] = [
  { kind: 'AWS access key ID', form: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/dy, shown: 4 },
  { kind: 'Google API key', form: /AIza[\w-]{35}(?![\w-])/dy, shown: 4 },
  { kind: 'Google OAuth client secret', form: /GOCSPX-[\w-]{28}(?![\w-])/dy, shown: 4 },
  { kind: 'Google OAuth token', form: /ya29\.[\w-]{30,400}/dy, shown: 4, mixed: true },
  { kind: 'Stripe live key', form: /[sr]k_live_[A-Za-z0-9]{16,247}(?!\w)/dy, shown: 4 },
  { kind: 'Stripe webhook secret', form: /whsec_[A-Za-z0-9+/=]{24,100}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'PyPI token', form: /pypi-AgE[\w-]{50,400}/dy, shown: 4 },
  { kind: 'GitLab token', form: /gl(?:pat|dt|rt|ptt|soat|cbt|ft|oas|agent)-[\w.-]{20,300}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Hugging Face token', form: /hf_[A-Za-z0-9]{30,40}(?!\w)/dy, shown: 3, mixed: true },
  { kind: 'Weights & Biases key', form: /wandb\.login\(\s{0,8}(?:key\s{0,2}=\s{0,2})?["']([0-9a-f]{40})["']/dy, shown: 0 },
  { kind: 'Weights & Biases key', form: /wandb_v1_\w{60,100}(?!\w)/dy, shown: 4 },
  { kind: 'Anthropic API key', form: /sk-ant-[\w-]{24,200}(?![\w-])/dy, shown: 3, mixed: true },
  { kind: 'OpenAI API key', form: /sk-(?:proj-|svcacct-|admin-|None-)?[\w-]{20,200}(?![\w-])/dy, shown: 3, mixed: true },
  { kind: 'Twilio API key', form: /SK[0-9a-f]{32}(?!\w)/dy, shown: 0, mixed: true },
  { kind: 'SendGrid API key', form: /SG\.[\w-]{16,24}\.[\w-]{38,48}(?![\w-])/dy, shown: 3, mixed: true },
  { kind: 'DigitalOcean token', form: /do[opr]_v1_[a-f0-9]{64}(?!\w)/dy, shown: 4 },
  { kind: 'Databricks token', form: /dapi[0-9a-f]{32}(?:-\d)?(?!\w)/dy, shown: 4 },
  { kind: 'Groq API key', form: /gsk_[A-Za-z0-9]{40,60}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'xAI API key', form: /xai-[A-Za-z0-9]{70,90}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Replicate token', form: /r8_[A-Za-z0-9]{37}(?!\w)/dy, shown: 3, mixed: true },
  { kind: 'Pinecone API key', form: /pcsk_\w{50,90}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Vault token', form: /hvs\.[\w-]{24,200}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'Atlassian token', form: /ATATT3[\w=-]{60,250}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'NVIDIA API key', form: /nvapi-[\w-]{60,80}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'LangSmith API key', form: /lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}(?!\w)/dy, shown: 4 },
  { kind: 'age secret key', form: /AGE-SECRET-KEY-1[0-9A-Z]{58}(?!\w)/dy, shown: 4 },
  { kind: 'Telegram bot token', form: /(?<=\b\d{8,10}):(AA[\w-]{33})(?![\w-])/dy, shown: 0, mixed: true },
  { kind: 'Discord bot token', form: /[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/dy, shown: 0, mixed: true },
  { kind: 'Mailgun key', form: /key-[0-9a-f]{32}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Docker Hub token', form: /dckr_pat_[\w-]{27}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'Doppler token', form: /dp\.(?:pt|st|ct)\.[\w.-]{40,80}(?![\w-])/dy, shown: 3, mixed: true },
  { kind: 'Airtable token', form: /pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?!\w)/dy, shown: 3, mixed: true },
  { kind: 'Notion token', form: /(?:ntn_\d{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43})(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Figma token', form: /figd_[\w-]{40}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'Postman key', form: /PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'New Relic key', form: /NRAK-[A-Z0-9]{27}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'PlanetScale token', form: /pscale_(?:tkn|pw|oauth)_[\w.=-]{32,64}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'Supabase token', form: /sbp_[0-9a-f]{40}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Sentry token', form: /sntry[su]_[\w=+/-]{60,300}/dy, shown: 4, mixed: true },
  { kind: 'Grafana token', form: /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'RubyGems key', form: /rubygems_[0-9a-f]{48}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Tailscale key', form: /tskey-(?:auth|api|client)-\w{10,30}-\w{20,60}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'SonarQube token', form: /sq[apu]_[0-9a-f]{40}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Brevo key', form: /xkeysib-[0-9a-f]{64}-\w{16}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Perplexity key', form: /pplx-[A-Za-z0-9]{48}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Square token', form: /(?:sq0[ac][ts]p-[\w-]{22,43}|EAAA[\w-]{60})(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'Buildkite token', form: /bkua_[0-9a-f]{40}(?!\w)/dy, shown: 4, mixed: true },
  { kind: 'Heroku key', form: /HRKU-[\w-]{36,70}(?![\w-])/dy, shown: 4, mixed: true },
  { kind: 'Mapbox secret token', form: /sk\.eyJ[\w-]{40,200}\.[\w-]{20,30}(?![\w-])/dy, shown: 3 },
  { kind: 'Discord webhook', form: /api\/webhooks\/\d{15,22}\/([\w-]{60,72})(?![\w-])/dy, shown: 0 },
];
/** Where a token form may begin. Small and capital letters apart: the engine then skips what can begin neither. */
export const TOKEN_HINTS: readonly string[] = [
  'ya29\\.|[sr]k_live_|whsec_|pypi-AgE|gl(?:pat|dt|rt|ptt|soat|cbt|ft|oas|agent)-[\\w.-]{20}|hf_[A-Za-z0-9]{30}|wandb(?:\\.login\\(|_v1_)|sk-[\\w-]{20}'
    + '|do[opr]_v1_|dapi[0-9a-f]{32}|gsk_[A-Za-z0-9]{40}|xai-[A-Za-z0-9]{70}|r8_[A-Za-z0-9]{37}|key-[0-9a-f]{32}|dckr_pat_|dp\\.[psc]t\\.'
    + '|pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}|ntn_\\d{11}|secret_[A-Za-z0-9]{43}|figd_|pscale_|sbp_[0-9a-f]|sntry[su]_|glsa_|rubygems_[0-9a-f]|tskey-'
    + '|sq[apu]_[0-9a-f]|xkeysib-|pplx-|sq0[ac]|bkua_|sk\\.eyJ|pcsk_\\w{50}|hvs\\.[\\w-]{24}|nvapi-|lsv2_|api/webhooks/\\d',
  'A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}|AIza[\\w-]{35}|GOCSPX-|SK[0-9a-f]{32}|SG\\.[\\w-]{16}|:AA[\\w-]{33}|[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27}'
    + '|PMAK-|NRAK-|EAAA[\\w-]{60}|HRKU-|ATATT3|AGE-SECRET',
];

/**
 * Reads a vendor's token at a hint.
 * @param text the whole file
 * @param at offset of the hint
 * @param fileKind what the path says
 * @returns null when no form matches or the value is a documented invention
 */
export function readToken(text: string, at: number, fileKind: FileKind): Candidate | null {
  for (const { kind, form, shown, mixed } of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null) continue;
    const [start, end] = match.indices![1] ?? match.indices![0]!;
    const value = text.slice(start, end);
    if (isInventedToken(value) || (mixed === true && !isMixed(value.slice(shown)))) return null;
    // A token right behind a letter or digit is part of a longer text, such as base64.
    if (match[1] === undefined && at > 0 && /[A-Za-z0-9]/.test(text[at - 1]!)) return null;
    // The key id of a signed link is public; the link contains a signature in place of the key.
    if (kind.startsWith('AWS') && /(?:Credential|AccessKeyId)(?:=|%3D)$/i.test(text.slice(Math.max(0, at - 24), at))) return null;
    const isPublic = kind === 'Google API key' && (fileKind.firebase || WEB_SETTINGS.test(text.slice(Math.max(0, start - 400), end + 400)));
    // The store of a developer's machine takes keys in the form of Amazon's, which open nothing else.
    const isLocal = kind.startsWith('AWS') && isBesideLocalAddress(text, start, end, '', fileKind);
    const doubt = isPublic || isLocal || (fileKind.notebook && isInNotebookOutput(text, at)) ? { doubt: 'example' as const } : {};
    const proof = kind.startsWith('AWS') ? awsProof(text, start, end) : proofOf(kind, value);
    return { start, end, kind, shown, confidence: 'high', name: null, ...proof, ...doubt };
  }
  return null;
}

/** How far the secret of an AWS key is from its id. */
const AWS_REACH = 300;

/** The id alone opens nothing. It proves a leak together with its secret: 40 characters beside it, in quotes or after a sign. */
function awsProof(text: string, start: number, end: number): Pick<Candidate, 'proof'> {
  const around = `${text.slice(Math.max(0, start - AWS_REACH), start)} ${text.slice(end, end + AWS_REACH)}`;
  const secrets = around.match(/(?<![\w/+])[A-Za-z0-9/+]{40}(?![\w/+=])/g) ?? [];
  return { proof: secrets.some((each) => isMixed(each) && !/^[0-9a-f]+$/.test(each)) ? 'issued' : 'form' };
}

function isMixed(value: string): boolean {
  const longest = value.split(/[-_.]/).reduce((most, piece) => (/\d/.test(piece) && piece.length > most ? piece.length : most), 0);
  return longest >= 10 && entropy(value) >= 3;
}
