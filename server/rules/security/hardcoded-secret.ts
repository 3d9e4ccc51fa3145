/**
 * Keys, tokens and passwords that are written into code or configuration.
 *
 * Bad, because everyone who can read the repository then has them, in every version of the past
 * too; a secret that was committed must be taken for known and replaced.
 */
import type { FileFacts, SecretFact } from '../../facts/file-facts.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Files that git would take although their name says that they hold the secrets of one machine. */
const ENVIRONMENT_FILE = /(^|\/)\.env(\.[\w-]+)*$/;
const TEMPLATE_FILE = /\.(example|sample|template|dist|defaults?)$/;

export const rule = defineFileRule({
  meta: {
    id: 'security/hardcoded-secret',
    title: 'Secret in the code',
    severity: 'error',
    roles: { test: 'warning', fixture: 'warning', example: 'warning', docs: 'warning' },
    languages: ['typescript', 'javascript', 'python', 'notebook', 'container'],
    guidelines: ['general §3.1', 'architecture §5.2', 'architecture §8.2', 'architecture §10', 'architecture §11', 'review §2.3', 'review §3.2', 'patterns §5', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: true,
    docs: {
      what: 'A key, token, password or private key in source code or in a configuration file: known by its form (GitHub, AWS, Slack, Stripe and many more), or likely by its name and randomness. In tests, examples and documentation only those known by their form are reported.',
      why: 'Everyone who can read the repository has it, and every copy and every old version keeps it. It cannot be changed without a release.',
      fix: 'Replace the secret at the service that issued it first: it is known now. Then read it from the environment or a secret store, and name the variable in `.env.example` without a value.',
      limits: 'It reads the text as it is: a secret that is put together from pieces or encoded is not seen. The value itself is never shown, stored or sent anywhere.',
    },
    messages: {
      known: 'Secret in the code: {kind} ({masked}). Replace it at the service, then read it from the environment.',
      likely: '"{name}" holds what looks like a secret: {kind} ({masked}). Read it from the environment.',
      unnamed: 'This looks like a secret: {kind} ({masked}). Read it from the environment.',
      environment: 'Git takes this file, and it holds a secret: {kind} ({masked}). Add the file to .gitignore and replace the secret.',
      template: 'Secret in a template that everyone gets: {kind} ({masked}). Leave the value empty and replace the secret.',
    },
  },
  check(file, report) {
    for (const secret of file.secrets) {
      if (secret.confidence === 'medium' && isInvented(file)) continue;
      report({
        messageId: messageFor(file, secret),
        data: { kind: secret.kind, masked: secret.masked, name: secret.name },
        span: secret.span,
        about: secret.name === '' ? secret.kind : `${secret.kind}: ${secret.name}`,
        fixes: fixesFor(file, secret),
      });
    }
  },
});

function isInvented(file: FileFacts): boolean {
  return file.role === 'test' || file.role === 'fixture' || file.role === 'example' || file.role === 'docs';
}

function messageFor(file: FileFacts, secret: SecretFact): string {
  if (TEMPLATE_FILE.test(file.path)) return 'template';
  if (ENVIRONMENT_FILE.test(file.path)) return 'environment';
  if (secret.confidence === 'high') return 'known';
  return secret.name === '' ? 'unnamed' : 'likely';
}

function fixesFor(file: FileFacts, secret: SecretFact): FixOffer[] {
  const language = /\.[cm]?[jt]sx?$/.test(file.path) ? 'typescript' : file.path.endsWith('.py') ? 'python' : null;
  return language === null ? [] : [{ id: `${language}/secret-to-environment`, title: 'Read it from the environment', data: { name: secret.name, kind: secret.kind } }];
}
