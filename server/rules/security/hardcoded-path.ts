/**
 * Paths in code that exist on one machine only.
 *
 * The program then works on that machine only, and moving it means finding every such path.
 */
import * as z from 'zod';
import type { FileFacts, StringFact } from '../../facts/file-facts.ts';
import { isForDevelopment, isForMissing, runsUnder } from '../kit/branches.ts';
import { placeName } from '../kit/exposure.ts';
import type { Severity } from '../../findings/severity.ts';
import { isPython } from '../kit/python.ts';
import { contains } from '../../text/spans.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  accept: z.array(z.string()).default([]).describe('Prefixes of accepted paths: "/var/run/".'),
});

/** A personal folder, or a drive. */
const PERSONAL = /^(\/home\/[\w.-]+\/.|\/Users\/(?!Shared\b)[\w. -]+\/.|\/root\/.|\/mnt\/[a-z]\/.|\/Volumes\/[^/]+\/.|[A-Za-z]:[\\/]+[\w.$ -]{2,})/;
/** Users of images, and stand-ins for a name. */
const ANYBODY = new RegExp(
  String.raw`^\/(home|Users)\/([a-z]|user|username|your\w*|you|me|name|app|node|runner|ubuntu|vscode|coder|jovyan|appuser|nonroot|foo|bar|john|jane|alice|bob|`
  + String.raw`ec2-user|azureuser|opc|vagrant|pi|codespace|gitpod|circleci|travis|appveyor|agent|admin|`
  + String.raw`deploy(er)?|docker|worker|service|web|www|builder?|dev|developer|jenkins|git|nginx|postgres|nobody|`
  + String.raw`default|test(er)?|container|sandbox|airflow|spark|hadoop|mambauser|student|steam|server|bot|guest|demo|scrapy|amnesia)\/`,
  'i',
);
/** Standard locations of programs and settings, the same on every machine of a kind. */
const SYSTEM = new RegExp(
  String.raw`^([A-Za-z]:[\\/]+path[\\/]+to\b|\/mnt\/c\/(Program Files|Windows)|[A-Za-z]:[\\/]+(Program ?Files|Windows|ProgramData|`
  + String.raw`msys|cygwin|Python\d)|\/(usr|bin|sbin|lib\d*|dev|proc|sys|run|boot|etc|System|Library|Applications|nix|snap)(\/|$)|`
  + String.raw`\/root\/\.\w|\/var\/(run|lock|cache|lib\/(docker|kubelet|dpkg|apt))\b|\/opt\/(homebrew|local|google|microsoft)\b)`,
  'i',
);
/** Server folders whose contents depend on the installation. */
const INSTALLED = /^\/(var|opt|srv|mnt|media)\/[\w.-]+/;
const TEMPORARY = /^\/(tmp|private\/tmp)\/[\w.-]/;
/** As often a web route as a folder: only the context tells. */
const EITHER = /^\/(data|datasets?|models?|checkpoints|weights|workspace|app|content|scratch|storage|uploads|logs|shared|nfs|export)\/[\w.-]/;
const FILE_CALL = new RegExp(
  String.raw`(^|\.)(readFile|writeFile|appendFile|createReadStream|createWriteStream|readdir|mkdir|mkdirp|stat|lstat|access|exists|`
  + String.raw`existsSync|open|openSync|rm|rmdir|unlink|copyFile|rename|chmod|watch|readJson|outputFile|ensureDir|chdir|glob|listdir|`
  + String.raw`makedirs|scandir|imread|imwrite|loadtxt|savetxt|Path|read_\w+|to_(csv|json|parquet|pickle|excel)|load\w*|save\w*|`
  + String.raw`from_pretrained|write_\w+)(Sync)?$|^(path|fs|fsp|fse|os|os\.path|shutil)\.\w+$`,
);
const FILE_NAME = /(path|dir|directory|folder|file|root|location|mount|volume|weights|checkpoint|dataset|home)s?$/i;
const HAS_EXTENSION = new RegExp(
  String.raw`\/[\w-]+\.(csv|tsv|json|jsonl|parquet|txt|log|db|sqlite3?|bin|pt|pth|onnx|h5|pkl|pickle|npz|npy|safetensors|gguf|`
  + String.raw`ya?ml|toml|ini|conf|pem|key|crt|sh|py|wav|mp4|zip|tar|gz)$`,
  'i',
);
/** Mentions a path and does not use it. */
const TALK = new RegExp(
  String.raw`^(console|log|logger)\b|(^|\.)(log|info|warn|error|debug|print|describe|description|example|usage|help|epilog|`
  + String.raw`addHelpText|add_argument|warning|critical|exception)$|Error$`,
);

