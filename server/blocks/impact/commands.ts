/** The commands that run chosen tests and no others. */
import { groupedBy } from '../../text/order.ts';
import { projectOf, type Runner, type TestProject } from './runners.ts';

export interface TestCommand {
  runner: Runner;
  /** For a POSIX shell at the top of the workspace. */
  command: string;
}

const STARTS: Readonly<Record<Runner, readonly string[]>> = {
  vitest: ['npx', 'vitest', 'run'],
  jest: ['npx', 'jest'],
  mocha: ['npx', 'mocha'],
  'node:test': ['node'],
  pytest: ['python', '-m', 'pytest'],
  unittest: ['python', '-m', 'unittest'],
};
const BEFORE_FILES: Partial<Record<Runner, readonly string[]>> = { jest: ['--runTestsByPath'], 'node:test': ['--test'] };

/** @param tests paths relative to the workspace @returns one command for each runner and folder; tests without a known runner get none */
export function testCommands(projects: readonly TestProject[], tests: readonly string[]): TestCommand[] {
  const byProject = groupedBy(tests, (test) => projectOf(projects, test));
  return [...byProject].flatMap(([project, own]) => {
    if (project === undefined) return [];
    const { folder, runner, options } = project;
    const inside = own.map((test) => argument(folder === '' ? test : test.slice(folder.length + 1)));
    const words = [...STARTS[runner], ...options.map(quoted), ...BEFORE_FILES[runner] ?? [], ...inside];
    return [{ runner, command: `${folder === '' ? '' : `cd ${argument(folder)} && `}${words.join(' ')}` }];
  });
}

/** A path as one argument: never taken for an option, nothing in it read by the shell. */
function argument(path: string): string {
  return quoted(path.startsWith('-') ? `./${path}` : path);
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll('\'', String.raw`'\''`)}'`;
}
