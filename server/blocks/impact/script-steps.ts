/** Programs that the scripts of a manifest start for tests, and which tests run after them. */
import { WITH_VALUE, isTestScript, type Manifest } from './runners.ts';

/** A file that a script starts. */
export interface Started {
  /** As the script names it. */
  name: string;
  /** Folders whose tests it may prepare or run, from where the manifest lies; empty for all. */
  folders: string[];
}

const RUNS_TESTS = /(^|[\s/])(vitest|jest|mocha|ava|tap|tape|jasmine|karma|cypress|playwright|uvu|lab|qunit)(\s|$|\.[cm]?js)|\s--test(\s|$)/;
const STARTS = /\b(?:node|tsx|ts-node|bun|deno run)\s+(?:-\S+\s+)*([^\s-][^\s]*)/g;
const CALLS = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g;
const CALLS_SEVERAL = /\b(?:npm-run-all|run-s|run-p)\s+([^;&|]+)/g;

/**
 * What is started after the last tests have run prepares none, and what is started before tests of one folder prepares those.
 * @param manifest with its scripts
 * @returns files as the scripts name them
 */
export function startedForTests({ scripts = {} }: Manifest): Started[] {
  const found: Started[] = [];
  for (const name of Object.keys(scripts)) {
    const base = name.replace(/^(pre|post)/, '');
    if (!isTestScript(name) || (base !== name && base in scripts)) continue;
    const steps = stepsOf(scripts, name, new Set());
    for (const [at, step] of steps.entries()) {
      for (const [, program = ''] of step.matchAll(STARTS)) {
        const later = steps.slice(at).filter((each) => RUNS_TESTS.test(each));
        if (later.length > 0) found.push({ name: program, folders: foldersOfTests(later) });
        else if (!steps.some((each) => RUNS_TESTS.test(each)) || /test|spec/i.test(program)) found.push({ name: program, folders: [] });
      }
    }
  }
  return found;
}

/** Commands of a script in their order, with those of the scripts that it calls in their place. */
function stepsOf(scripts: Readonly<Record<string, unknown>>, name: string, within: ReadonlySet<string>): string[] {
  const inside = new Set([...within, name]);
  const called = (each: string): string[] => (within.has(each) || each === name ? [] : stepsOf(scripts, each, inside));
  return [`pre${name}`, name, `post${name}`].flatMap((script) => {
    const text = scripts[script];
    if (typeof text !== 'string') return [];
    return text.split(/&&|\|\||[;&|]/).flatMap((step) => {
      const others = [...step.matchAll(CALLS)].map((match) => match[1]!);
      for (const [, list = ''] of step.matchAll(CALLS_SEVERAL)) others.push(...list.split(/\s+/));
      return [...others.flatMap((each) => (each in scripts ? called(each) : [])), step.trim()];
    });
  });
}

/** Folders that commands give their runners; empty where one of them is given none. */
function foldersOfTests(steps: readonly string[]): string[] {
  const found = new Set<string>();
  for (const step of steps) {
    const given = step.slice(RUNS_TESTS.exec(step)!.index).trim().split(/\s+/).slice(1);
    const isPath = (word: string, at: number): boolean => !word.startsWith('-') && !(at > 0 && WITH_VALUE.test(given[at - 1]!));
    const paths = given.filter(isPath).map((word) => word.replaceAll(/^\.\/|['"]/g, ''));
    if (paths.length === 0) return [];
    for (const path of paths) {
      const folder = path.replace(/[*?{[(!+].*$/, '').replace(/(^|\/)[^/]*$/, '');
      if (folder === '') return [];
      found.add(folder);
    }
  }
  return [...found];
}