const messages = {
  personal: '"{path}" exists only on one machine. Read it from configuration or build it from the module\'s folder.',
  installed: '"{path}" belongs to one installation. Read the path from configuration.',
  temporary: '"{path}" is a fixed path in the shared temporary folder. Use mkdtemp below os.tmpdir().',
  temporaryPython: '"{path}" is a fixed path in the shared temporary folder. Use the tempfile module.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/hardcoded-path',
    title: 'Hard-coded path',
    severity: 'error',
    recommended: 'warning',
    recommendedFor: { installed: 'info', temporary: 'info', temporaryPython: 'info' },
    roles: { test: 'off', fixture: 'off', docs: 'off', declaration: 'off', example: 'warning', script: 'warning', config: 'warning' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §5.1', 'review §3.1', 'architecture §5.2', 'architecture §10', 'architecture §11', 'general §8', 'patterns §5'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    options,
    sources: { ruff: byFacts('S108') },
    docs: {
      what:
        'A path that exists on one machine only: a home folder or a drive is an error; a folder of one installation (`/var/…`, `/opt/…`, `/srv/…`, '
        + '`/data/…`) or a fixed path in `/tmp` is a warning.',
      why: 'The program works on that machine only. Moving it, testing it or running two copies side by side needs code changes.',
      fix:
        'Read the path from configuration or the environment, build it from `import.meta.dirname`, and use `os.tmpdir()` or `os.homedir()` for those '
        + 'folders; in Python `Path(__file__).parent`, `tempfile` and `Path.home()`.',
      limits:
        'Devices, system folders such as `/etc` and `/usr`, and standard locations of programs are accepted. `/data/…` and similar paths count as web '
        + 'routes unless a call or name shows that they are files. In the profile `recommended`, scripts, folders for what its author alone runs '
        + "(`contrib`, `tools`), what runs under `__name__ == '__main__'` and examples of values are information, as is all but personal folders.",
    },
    messages,
  },
  check(file, report, { accept }) {
    for (const string of file.strings) {
      const found = judge(string);
      if (found === null || accept.some((start) => string.value.startsWith(start))) continue;
      const path = string.value.length > 60 ? `${string.value.slice(0, 59)}…` : string.value;
      const recommended: { recommended?: Severity } = concernsOthers(file, string) ? { recommended: 'info' } : {};
      report({
        ...recommended,
        messageId: found.messageId === 'temporary' && isPython(file) ? 'temporaryPython' : found.messageId,
        data: { path },
        span: string.span,
        about: `${placeName(file, string.function)}: ${string.value}`,
        severity: found.severity,
      });
    }
  },
});

/** Reads a setting, for which the path is the default: `env.str('MEDIA_ROOT', '/home/app/media')`. */
const READS_SETTING = /^(\w+\.)*(env|environ|getenv|config|decouple)(\.(str|path|get|url))?$/i;

/** Names a platform on which the path exists. */
const PLATFORM = /colab|kaggle|docker|container|sagemaker|databricks|platform|win32|windows|darwin|linux|\bos\.name\b|exists|isfile|isdir/i;
/** A folder of a drive that an installer or an image may have made. */
const IN_IMAGE = /^[A-Za-z]:[\\/]+(?!Users[\\/])/;
const SHOWN = /example|sample/i;
/** Where settings of programs are looked for. */
const WELL_KNOWN = /^(\/etc\/|\/usr\/|~[/\\]|\/opt\/|\/Library\/|[A-Za-z]:[\\/])/;

