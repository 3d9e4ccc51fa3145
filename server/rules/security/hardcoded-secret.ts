/**
 * Keys, tokens and passwords in code or configuration.
 *
 * Everyone who can read the repository has them, including every past version; a committed secret
 * must be treated as leaked and replaced.
 */
import type { FileFacts, SecretFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import type { Said } from '../kit/messages.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { Severity } from '../../findings/severity.ts';
import { onceEach } from '../kit/once-each.ts';
import { isClientOfOthers } from '../kit/surroundings.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Files whose name says that they hold the secrets of one machine, but which Git does not ignore. */
const ENVIRONMENT_FILE = /(^|\/)\.env(\.[\w-]+)*$/;
/** Settings of tests and CI runs, whose services live as long as the run. */
const TEST_SETTINGS = new RegExp(
  String.raw`(^|/)\.env\.(test|testing|ci|e2e)(\.[\w-]+)*$|(^|/)(tox|pytest)\.ini$|(^|/)noxfile\.py$|`
  + String.raw`(^|/)\.(ci|github|circleci|gitlab|buildkite|devcontainer)/|(^|/)\.gitlab-ci\.yml$|`
  + String.raw`(^|/)(docker-)?compose([.-]\w+)*[.-](ci|cypress|dev|development|e2e|local|test|testing)\.ya?ml$|`
  // A database in a container beside the code, which others bring themselves.
  + String.raw`(^|/)docker/(redis|valkey|mysql|mariadb|postgres(ql)?|mongo(db)?|kafka|rabbitmq|(open)?ldap|elasticsearch|memcached)/`,
);
/** Their keys are made for them. */
const ENVIRONMENT_OF_TESTS = /(^|\/)\.env\.(test|testing|ci|e2e)(\.[\w-]+)*$/;
/** Settings of CI runs outside of folders for them. */
const CI_SETTINGS = /(^|\/)(\.travis|\.drone|\.?appveyor|\.?azure-pipelines|bitbucket-pipelines|\.woodpecker|cloudbuild)[\w.-]*\.ya?ml$|(^|\/)Jenkinsfile/i;
/** Named after a machine that is never deployed to, or after made-up data. */
const NOT_DEPLOYED = new RegExp(
  String.raw`(^|[/._-])(ci|e2e|dev|dev[-_]?container|dev[-_]?tools?|dev[-_]?stack|development|develop|local|localhost|dummy|demo|sandbox|playground|`
  + String.raw`postman(_collection)?|tilt|vagrant|kind|minikube|samples?|examples?|fixtures?|tests?|testing|payloads?|hand[-_]?authored|integration)`
  + String.raw`([/._-]|$)|(^|/)docker-compose/|(^|/)config/default\.\w+$|(^|/)prometheus\.ya?ml$`,
  'i',
);
/** Programs that read the pages of others use the keys that those pages show to everyone. */
const FOREIGN_KEYS = /(^|\/)(extractors?|scrapers?|crawlers?)\//i;
/** Starts the services of developers and test runs: the folder of a compose file says so. */
const COMPOSE_OF_DEVELOPERS = new RegExp(
  String.raw`^(?!.*(prod|deploy|live|staging))(.*/)?(dev|development|scripts?|tests?|testing|ci|e2e|local|integration[-_]tests?|bench(marks?)?|hack|tools|`
  + String.raw`sandbox|playground)/([^/]+/)*(docker-)?compose([.-][^/]*)?\.ya?ml$`,
  'i',
);
/** A package that runs the product on a developer's machine. */
const DEVELOPERS_PACKAGE = /(^|\/)dev(elopment)?[-_](env(ironment)?|infra|setup|stack|db|docker)\//i;
/** Data made up for tests and previews. */
const MOCK_FILE = /(^|[/._-])mock(s|ed)?([._-][\w.-]*)?\.\w+$|[a-z]Mocks?\.[cm]?[jt]sx?$/;
/** Rows for a database of developers and tests. */
const SEEDS = /(^|\/)(seeds?|seeders?)\/|(^|\/)(seed|populate)[^/]*$/i;
const CODE_FILE = /\.([cm]?[jt]sx?|py)$/;
const TEMPLATE_FILE = /\.(example|sample|template|dist|defaults?)$|[._-](example|sample|template)\.\w+$/;

/** What these hold opens nothing that runs for others. */
const UNDEPLOYED = [NOT_DEPLOYED, CI_SETTINGS, TEMPLATE_FILE, SEEDS, FOREIGN_KEYS];

const messages = {
  known: 'Hard-coded secret: {kind} ({masked}). Revoke it, then read it from the environment.',
  likely: 'Likely hard-coded secret in "{name}": {kind} ({masked}). Read it from the environment.',
  unnamed: 'Likely hard-coded secret: {kind} ({masked}). Read it from the environment.',
  environment: 'Git does not ignore this file, which holds a secret: {kind} ({masked}). Add it to .gitignore and revoke the secret.',
  example: '"{name}" holds a default or example value: {kind} ({masked}). Replace it outside of development.',
  unnamedExample: 'Default or example value: {kind} ({masked}). Replace it outside of development.',
  limited: '"{name}" holds a token that can only read or upload: {kind} ({masked}). It may stay if that is meant.',
  again: 'The same again.',
  template: 'Secret in a template file: {kind} ({masked}). Leave the value empty and revoke the secret.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/hardcoded-secret',
    title: 'Hard-coded secret',
    severity: 'error',
    roles: { test: 'info', fixture: 'info', example: 'info', docs: 'info' },
    languages: ['typescript', 'javascript', 'python', 'notebook', 'container', 'plain'],
    guidelines: [
      'general §3.1',
      'architecture §5.2',
      'architecture §8.2',
      'architecture §10',
      'architecture §11',
      'review §2.3',
      'review §3.2',
      'patterns §5',
      'review §3.1',
      'review §5',
      'blocks §9.1',
      'style §9',
      'general §8',
    ],
    criterion: 'practices',
    blocker: true,
    fixable: true,
    sources: {
      ruff: byFacts('S105', 'S106', 'S107'),
      eslint: [
        'no-secrets/no-secrets',
        'sonarjs/no-hardcoded-passwords',
        'sonarjs/no-hardcoded-secrets',
        'sonarjs/no-hardcoded-credentials',
        '@microsoft/sdl/no-hardcoded-credentials',
      ],
      cwe: [259, 312, 321, 798],
      tools: ['gitleaks', 'trufflehog', 'detect-secrets', 'secret'],
      quotesSecrets: true,
    },
    docs: {
      what:
        'A key, token, password or private key in source code or a configuration file: recognized by its form (GitHub, AWS, Slack, Stripe and many more), ' +
        'or likely from its name and randomness. In tests, examples, documentation and comments only those recognized by their form are reported. Example ' +
        'tokens, passwords of local services and placeholders are information at most, and so are the published keys of stacks for local development, what ' +
        'a comment or a localhost address beside it calls local, tokens that can only read or upload, and private keys in files named after localhost, ' +
        'tests or examples. So are passwords that compose files of developers and test runs start their services with, the keys of Firebase clients, what ' +
        'a comment or a docstring shows (an assignment that is commented out stays an error and does not block), tokens of sessions that end within a ' +
        'month, JSON inside of a text of a JSON file, and values that an identifier of the same file has. ' +
        'What a schema gives as an example, a preview shows, or a name calls masked or a placeholder is not reported. The same value under the same name ' +
        'is said once in a file, and so is a list of accounts. Only what is recognized by its form blocks, and words with digits in them never do. ' +
        'The profile "recommended" asks for proof besides the name. Errors are private keys and tokens in the whole form that their vendor publishes, with ' +
        'the check sum where there is one. Warnings are other forms, passwords in the addresses of databases that others can reach, generated values of 20 ' +
        'characters or more under a name that only secrets have (keys of APIs and secrets of clients in configuration only), and words that code signs with, ' +
        'where the file is deployed. All else is information, as is what is built into pages (`VITE_…`, `REACT_APP_…`), the keys of services that ' +
        'count visitors, API keys of Google, which are restricted to addresses and apps, and keys of others\' services in plugins, extractors and ' +
        'the like, which every copy of the program is given.',
      why: 'Everyone who can read the repository has it, and every copy and old version keeps it. It cannot be changed without a release.',
      fix:
        'Revoke the secret at the service that issued it first, because it has leaked. Then read it from the environment or a secret store, and list the ' +
        'variable in `.env.example` without a value.',
      limits:
        'The text is read as it is: a secret that is built from pieces, or encoded otherwise than in base64, is not found. ' +
        'The value itself is never shown, stored or sent anywhere.',
    },
    messages,
  },
  check(file, report) {
    const placesOf = onceEach(file.path);
    for (const secret of file.secrets) {
      if (secret.doubt === 'sample') continue;
      if ((secret.confidence === 'medium' || secret.doubt !== undefined) && isInvented(file)) continue;
      const isHarmless = secret.doubt === 'example' || secret.doubt === 'limited';
      const severity = isHarmless || isForTests(file, secret) || isForDevelopers(file, secret) ? 'info' : secret.doubt === 'weak' ? 'warning' : undefined;
      const { proof, alike, span } = secret;
      // A comment that accepts one place must neither hide the others nor be called unused.
      const group = isAccepted(file, span) ? undefined : isListed(file, secret) ? secret.name : alike;
      const related = group === undefined ? [] : placesOf(`${group} ${severity} ${proof} ${isHarmless} ${secret.commented}`, span);
      if (related === null) continue;
      const recommended = recommendedFor(file, secret);
      report({
        ...(severity === undefined ? {} : { severity }),
        ...(recommended === undefined ? {} : { recommended }),
        ...(isProven(secret) ? {} : { blocks: false }),
        ...said(file, secret),
        span,
        about: secret.name === '' ? secret.kind : `${secret.kind}: ${secret.name}`,
        related,
        fixes: isHarmless ? [] : fixesFor(file, secret),
      });
    }
  },
});

