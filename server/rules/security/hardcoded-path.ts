/**
 * Paths of one machine, written into code.
 *
 * Bad, because the program then works on that machine alone, and whoever moves it must find every
 * such place.
 */
import * as z from 'zod';
import type { StringFact } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import type { Severity } from '../../findings/severity.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  accept: z.array(z.string()).default([]).describe('Beginnings of paths that are accepted: "/var/run/".'),
});

/** Somebody's own folder, or a drive. */
const PERSONAL = /^(\/home\/[\w.-]+\/.|\/Users\/(?!Shared\b)[\w. -]+\/.|\/root\/.|\/mnt\/[a-z]\/.|\/Volumes\/[^/]+\/.|[A-Za-z]:[\\/]+[\w.$ -]{2,})/;
/** Where programs and settings of every machine of a kind lie; looking there is how such things are found. */
const SYSTEM = /^([A-Za-z]:[\\/]+path[\\/]+to\b|\/mnt\/c\/(Program Files|Windows)|[A-Za-z]:[\\/]+(Program ?Files|Windows|ProgramData|msys|cygwin|Python\d)|\/(usr|bin|sbin|lib\d*|dev|proc|sys|run|boot|etc|System|Library|Applications|nix|snap)(\/|$)|\/var\/(run|lock|cache|lib\/(docker|kubelet|dpkg|apt))\b|\/opt\/(homebrew|local|google|microsoft)\b)/i;
/** Folders of a server that hold what one installation put there. */
const INSTALLED = /^\/(var|opt|srv|mnt|media)\/[\w.-]+/;
const TEMPORARY = /^\/(tmp|private\/tmp)\/[\w.-]/;
/** As often a route of a web server as a folder: only the place tells. */
const EITHER = /^\/(data|datasets?|models?|checkpoints|weights|workspace|app|content|scratch|storage|uploads|logs|shared|nfs|export)\/[\w.-]/;
const FILE_CALL = /(^|\.)(readFile|writeFile|appendFile|createReadStream|createWriteStream|readdir|mkdir|mkdirp|stat|lstat|access|exists|existsSync|open|openSync|rm|rmdir|unlink|copyFile|rename|chmod|watch|readJson|outputFile|ensureDir|chdir|glob|listdir|makedirs|scandir|imread|imwrite|loadtxt|savetxt|Path|read_\w+|to_(csv|json|parquet|pickle|excel)|load\w*|save\w*|from_pretrained|write_\w+)(Sync)?$|^(path|fs|fsp|fse|os|os\.path|shutil)\.\w+$/;
const FILE_NAME = /(path|dir|directory|folder|file|root|location|mount|volume|weights|checkpoint|dataset|home)s?$/i;
const HAS_EXTENSION = /\/[\w-]+\.(csv|tsv|json|jsonl|parquet|txt|log|db|sqlite3?|bin|pt|pth|onnx|h5|pkl|pickle|npz|npy|safetensors|gguf|ya?ml|toml|ini|conf|pem|key|crt|sh|py|wav|mp4|zip|tar|gz)$/i;
/** Text about a path, not use of one. */
const TALK = /^(console|log|logger)\b|(^|\.)(log|info|warn|error|debug|print|describe|description|example|usage|help|epilog|addHelpText|add_argument|warning|critical|exception)$|Error$/;

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
    roles: { test: 'off', fixture: 'off', docs: 'off', declaration: 'off', example: 'warning', script: 'warning', config: 'warning' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §5.1', 'review §3.1', 'architecture §5.2', 'architecture §10', 'architecture §11', 'general §8', 'patterns §5'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    options,
    sources: { ruff: byFacts('S108') },
    docs: {
      what: 'A path that exists on one machine: a home folder or a drive is an error; a folder of an installation (`/var/…`, `/opt/…`, `/srv/…`, `/data/…`) or a fixed place in `/tmp` is a warning.',
      why: 'The program works on that machine alone. Moving it, testing it or running two of it side by side needs changes in the code.',
      fix: 'Take the path from configuration or from the environment, build it from `import.meta.dirname`, and use `os.tmpdir()` or `os.homedir()` for those folders; in Python `Path(__file__).parent`, `tempfile` and `Path.home()`.',
      limits: 'Devices, system folders such as `/etc` and `/usr`, and well-known places of programs are accepted. `/data/…` and the like are taken for routes of a web server unless a call or name speaks of files.',
    },
    messages,
  },
  check(file, report, { accept }) {
    for (const string of file.strings) {
      const found = judge(string);
      if (found === null || accept.some((start) => string.value.startsWith(start))) continue;
      const path = string.value.length > 60 ? `${string.value.slice(0, 59)}…` : string.value;
      report({ messageId: found.messageId === 'temporary' && isPython(file) ? 'temporaryPython' : found.messageId, data: { path }, span: string.span, about: `${placeName(file, string.function)}: ${string.value}`, severity: found.severity });
    }
  },
});

function judge(string: StringFact): { messageId: keyof typeof messages; severity: Severity } | null {
  const { value, name, argumentOf } = string;
  if (string.compared || string.fallback || /[\n*<>|?{}]|:\/\/|\(\?/.test(value) || SYSTEM.test(value) || (argumentOf !== null && TALK.test(argumentOf))) return null;
  if (/^(description|message|help|usage|placeholder|title|label|example|hint|details|documentation)$/i.test(name)) return null;
  if (PERSONAL.test(value)) return { messageId: 'personal', severity: 'error' };
  const isFile = FILE_NAME.test(name) || (argumentOf !== null && FILE_CALL.test(argumentOf)) || HAS_EXTENSION.test(value);
  if (INSTALLED.test(value)) return isFile || /^\/(var|srv|opt)\//.test(value) ? { messageId: 'installed', severity: 'warning' } : null;
  if (TEMPORARY.test(value)) return { messageId: 'temporary', severity: 'warning' };
  return EITHER.test(value) && isFile ? { messageId: 'installed', severity: 'warning' } : null;
}