/** Folders for what its author alone runs, or nobody any more. */
const OF_ONE_PERSON = new RegExp(
  String.raw`(^|/)(_?contrib|maint(enance)?[\w-]*|tools?|dev|old|legacy|archived?|recipes|scratch|experiments?|benchmarks?|tests?[-_]\w+)/|_tester\.py$`, 'i',
);

/** Sets up machines of its own, whose users it names. */
const OF_CONTAINERS = /(^|[/._-])(docker|containers?|vms?|virtual[-_]?machines?|sandbox(es)?)([/._-]|$)/i;

/**
 * The path is one of several that are tried, or concerns one person's experiment: an entry in a list of well-known
 * places, a default, code for one platform, an example or notebook, a script of a maintainer.
 */
function concernsOthers(file: FileFacts, string: StringFact): boolean {
  if (file.language === 'notebook' || file.role === 'example' || file.role === 'script') return true;
  if (OF_ONE_PERSON.test(file.path) || OF_CONTAINERS.test(file.path) || IN_IMAGE.test(string.value)) return true;
  if (/default/i.test(`${string.name} ${string.argumentOf ?? ''}`) || isForMissing(file, string.span) || isForDevelopment(file, string.span)) return true;
  if (runsUnder(file, string.span, ({ condition, otherwise }) => otherwise === undefined && PLATFORM.test(condition))) return true;
  // What its author tries the file on.
  if ((file.entry !== undefined && contains(file.entry, string.span)) || isExample(file, string)) return true;
  if (string.argumentOf !== null) return false;
  const beside = file.strings.filter((other) => other !== string && other.function === string.function && other.name === string.name
    && Math.abs(other.span[0] - string.span[0]) <= 5 && WELL_KNOWN.test(other.value));
  return beside.length > 0 && !/^(\/home|\/Users|[A-Za-z]:[\\/]+Users)\//.test(string.value);
}

/** Shows what a value looks like: `connection_args_example = dict(key_file='/home/reader/key.json')`. */
function isExample(file: FileFacts, string: StringFact): boolean {
  return SHOWN.test(string.name) || file.calls.some(({ flowsTo, span }) => flowsTo !== null && SHOWN.test(flowsTo) && contains(span, string.span));
}

function judge(string: StringFact): { messageId: keyof typeof messages; severity: Severity } | null {
  const { value, name, argumentOf } = string;
  if (argumentOf !== null && READS_SETTING.test(argumentOf)) return null;
  if (string.compared || string.fallback || /[\n*<>|?{}]|%[sd(]|:\/\/|\(\?/.test(value) || SYSTEM.test(value) || (argumentOf !== null && TALK.test(argumentOf)))
    return null;
  if (/^(description|message|help|usage|placeholder|title|label|example|hint|details|documentation)$/i.test(name)) return null;
  if (PERSONAL.test(value)) return { messageId: 'personal', severity: ANYBODY.test(value) ? 'info' : 'error' };
  const isFile = FILE_NAME.test(name) || (argumentOf !== null && FILE_CALL.test(argumentOf)) || HAS_EXTENSION.test(value);
  if (INSTALLED.test(value)) return isFile || /^\/(var|srv|opt)\//.test(value) ? { messageId: 'installed', severity: 'warning' } : null;
  if (TEMPORARY.test(value)) return { messageId: 'temporary', severity: 'warning' };
  // A constant that names a folder for the whole program is the configuration.
  if (string.function < 0 && argumentOf === null && /^[A-Z][A-Z0-9_]+$/.test(name) && value.endsWith('/')) return null;
  return EITHER.test(value) && isFile ? { messageId: 'installed', severity: 'warning' } : null;
}
