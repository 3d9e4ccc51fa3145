/**
 * Keeps git from running what a repository brings along. A folder that somebody unpacks or clones may hold a
 * `.git/config`, attributes and modules that name programs; reviewing it must run none of them.
 */
import { devNull } from 'node:os';

/** Settings of a repository by key as git lists it: section and last part in small letters. */
export type GitSettings = ReadonlyMap<string, string>;

/** Wins over every file: the repository's, the user's, the system's. */
const ALWAYS: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'false',
  'core.hookspath': devNull,
  'core.attributesfile': devNull,
  'core.pager': 'cat',
  'core.askpass': '',
  'core.sshcommand': 'false',
  'core.quotepath': 'false',
  'credential.helper': '',
  // Signatures are checked by a program that a repository may name.
  'log.showsignature': 'false',
  'submodule.recurse': 'false',
  'diff.ignoresubmodules': 'all',
  // A folder of a workspace that looks like a repository without files is none.
  'safe.barerepository': 'explicit',
};

/** What a driver of its own name runs, and what switches it off. An empty program is none to git. */
const DRIVERS: readonly { key: RegExp; off: string }[] = [
  { key: /^filter\.[^]*\.(clean|smudge|process)$/, off: '' },
  { key: /^filter\.[^]*\.required$/, off: 'false' },
  { key: /^credential\.[^]*\.helper$/, off: '' },
  { key: /^remote\.[^]*\.promisor$/, off: 'false' },
];

/** Arguments of commands that compare files. A module of a repository is a repository of its own, which these settings do not reach. */
const WHEN_COMPARING = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
const ADDED_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  diff: WHEN_COMPARING,
  log: [...WHEN_COMPARING, '--no-show-signature'],
  show: [...WHEN_COMPARING, '--no-show-signature'],
};

/**
 * @param settings of the repository; null to ask git for them, which runs nothing
 * @returns variables of the environment under which git runs nothing that the repository names
 */
export function safeEnvironment(settings: GitSettings | null): NodeJS.ProcessEnv {
  const drivers = [...(settings ?? new Map<string, string>()).keys()].flatMap((key) => DRIVERS.filter((one) => one.key.test(key)).map(({ off }) => [key, off]));
  const values = settings === null ? [] : [...Object.entries(ALWAYS), ...drivers];
  // What the user hands over in the same way stays, and ours comes after it.
  const given = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  return {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_ASKPASS: '',
    // Objects that a repository has left on a server stay there: fetching them runs what its remotes name.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_CONFIG_COUNT: String(given + values.length),
    ...Object.fromEntries(values.flatMap(([key, value], at) => [[`GIT_CONFIG_KEY_${given + at}`, key], [`GIT_CONFIG_VALUE_${given + at}`, value]])),
    LC_ALL: 'C',
  };
}

/** @param args a command of git and its arguments @returns the same, with what keeps the command from running programs */
export function safeArguments([command = '', ...rest]: readonly string[]): string[] {
  return ['--no-pager', command, ...(ADDED_ARGUMENTS[command] ?? []), ...rest];
}

/** @param listed output of `git config --list -z` @returns the settings; of one that is given several times, the last value */
export function readSettings(listed: string): GitSettings {
  return new Map(listed.split('\0').filter((entry) => entry !== '').map((entry) => {
    const at = entry.indexOf('\n');
    return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
  }));
}