/** Restricted to web addresses and apps, and so sent to every visitor. */
const BROWSER_KEY = 'Google API key';

function isForDevelopers({ path }: FileFacts, { kind, confidence }: SecretFact): boolean {
  if (confidence !== 'high') return SEEDS.test(path) || DEVELOPERS_PACKAGE.test(path) || COMPOSE_OF_DEVELOPERS.test(path);
  // What a vendor has issued is a leak wherever it is.
  return kind.startsWith('password') && COMPOSE_OF_DEVELOPERS.test(path);
}

function isAccepted({ suppressions }: FileFacts, [line]: Span): boolean {
  return suppressions.some(({ ruleId, scope, from, to }) => ruleId === rule.meta.id && scope !== 'file' && from <= line && line <= to);
}

/** So many values under one name are a list of data: accounts, conversations. */
const LIST = 3;

function isListed(file: FileFacts, { name, confidence }: SecretFact): boolean {
  if (CODE_FILE.test(file.path) || confidence === 'high' || name === '') return false;
  return file.secrets.filter((other) => other.name === name && other.confidence !== 'high').length > LIST;
}

/** What a vendor has issued is a leak in the settings of a CI run as well; the keys of a test run, private ones too, are made for it. */
function isForTests({ path }: FileFacts, { proof, kind }: SecretFact): boolean {
  return TEST_SETTINGS.test(path) && (proof !== 'issued' || kind.startsWith('private key') || ENVIRONMENT_OF_TESTS.test(path));
}

