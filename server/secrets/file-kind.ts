/** How a file writes its values; decides how they are read. */
export type Syntax = 'script' | 'python' | 'json' | 'yaml' | 'lines' | 'other';

/** What the path tells the scanner about a file. */
export interface FileKind {
  syntax: Syntax;
  /** Configures a running system: even a plain word given as a password is the real one. */
  deployment: boolean;
  /** Describes services of one machine, such as a compose file. */
  compose: boolean;
  notebook: boolean;
  /** Tests, examples, templates, translations: made-up values are expected. */
  invented: boolean;
  /** Serves developers and test runs alone: `tox.ini`, `.env.local`. */
  development: boolean;
  /** Settings of a service to which a project uploads its coverage. */
  uploads: boolean;
  /** Settings of Firebase that every copy of an app holds. */
  firebase: boolean;
  /** Named after one machine or a test, as the keys of self-signed certificates are: `localhost.pem`. */
  practice: boolean;
}

const SOURCE = /\.(?:[cm]?[jt]sx?|py|pyi|ipynb|vue|svelte)$/;
const GENERATED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.ya?ml|yarn\.lock|go\.sum|[^/]*\.lock(?:b|\.json)?|[^/]*\.(?:map|min\.js|min\.css|snap))$/i;
const YAML = /\.ya?ml$/i;
const JSON_LIKE = /\.(?:json[c5]?|webmanifest)$|(?:^|\/)\.(?:babelrc|eslintrc|firebaserc|stylelintrc)$/i;
const LINES = new RegExp(
  String.raw`(?:^|\/)(?:\.env(?:rc)?(?:\.[^/]*)?|[^/]*\.env|\.?npmrc|\.?yarnrc|\.pypirc|\.netrc|_netrc|\.pgpass|pip\.conf|\.gitmodules|\.git-credentials|`
  + String.raw`(?:Dockerfile|Containerfile)(?:\.[^/]*)?|[^/]*\.dockerfile|Makefile|Procfile|`
  + String.raw`(?:requirements|constraints)[\w.-]*\.txt)$|\.(?:ini|cfg|conf|cnf|properties|sh|`
  + String.raw`bash|zsh|ps1)$`,
  'i',
);
const OTHER_CARRIER = /\.(?:toml|tf|tfvars|hcl|pem|key|ppk)$|(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/i;
const DEPLOYMENT = new RegExp(
  String.raw`(?:^|\/)(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$|(?:^|\/)(?:\.env(?:rc)?(?:\.[^/]*)?|[^/]*\.env|(?:Dockerfile|`
  + String.raw`Containerfile)(?:\.[^/]*)?|[^/]*\.dockerfile)$|\.properties$`,
  'i',
);
const COMPOSE = /(?:^|\/)(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$/i;
const INVENTED_FOLDER = new RegExp(
  String.raw`(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures?|__fixtures__|mocks?|__mocks__|testdata|test-data|examples?|samples?|`
  + String.raw`locales?|i18n|lang|langs|translations?|messages|docs?|\.github|stories)\/`,
  'i',
);
const INVENTED_NAME = new RegExp(
  String.raw`[._-](?:test|tests|testing|ci|spec|mock|fixture|stories|e2e|example|sample|template|tmpl|dist|defaults?)(?:\.[^/]*)?$|`
  + String.raw`(?:^|\/)(?:test_[^/]*\.py|conftest\.py|examples?[^/]*|\.gitlab-ci\.yml|openapi[^/]*|swagger[^/]*)$`,
  'i',
);
const DEVELOPMENT = new RegExp(
  String.raw`(?:^|\/)(?:tox|pytest|noxfile|testing|test|local|dev|development)\.(?:ini|cfg|py|ya?ml|json|toml|env|properties)$|`
  + String.raw`(?:^|\/)\.env(?:\.[\w-]+)*\.(?:local|dev|development|tests?|testing|ci|e2e|example|sample|template)(?:\.[\w-]+)*$|`
  + String.raw`(?:^|\/)\.?(?:github|circleci|gitlab|devcontainer)\/`,
  'i',
);
const UPLOADS = /(?:^|\/)\.?(?:codecov|coveralls)\.ya?ml$/i;
const FIREBASE = /(?:^|\/)google-services\.json$/i;
const PRACTICE = new RegExp(
  String.raw`(?:^|[/._-])(?:localhost|local|dev|development|tests?|testing|examples?|samples?|snake-?oil|dummy|self-?signed|demo|mocks?|fixtures?|insecure|`
  + String.raw`certification|conformance)(?:[/._-]|$)|test_?(?:utils?|data|helpers?|keys?)\.`,
  'i',
);

/**
 * Files that are never scanned: lock files and generated files. They are full of hashes that look like secrets.
 * @param path with forward or backward slashes
 */
export function isGenerated(path: string): boolean {
  return GENERATED.test(path.replaceAll('\\', '/'));
}

/**
 * Says which files other than source code may hold secrets and are scanned too:
 * environment files, JSON, YAML, TOML, INI, properties, shell, Docker, key files.
 * @param path with forward or backward slashes
 * @returns false for source files (their adapter has them scanned) and for generated files
 */
export function isSecretCarrier(path: string): boolean {
  const normal = path.replaceAll('\\', '/');
  if (isGenerated(normal) || SOURCE.test(normal)) return false;
  return YAML.test(normal) || JSON_LIKE.test(normal) || LINES.test(normal) || OTHER_CARRIER.test(normal);
}

/**
 * Reads from a path how the text is judged.
 * @param path with forward or backward slashes
 */
export function fileKind(path: string): FileKind {
  const normal = path.replaceAll('\\', '/');
  return {
    syntax: syntaxOf(normal),
    deployment: DEPLOYMENT.test(normal),
    compose: COMPOSE.test(normal),
    notebook: normal.endsWith('.ipynb'),
    invented: INVENTED_FOLDER.test(normal) || INVENTED_NAME.test(normal),
    development: DEVELOPMENT.test(normal),
    uploads: UPLOADS.test(normal),
    firebase: FIREBASE.test(normal),
    practice: PRACTICE.test(normal),
  };
}

function syntaxOf(path: string): Syntax {
  if (/\.(?:[cm]?[jt]sx?|vue|svelte)$/i.test(path)) return 'script';
  if (/\.pyi?$/i.test(path)) return 'python';
  if (JSON_LIKE.test(path) || /\.ipynb$/i.test(path)) return 'json';
  if (YAML.test(path)) return 'yaml';
  if (LINES.test(path)) return 'lines';
  return 'other';
}