function isProven({ confidence, doubt, kind, commented }: SecretFact): boolean {
  // Many an open program ships the key of a service that all of its users share.
  return confidence === 'high' && doubt !== 'guessable' && kind !== BROWSER_KEY && commented === undefined;
}

/** Tells a service which program asks, not who. */
const OF_CLIENTS = /API key|client secret|consumer_?(key|secret)/i;

/** Built into what is sent to every browser, or given by a service that counts its visitors: nobody could keep it secret. */
const PUBLISHED = new RegExp(
  '^(NX_)?(REACT_APP|VITE|NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP|STORYBOOK|PUBLIC)_'
  + '|(^|_|-)(ga4?|google_?analytics|gtag|gtm|segment|amplitude|mixpanel|posthog|plausible|matomo|analytics|measurement|telemetry|sentry|bugsnag)(_|-|$)', 'i',
);

/** Mostly of a certificate that is signed by itself, with which an image is tried and which nobody but the image trusts. */
const OF_AN_IMAGE = /(^|\/)(docker|containers?|vagrant)[\w.-]*\/.*\.(key|pem)$/i;

const SAYS_NO_SECRET = /not_?(very_?|really_?|so_?|a_?)?secret/i;

/**
 * The profile `recommended` asks for proof besides the name: a form that leaves no doubt is an error, what may as well be invented a warning,
 * and only where it is deployed.
 */
function recommendedFor(file: FileFacts, { proof, name, kind, masked }: SecretFact): Severity | undefined {
  // The second ends after hours, and opens nothing without its secret.
  if (kind === BROWSER_KEY || masked.startsWith('ASIA')) return 'info';
  if (proof === 'issued') return kind.startsWith('private key') && OF_AN_IMAGE.test(file.path) ? 'warning' : undefined;
  if (proof === undefined || PUBLISHED.test(name) || SAYS_NO_SECRET.test(name)) return 'info';
  if (isInvented(file) || UNDEPLOYED.some((each) => each.test(file.path))) return 'info';
  // Told by its name alone, it mostly is what a service of others gives to a program and so to all of its users.
  if (proof === 'generated' && CODE_FILE.test(file.path) && OF_CLIENTS.test(`${kind} ${name}`)) return 'info';
  // A program that everyone installs cannot keep a key from those who have it.
  if (proof !== 'signing-key' && CODE_FILE.test(file.path) && isClientOfOthers(file)) return 'info';
  if (proof === 'signing-key') return (file.role === 'source' || file.role === 'config') && file.tests.length === 0 ? 'warning' : 'info';
  return 'warning';
}

function isInvented(file: FileFacts): boolean {
  return MOCK_FILE.test(file.path) || file.role === 'test' || file.role === 'fixture' || file.role === 'example' || file.role === 'docs';
}

function said(file: FileFacts, { kind, masked, name, confidence, doubt }: SecretFact): Said<typeof messages> {
  const data = { kind, masked };
  if (doubt === 'limited') return { messageId: 'limited', data: { ...data, name } };
  if (doubt === 'example') return name === '' ? { messageId: 'unnamedExample', data } : { messageId: 'example', data: { ...data, name } };
  if (TEMPLATE_FILE.test(file.path)) return { messageId: 'template', data };
  if (ENVIRONMENT_FILE.test(file.path)) return { messageId: 'environment', data };
  if (confidence === 'high') return { messageId: 'known', data };
  return name === '' ? { messageId: 'unnamed', data } : { messageId: 'likely', data: { ...data, name } };
}

function fixesFor(file: FileFacts, secret: SecretFact): FixOffer[] {
  return !CODE_FILE.test(file.path)
    ? []
    : [{ id: 'secret-to-environment', title: 'Read it from the environment', data: { name: secret.name, kind: secret.kind } }];
}
